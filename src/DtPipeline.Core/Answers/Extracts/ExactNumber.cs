using System.Globalization;

namespace DtPipeline.Answers.Extracts;

/// <summary>Numbers in digits that are read back as the very same number, with a point and without an exponent.</summary>
internal static class ExactNumber
{
    private const int Thousand = 3;

    /// <summary>As SDMX-CSV writes numbers: <c>0.0000001</c>, <c>1234.125</c>.</summary>
    public static string Of(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (shortest.IndexOf('E', StringComparison.Ordinal) is not (> 0 and var at))
        {
            return shortest;
        }

        var sign = shortest[0] == '-' ? "-" : string.Empty;
        var digits = shortest[sign.Length..at].Replace(".", string.Empty, StringComparison.Ordinal);
        var power = int.Parse(shortest.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

        // The point stands behind the first digit, and is moved by so many.
        return power < 0
            ? $"{sign}0.{new string('0', -power - 1)}{digits}"
            : digits.Length > power + 1
            ? $"{sign}{digits[..(power + 1)]}.{digits[(power + 1)..]}"
            : $"{sign}{digits.PadRight(power + 1, '0')}";
    }

    /// <summary>The same where no rule says that the point is one of decimals: never three digits behind it, as if it grouped thousands.</summary>
    public static string BeyondDoubt(double value)
    {
        var digits = Of(value);
        return digits.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && digits.Length - point - 1 == Thousand ? digits + "0" : digits;
    }
}
