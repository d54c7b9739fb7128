using System.Globalization;

namespace DtPipeline.Texts;

/// <summary>
/// The apostrophe that keeps a spreadsheet from taking a cell of a text file for a formula. What is written with <see cref="Put"/> is read
/// back by <see cref="Off"/>, also where the text itself begins with an apostrophe.
/// </summary>
internal static class FormulaMark
{
    private const char Mark = '\'';

    /// <summary>A spreadsheet would take these for the beginning of a formula, the wide ones in an East Asian language, and some pass over what cannot be seen before them.</summary>
    public static bool BeginsFormula(ReadOnlySpan<char> text) =>
        text is ['\t' or '\r' or '\n', ..] || Seen(text) is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..];

    public static string Put(string text) => BeginsFormula(text.AsSpan().TrimStart(Mark)) ? Mark + text : text;

    public static string Off(string text) => text is [Mark, ..] && BeginsFormula(text.AsSpan().TrimStart(Mark)) ? text[1..] : text;

    private static ReadOnlySpan<char> Seen(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || char.GetUnicodeCategory(text[start]) is UnicodeCategory.Control or UnicodeCategory.Format))
        {
            start++;
        }

        return text[start..];
    }
}
