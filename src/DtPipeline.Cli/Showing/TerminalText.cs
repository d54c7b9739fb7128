using System.Globalization;

namespace DtPipeline.Cli.Showing;

/// <summary>Text that others have written, such as file names and cells, as a terminal may show it: what would move its cursor, colour it or turn the line round is shown as <c>?</c>.</summary>
internal static class TerminalText
{
    public static string Of(string? text) => text is null ? string.Empty : string.Create(text.Length, text, (shown, written) =>
    {
        for (var i = 0; i < written.Length; i++)
        {
            shown[i] = written[i] is '\n' or '\t' ? ' ' : IsHarmless(written[i]) ? written[i] : '?';
        }
    });

    private static bool IsHarmless(char letter) =>
        char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && letter is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069');
}
