using System.Globalization;
using Azure.Data.Tables;

namespace DtPipeline.Azure.Ledger;

/// <summary>A text longer than a property of a table takes (32 Ki characters), over as many properties as it needs: <c>Name</c>, <c>Name1</c>, <c>Name2</c> and so on.</summary>
internal static class LongText
{
    public const int Most = 30_000;

    public static void PutLong(this TableEntity row, string property, string text)
    {
        for (var (part, at) = (0, 0); part == 0 || at < text.Length; part++, at += Most)
        {
            row[NameOf(property, part)] = text.Substring(at, Math.Min(Most, text.Length - at));
        }
    }

    /// <returns>Null where the row has no such property.</returns>
    public static string? GetLong(this TableEntity row, string property)
    {
        if (row.GetString(property) is not { } text)
        {
            return null;
        }

        for (var part = 1; row.GetString(NameOf(property, part)) is { } more; part++)
        {
            text += more;
        }

        return text;
    }

    /// <summary>The properties over which a text of at most so many characters is spread.</summary>
    public static IReadOnlyList<string> NamesOf(string property, int characters) => [.. Enumerable.Range(0, (characters + Most - 1) / Most).Select(part => NameOf(property, part))];

    /// <summary>Whether a property is one of those that the text is spread over.</summary>
    public static bool IsPart(string property, string name) =>
        name.StartsWith(property, StringComparison.Ordinal) && name.AsSpan(property.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string NameOf(string property, int part) => part == 0 ? property : string.Create(CultureInfo.InvariantCulture, $"{property}{part}");
}
