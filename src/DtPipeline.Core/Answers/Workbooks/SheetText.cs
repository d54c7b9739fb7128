using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Workbooks;

/// <summary>Text of a sender made fit to stand in a workbook: as text, whatever it begins with or contains.</summary>
internal static partial class SheetText
{
    /// <summary>The most characters that Excel takes in a cell.</summary>
    private const int LongestCell = 32_767;

    /// <summary>A spreadsheet would take these for the beginning of a formula as soon as somebody edits the cell.</summary>
    public static bool LooksLikeFormula(string text) => FormulaMark.BeginsFormula(text);

    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                safe.Append(text[i]).Append(text[++i]);
            }
            else
            {
                safe.Append(XmlConvert.IsXmlChar(text[i]) && text[i] != '\r' ? text[i] : text[i] == '\r' ? '\n' : '\uFFFD');
            }
        }

        return Cut(Escape().Replace(safe.ToString(), "_x005F$0"), LongestCell);
    }

    /// <summary>
    /// The text with every character kept: what XML cannot hold, or would change, is written by its number, and so is what looks like such a number.
    /// </summary>
    /// <param name="text">Of no more characters than a cell takes.</param>
    public static string Exact(string text)
    {
        var exact = new StringBuilder(text.Length);
        var escaped = Escape().Replace(text, "_x005F$0");
        for (var i = 0; i < escaped.Length; i++)
        {
            if (i + 1 < escaped.Length && char.IsSurrogatePair(escaped[i], escaped[i + 1]))
            {
                exact.Append(escaped[i]).Append(escaped[++i]);
            }
            else if (XmlConvert.IsXmlChar(escaped[i]) && escaped[i] != '\r')
            {
                exact.Append(escaped[i]);
            }
            else
            {
                exact.Append(CultureInfo.InvariantCulture, $"_x{(int)escaped[i]:X4}_");
            }
        }

        return exact.ToString();
    }

    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var kept = longest - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept), "…");
    }

    /// <summary>What spreadsheets read as a character by its number.</summary>
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
