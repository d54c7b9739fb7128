namespace DtPipeline.Reading;

/// <summary>What people write where there is no value: some of it means "missing", some means "nil".</summary>
internal static class NothingWords
{
    /// <summary>One of these, or several in a row.</summary>
    public const string Dashes = "-–—_−―‒‐‑─－﹣⁃";

    /// <summary>One of these, or several in a row.</summary>
    public const string Dots = ".…";

    public static readonly IReadOnlySet<string> Missing =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "x", "n/a", "na", "chưa có", "chưa có dữ liệu", "chưa có số liệu" };

    /// <summary>What programs write for a value that they have not: pandas, R, databases.</summary>
    public static readonly IReadOnlySet<string> Programs = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "nan", "<na>", "null", "nat" };

    public static readonly IReadOnlySet<string> Nil = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "nil", "không có", "không phát sinh" };

    public static bool IsMissing(string text) => text.Length == 0 || (!char.IsAsciiDigit(text[0]) && (Missing.Contains(text) || Programs.Contains(text) || IsRunOf(text, Dashes) || IsRunOf(text, Dots)));

    public static bool IsNil(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && Nil.Contains(text);

    /// <summary>Perhaps with spaces between: "- -".</summary>
    private static bool IsRunOf(string text, string marks)
    {
        foreach (var c in text)
        {
            if (c is not (' ' or '\u00A0') && !marks.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
