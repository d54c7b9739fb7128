using System.Globalization;

namespace DtPipeline.Oracle.Tests.Comparing;

/// <summary>What both sides say, in one way of writing: a key, and words and numbers separated by blanks.</summary>
internal static class Rows
{
    public const string None = "-";

    /// <summary>Of the row of an obligation: its state.</summary>
    public static string StateIn(string key, string row) => row.Split(' ')[0];

    /// <summary>Of an alert: its type.</summary>
    public static string TypeIn(string key, string row) => key.Split('~')[0];

    /// <summary>Of a published figure: of a form, a group, an organisation, or the change of a group.</summary>
    public static string FigureIn(string key, string row) => key.Split('~') switch
    {
        [_, _] => "forms",
        [_, _, ['@', ..]] => "groups",
        [_, _, _] => "organisations",
        _ => "changes of groups",
    };

    public static string Of(params object?[] words) => string.Join(' ', words.Select(Word));

    private static string Word(object? word) => word switch
    {
        null => None,
        string text => text,
        DateTimeOffset moment => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool isSo => isSo ? "yes" : "no",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => word.ToString()!,
    };

    /// <summary>By the names of the states in their order.</summary>
    public static string States(IReadOnlyDictionary<string, int> states) =>
        string.Join('+', states.Where(s => s.Value > 0).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Of(s.Value) + s.Key));
}
