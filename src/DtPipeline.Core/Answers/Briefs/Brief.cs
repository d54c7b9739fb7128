using System.Text;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Answers.Briefs.Writing;

namespace DtPipeline.Answers.Briefs;

/// <summary>A file of a brief.</summary>
/// <param name="Type">Its media type.</param>
public sealed record BriefDocument(string Name, string Type, ReadOnlyMemory<byte> Content);

/// <summary>The paper that a conference reads, in Vietnamese and in English, each as HTML, DOCX and Markdown, with the figures that it states.</summary>
/// <param name="Title">In Vietnamese.</param>
public sealed record Brief(string Title, IReadOnlyList<BriefDocument> Documents, IReadOnlyCollection<BriefFigure> Figures)
{
    /// <summary>Names of its documents.</summary>
    public static IEnumerable<string> Files => BriefLanguage.All.SelectMany(l => new[] { $"brief.{l.Code}.html", $"brief.{l.Code}.docx", $"brief.{l.Code}.md" });

    /// <exception cref="InvalidOperationException">Two rules of the brief contradict each other.</exception>
    public static Brief Of(BriefInput input)
    {
        var facts = BriefFacts.Of(input);
        var book = new FigureBook();
        var written = BriefLanguage.All.Select(language => Written(new FigureWriter(language, book, facts), book)).ToList();
        return new Brief(written[0].Title, [.. written.SelectMany(d => FilesOf(d, input.Address))], book.All);
    }

    private static Document Written(FigureWriter write, FigureBook book)
    {
        var heading = new HeadingPart(write);
        return new Document(
            write.Language.Code,
            heading.Title,
            [
                .. heading.Blocks(),
                .. new HighlightsPart(write).Blocks(),
                .. new DisciplinePart(write).Blocks(),
                .. new TargetsPart(write).Blocks(),
                .. new MoversPart(write).Blocks(),
                .. new TasksPart(write).Blocks(),
                .. new DoubtfulPart(write).Blocks(),
                .. new RevisionsPart(write, book).Blocks(),
                .. new NotesPart(write).Blocks(),
            ]);
    }

    private static IEnumerable<BriefDocument> FilesOf(Document document, Uri address)
    {
        yield return new BriefDocument($"brief.{document.Language}.html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(BriefHtml.Of(document)));
        yield return new BriefDocument($"brief.{document.Language}.docx", BriefDocx.Type, BriefDocx.Of(document, address));
        yield return new BriefDocument($"brief.{document.Language}.md", "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(BriefMarkdown.Of(document, address)));
    }
}
