using System.Globalization;
using System.Text;

namespace DtPipeline.Texts;

/// <summary>A character that ends a line, moves what stands behind it, or is seen by nobody: what holds one is no line of text.</summary>
/// <param name="Position">From 1, in UTF-16 units.</param>
/// <param name="Name">In English, with its number: <c>a line break (U+000A)</c>.</param>
internal sealed record HiddenCharacter(int Position, string Name)
{
    /// <returns>Null where the text is a line as it stands.</returns>
    public static HiddenCharacter? FirstIn(string text)
    {
        var position = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            if (KindOf(rune) is { } kind)
            {
                return new HiddenCharacter(position, string.Create(CultureInfo.InvariantCulture, $"{kind} (U+{rune.Value:X4})"));
            }

            position += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static string? KindOf(Rune rune) => (rune.Value, Rune.GetUnicodeCategory(rune)) switch
    {
        ('\t', _) => "a tab",
        ('\n' or '\v' or '\f' or '\r' or 0x85, _) or (_, UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) => "a line break",
        (_, UnicodeCategory.Control) => "a control character",
        (_, UnicodeCategory.Format) => "a character that nobody sees",
        (0xFFFD, _) => "the mark of a character that was lost",
        _ => null,
    };
}
