using System.Globalization;

namespace Azure.Data.Tables.Edm;

internal static class FilterLiteral
{
    public static string Fill(FormattableString filter)
        => string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Of)]);

    private static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => EdmText.Of(number) + "L",
        double number when double.IsFinite(number) => Double(number),
        Guid guid => $"guid'{guid}'",
        DateTimeOffset time => $"datetime'{EdmText.Of(time)}'",
        DateTime time => $"datetime'{EdmText.Of(new DateTimeOffset(time.ToUniversalTime()))}'",
        byte[] bytes => Binary(bytes),
        BinaryData data => Binary(data.ToMemory().Span),
        _ => throw new ArgumentException($"A filter cannot compare with {value} of type {value.GetType()}.", nameof(value)),
    };

    /// <summary>A whole double keeps a decimal, so that the service compares doubles rather than integers.</summary>
    private static string Double(double number)
    {
        var text = EdmText.Of(number);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static string Binary(ReadOnlySpan<byte> bytes) => $"X'{Convert.ToHexStringLower(bytes)}'";
}
