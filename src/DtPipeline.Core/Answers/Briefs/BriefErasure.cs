using System.IO.Compression;
using System.Text;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Writing;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Progress.Anomalies;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Briefs;

/// <summary>
/// A brief without the words that it quotes of a file which was erased: what its sender wrote in notes, and the names of sheets. Nothing else of a published brief is
/// ever changed; its figures stand.
/// </summary>
public static class BriefErasure
{
    /// <summary>Stands in place of the words, in either language.</summary>
    public const string Left = "[đã xoá / erased]";

    private const string DocxText = "word/document.xml";

    /// <summary>What may be quoted of a note, the longest first: all of it, or the reason in it, each whole or cut to a line.</summary>
    public static IReadOnlyList<string> QuotedOf(string note)
    {
        var reason = AnswerIn(note);
        return
        [
            .. new[] { OneLine.Of(note, RevisionsPart.LongestReason), reason, reason is null ? null : OneLine.Of(reason, DoubtfulPart.LongestAnswer) }
                .OfType<string>()
                .Where(q => q.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(q => q.Length),
        ];
    }

    /// <summary>The reason by which a note answers a question about its figure, as alerts quote it; null where it answers none.</summary>
    public static string? AnswerIn(string note) => AnomalyAnswer.ReasonIn(note);

    /// <summary>A cell's place as figures have it, without the sheet: <c>Sheet1!E7</c> is <c>E7</c>.</summary>
    public static string CellIn(string place) => place[(place.LastIndexOf('!') + 1)..];

    /// <param name="quoted">As of <see cref="QuotedOf"/>: only what is quoted as a whole is taken out, and never a part of another word.</param>
    /// <param name="places">Cells with their sheets.</param>
    public static BriefDocument Without(BriefDocument document, IReadOnlyCollection<string> quoted, IReadOnlyCollection<string> places)
    {
        if (document.Type == BriefDocx.Type)
        {
            return document with { Content = InDocx(document.Content, quoted, places) };
        }

        var text = Encoding.UTF8.GetString(document.Content.Span);
        var without = document.Name.EndsWith(".md", StringComparison.Ordinal) ? InMarkdown(text, quoted, places) : InHtml(text, quoted, places);
        return without == text ? document : document with { Content = Encoding.UTF8.GetBytes(without) };
    }

    private static string InHtml(string text, IEnumerable<string> quoted, IEnumerable<string> places)
    {
        text = quoted.Aggregate(text, (t, q) => Replaced(t, $"<cite>{HtmlText.Encoded(q)}</cite>", $"<cite>{Left}</cite>"));
        return places.Aggregate(text, (t, p) => Replaced(t, $"<code>{HtmlText.Encoded(p)}</code>", $"<code>{HtmlText.Encoded(CellIn(p))}</code>"));
    }

    /// <summary>A reason begins its cell of a table; behind an answer stands who gave it.</summary>
    private static string InMarkdown(string text, IEnumerable<string> quoted, IEnumerable<string> places)
    {
        string Cell(string words) => "| " + BriefMarkdown.Plain(words).Replace("|", "\\|", StringComparison.Ordinal);
        text = quoted.Aggregate(text, (t, q) => Replaced(Replaced(t, Cell(q) + " |", Cell(Left) + " |"), Cell(q) + " (", Cell(Left) + " ("));
        return places.Aggregate(text, (t, p) => Replaced(t, BriefMarkdown.Code(p), BriefMarkdown.Code(CellIn(p))));
    }

    private static ReadOnlyMemory<byte> InDocx(ReadOnlyMemory<byte> content, IReadOnlyCollection<string> quoted, IReadOnlyCollection<string> places)
    {
        using var package = new MemoryStream();
        package.Write(content.Span);
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.GetEntry(DocxText)!.Open();
            using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
            var text = reader.ReadToEnd();
            var without = quoted.Select(q => (Said: q, Left)).Concat(places.Select(p => (Said: p, Left: CellIn(p))))
                .Aggregate(text, (t, w) => Replaced(t, $">{InXml(w.Said)}</w:t>", $">{InXml(w.Left)}</w:t>"));
            if (without == text)
            {
                return content;
            }

            stream.SetLength(0);
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            writer.Write(without);
        }

        return FixedTimes.In(package);
    }

    private static string InXml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Replaced(string text, string said, string left) => text.Replace(said, left, StringComparison.Ordinal);
}
