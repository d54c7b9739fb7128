using System.Buffers;
using System.Globalization;
using System.Text;

namespace DtPipeline.Reading;

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
internal readonly record struct NumberText
{
    /// <summary>All integers of as many digits, and all powers of ten up to it, are exact.</summary>
    private const int MostExactDigits = 15;

    private static readonly SearchValues<char> Compacted = SearchValues.Create("0123456789+-.,");

    private readonly double value;

    /// <summary>Of a doubtful number; the others have their value.</summary>
    private readonly string? digits;

    private NumberText(NumberStyle style, double value, string? digits)
    {
        Style = style;
        this.value = value;
        this.digits = digits;
    }

    public NumberStyle Style { get; }

    public static NumberText Of(string text)
    {
        var compact = IsCompact(text) ? text : Compact(text);
        var style = StyleOf(WithoutSign(compact));
        return style switch
        {
            NumberStyle.NotNumber => new NumberText(style, double.NaN, null),
            NumberStyle.Doubtful => new NumberText(style, double.NaN, compact),
            _ => new NumberText(style, Read(compact, style), null),
        };
    }

    /// <summary>A number that needs no reading.</summary>
    public static NumberText Stored(double value) => new(NumberStyle.Plain, value, null);

    /// <param name="style">The style to read a doubtful number in; the others read in their own.</param>
    public double Value(NumberStyle style) => digits is null ? value : Read(digits, style);

    /// <summary>ASCII digits, separators and signs, and nothing else.</summary>
    public static bool IsCompact(string text) => !text.AsSpan().ContainsAnyExcept(Compacted);

    /// <summary>Digits that a <see cref="double"/> holds exactly are put together here: their quotient by a power of ten is the nearest one.</summary>
    private static double Read(string digits, NumberStyle style)
    {
        if (digits.Length > MostExactDigits)
        {
            return ReadLong(digits, style);
        }

        var point = style == NumberStyle.Comma ? ',' : '.';
        var (number, scale, isBehindPoint) = (0L, 1L, false);
        foreach (var c in digits)
        {
            if (char.IsAsciiDigit(c))
            {
                number = (number * 10) + (c - '0');
                scale *= isBehindPoint ? 10 : 1;
            }

            isBehindPoint |= c == point;
        }

        return (digits[0] == '-' ? -(double)number : number) / scale;
    }

    private static double ReadLong(string digits, NumberStyle style)
    {
        var group = style == NumberStyle.Comma ? "." : ",";
        var plain = digits.Replace(group, string.Empty, StringComparison.Ordinal).Replace(',', '.');
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

        return compact.Contains(' ', StringComparison.Ordinal) && IsGroupedBySpaces(WithoutSign(compact)) ? compact.Replace(" ", string.Empty, StringComparison.Ordinal) : compact;
    }

    private static ReadOnlySpan<char> WithoutSign(string text) => text is ['+' or '-', ..] ? text.AsSpan(1) : text;

    /// <param name="number">Without its sign.</param>
    private static NumberStyle StyleOf(ReadOnlySpan<char> number)
    {
        if (!IsDigitsAndSeparators(number, out var points, out var commas))
        {
            return NumberStyle.NotNumber;
        }

        if (points + commas == 0)
        {
            return NumberStyle.Plain;
        }

        if (points > 0 && commas > 0)
        {
            var last = number.LastIndexOf(',') > number.LastIndexOf('.') ? NumberStyle.Comma : NumberStyle.Point;
            return IsGrouped(number, last) ? last : NumberStyle.NotNumber;
        }

        var style = points > 0 ? NumberStyle.Point : NumberStyle.Comma;
        var other = points > 0 ? NumberStyle.Comma : NumberStyle.Point;
        if (points + commas > 1)
        {
            return IsGrouped(number, other) ? other : NumberStyle.NotNumber;
        }

        // A lone zero or more than three digits in front is no thousands group: 0.125 and 1234.567 leave no doubt.
        return number[0] != '0' && IsGrouped(number, other) ? NumberStyle.Doubtful : style;
    }

    /// <summary>Runs of digits with one separator between two of them.</summary>
    private static bool IsDigitsAndSeparators(ReadOnlySpan<char> number, out int points, out int commas)
    {
        points = 0;
        commas = 0;
        var isAfterDigit = false;
        foreach (var c in number)
        {
            var isDigit = char.IsAsciiDigit(c);
            if (!isDigit && (!isAfterDigit || c is not ('.' or ',')))
            {
                return false;
            }

            points += c == '.' ? 1 : 0;
            commas += c == ',' ? 1 : 0;
            isAfterDigit = isDigit;
        }

        return isAfterDigit;
    }

    private static bool IsGrouped(ReadOnlySpan<char> number, NumberStyle style) => style == NumberStyle.Comma ? IsGrouped(number, '.', ",") : IsGrouped(number, ',', ".");

    private static bool IsGroupedBySpaces(ReadOnlySpan<char> number) => IsGrouped(number, ' ', ".,");

    /// <summary>One to three digits, then groups of three, at least one; then perhaps a decimal mark and digits.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> number, char group, ReadOnlySpan<char> decimalMarks)
    {
        var decimals = number.IndexOfAny(decimalMarks);
        var whole = decimals < 0 ? number : number[..decimals];
        var first = whole.IndexOf(group);
        if (first is < 1 or > 3 || (decimals >= 0 && !IsDigits(number[(decimals + 1)..])) || !IsDigits(whole[..first]))
        {
            return false;
        }

        for (whole = whole[first..]; whole.Length >= 4; whole = whole[4..])
        {
            if (whole[0] != group || !IsDigits(whole[1..4]))
            {
                return false;
            }
        }

        return whole.Length == 0;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
