using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Faults;

namespace DtPipeline.Answers.Annotated;

/// <summary>What a note says. It starts with our name on a line of its own, by which it is known again, also below a note of the sender.</summary>
internal static class NoteText
{
    private const string Start = CellNotes.Author + ":\n";
    private const int LongestLanguage = 600;

    public static string Of(IReadOnlyList<Fault> faults)
    {
        var vietnamese = faults.Select(f => $"{SeverityWords.Of(f.Severity).Vi}: {f.Message.Vi}");
        var english = faults.Select(f => $"{SeverityWords.Of(f.Severity).En}: {f.Message.En}");
        return $"{Lines(vietnamese)}\n\n{Lines(english)}";
    }

    public static Run Title() => Piece(Start, bold: true);

    public static Run Body(string text) => Piece(text, bold: false);

    /// <returns>Where in the comment's text ours starts; negative where it does not.</returns>
    public static int StartsAt(Comment comment)
    {
        var text = TextOf(comment);
        return text.StartsWith(Start, StringComparison.Ordinal) ? 0 : text.IndexOf("\n" + Start, StringComparison.Ordinal);
    }

    public static void AddTo(Comment comment, string text) =>
        (comment.CommentText ??= new CommentText()).Append(Piece("\n", bold: false), Title(), Body(text));

    public static void CutAt(Comment comment, int start)
    {
        var left = start;
        foreach (var text in Texts(comment).ToList())
        {
            var kept = Math.Min(left, text.Text.Length);
            left -= kept;
            if (kept > 0)
            {
                text.Text = text.Text[..kept];
            }
            else if (text.Parent is Run run)
            {
                run.Remove();
            }
            else
            {
                text.Remove();
            }
        }
    }

    private static string TextOf(Comment comment) => string.Concat(Texts(comment).Select(t => t.Text));

    private static IEnumerable<Text> Texts(Comment comment) => comment.CommentText?.Descendants<Text>() ?? [];

    private static string Lines(IEnumerable<string> lines) => SheetText.Cut(SheetText.Safe(string.Join('\n', lines)), LongestLanguage);

    private static Run Piece(string text, bool bold)
    {
        var properties = new RunProperties(new FontSize { Val = 10 }, new RunFont { Val = "Times New Roman" });
        if (bold)
        {
            properties.PrependChild(new Bold());
        }

        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }
}
