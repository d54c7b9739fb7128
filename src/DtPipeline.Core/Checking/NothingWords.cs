using System.Text.RegularExpressions;

namespace DtPipeline.Checking;

/// <summary>What people write where there is no value: some of it means "missing", some means "nil".</summary>
internal static partial class NothingWords
{
    private static readonly HashSet<string> MissingWords = new(StringComparer.OrdinalIgnoreCase) { "x", "n/a", "na", "chưa có", "chưa có dữ liệu", "chưa có số liệu" };

    private static readonly HashSet<string> NilWords = new(StringComparer.OrdinalIgnoreCase) { "nil", "không có", "không phát sinh" };

    public static bool IsMissing(string text) => text.Length == 0 || MissingWords.Contains(text) || Dashes().IsMatch(text);

    public static bool IsNil(string text) => NilWords.Contains(text);

    [GeneratedRegex(@"^([-–—_]+|[.…]+)$")]
    private static partial Regex Dashes();
}
