using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DtPipeline.Checking;

/// <summary>How a written number separates its decimals.</summary>
internal enum NumberStyle
{
    /// <summary>No separator that matters: every style reads the same value.</summary>
    Plain,

    /// <summary>Vietnamese: <c>1.234,5</c>.</summary>
    Comma,

    /// <summary>English: <c>1,234.5</c>.</summary>
    Point,

    /// <summary>One separator before exactly three digits: <c>1.234</c> is 1234 or 1.234.</summary>
    Doubtful,

    NotNumber,
}

/// <summary>A number as somebody wrote it. Which separator is the decimal one is told by the text itself or is not told at all.</summary>
internal sealed partial class NumberText
{
    private readonly string digits;

    private NumberText(string digits, NumberStyle style)
    {
        this.digits = digits;
        Style = style;
    }

    public NumberStyle Style { get; }

    public static NumberText Of(string text)
    {
        var compact = Compact(text);
        return Shape().IsMatch(compact)
            ? new NumberText(compact, StyleOf(compact.TrimStart('+', '-')))
            : new NumberText(compact, NumberStyle.NotNumber);
    }

    /// <param name="style">The style to read a doubtful number in; the others read in their own.</param>
    public double Value(NumberStyle style)
    {
        var decimalMark = (Style == NumberStyle.Doubtful ? style : Style) == NumberStyle.Comma ? ',' : '.';
        var plain = digits.Replace(decimalMark == ',' ? "." : ",", string.Empty, StringComparison.Ordinal).Replace(',', '.');
        return double.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>ASCII digits, separators and a sign; brackets are a minus as in accounts, spaces between groups of three digits go.</summary>
    private static string Compact(string text)
    {
        if (text.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber))
        {
            // Footnotes: 8² is no 82.
            return text;
        }

        var compact = Ascii.IsValid(text) ? text.Trim() : text.Normalize(NormalizationForm.FormKC).Replace('\u2212', '-').Trim();
        if (compact.EndsWith('%'))
        {
            compact = compact[..^1].TrimEnd();
        }

        if (compact is ['(', _, .., ')'])
        {
            var inside = compact[1..^1].Trim();
            compact = inside.Length > 0 && (char.IsAsciiDigit(inside[0])) ? $"-{(inside.EndsWith('%') ? inside[..^1].TrimEnd() : inside)}" : compact;
        }

        return compact.Contains(' ', StringComparison.Ordinal) && SpaceGroups().IsMatch(compact) ? compact.Replace(" ", string.Empty, StringComparison.Ordinal) : compact;
    }

    private static NumberStyle StyleOf(string number)
    {
        var points = number.Count(c => c == '.');
        var commas = number.Count(c => c == ',');
        if (points + commas == 0)
        {
            return NumberStyle.Plain;
        }

        if (points > 0 && commas > 0)
        {
            var last = number.LastIndexOf(',') > number.LastIndexOf('.') ? NumberStyle.Comma : NumberStyle.Point;
            return Grouped(number, last) ? last : NumberStyle.NotNumber;
        }

        var style = points > 0 ? NumberStyle.Point : NumberStyle.Comma;
        var other = points > 0 ? NumberStyle.Comma : NumberStyle.Point;
        if (points + commas > 1)
        {
            return Grouped(number, other) ? other : NumberStyle.NotNumber;
        }

        // A lone zero or more than three digits in front is no thousands group: 0.125 and 1234.567 leave no doubt.
        return Grouped(number, other) && number[0] != '0' ? NumberStyle.Doubtful : style;
    }

    private static bool Grouped(string number, NumberStyle style) =>
        style == NumberStyle.Comma ? PointGroups().IsMatch(number) : CommaGroups().IsMatch(number);

    [GeneratedRegex(@"^[+-]?[0-9]+([.,][0-9]+)*$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?$")]
    private static partial Regex SpaceGroups();

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$")]
    private static partial Regex PointGroups();

    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex CommaGroups();
}
