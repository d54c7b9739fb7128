using System.Text;
using DtPipeline.Texts;

namespace DtPipeline.Grids;

/// <summary>How a part of a cell's text is written.</summary>
/// <param name="IsStruck">With a line through it: it is not there.</param>
/// <param name="Raised">1 above the line, -1 below it, 0 on it.</param>
internal readonly record struct TextLook(bool IsStruck, int Raised)
{
    public static TextLook operator +(TextLook outer, TextLook inner) =>
        new(outer.IsStruck || inner.IsStruck, inner.Raised != 0 ? inner.Raised : outer.Raised);
}

/// <summary>A cell's text out of parts that look differently: without what is struck out, and with small digits where they are no part of a number.</summary>
internal sealed class RichText
{
    /// <summary>As long as a cell of Excel may be; what is longer is running text, of which the beginning is enough.</summary>
    private const int Longest = 32_767;

    /// <summary>Stands behind what was cut, so that nobody takes the beginning of a number for the number.</summary>
    private const string Cut = "…";

    private const string SmallAbove = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string SmallBelow = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>Behind these a small figure is a part of the unit and no footnote.</summary>
    private static readonly HashSet<string> Lengths = new(StringComparer.OrdinalIgnoreCase) { "m", "km", "dm", "cm", "mm", "hm" };

    private readonly List<(StringBuilder Text, int Raised)> parts = [];
    private int length;
    private bool isCut;

    /// <summary>Some of it was struck out.</summary>
    public bool HasStruck { get; private set; }

    public static string Plain(string text) => CellText.Clean(text.Length > Longest ? text[..Longest] + Cut : text);

    public void Append(string text, TextLook look)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (look.IsStruck)
        {
            HasStruck |= !string.IsNullOrWhiteSpace(text);
            return;
        }

        var kept = text.AsSpan(0, Math.Min(text.Length, Longest - length));
        length += kept.Length;
        isCut |= kept.Length < text.Length;
        if (kept.Length > 0 && (parts.Count == 0 || parts[^1].Raised != look.Raised))
        {
            parts.Add((new StringBuilder(), look.Raised));
        }

        if (kept.Length > 0)
        {
            parts[^1].Text.Append(kept);
        }
    }

    public override string ToString() => isCut ? Kept() + Cut : Kept();

    private string Kept()
    {
        if (parts.Count == 1 || parts.TrueForAll(p => p.Raised != 0 || IsBlank(p.Text)))
        {
            return CellText.Clean(string.Concat(parts.Select(p => p.Text.ToString())));
        }

        var text = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Raised == 0)
            {
                text.Append(parts[i].Text);
            }
            else if (!IsFootnote(text, i))
            {
                text.Append(Small(parts[i]));
            }
        }

        return CellText.Clean(text.ToString());
    }

    /// <summary>A small sign behind a word, and not in the middle of one, points to a note and says nothing of what stands there.</summary>
    private bool IsFootnote(StringBuilder before, int part)
    {
        var last = before.Length;
        while (last > 0 && char.IsWhiteSpace(before[last - 1]))
        {
            last--;
        }

        var first = last;
        while (first > 0 && char.IsLetter(before[first - 1]))
        {
            first--;
        }

        return parts[part].Raised > 0
            && first < last
            && !Lengths.Contains(before.ToString(first, last - first))
            && (part + 1 == parts.Count || !char.IsLetterOrDigit(parts[part + 1].Text[0]));
    }

    private static bool IsBlank(StringBuilder text) => string.IsNullOrWhiteSpace(text.ToString());

    private static string Small((StringBuilder Text, int Raised) part) => string.Concat(part.Text.ToString().Select(c =>
        char.IsAsciiDigit(c) ? (part.Raised > 0 ? SmallAbove : SmallBelow)[c - '0'].ToString()
        : char.IsWhiteSpace(c) ? c.ToString()
        : $"{(part.Raised > 0 ? '^' : '_')}{c}"));
}
