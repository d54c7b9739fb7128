namespace DtPipeline.Checking;

/// <summary>What people write where there is no value: some of it means "missing", some means "nil".</summary>
internal static class NothingWords
{
    private static readonly HashSet<string> MissingWords = new(StringComparer.OrdinalIgnoreCase) { "x", "n/a", "na", "chưa có", "chưa có dữ liệu", "chưa có số liệu" };

    private static readonly HashSet<string> NilWords = new(StringComparer.OrdinalIgnoreCase) { "nil", "không có", "không phát sinh" };

    public static bool IsMissing(string text) => text.Length == 0 || (!char.IsAsciiDigit(text[0]) && (MissingWords.Contains(text) || IsRunOf(text, "-–—_") || IsRunOf(text, ".…")));

    public static bool IsNil(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && NilWords.Contains(text);

    private static bool IsRunOf(string text, string marks) => !text.AsSpan().ContainsAnyExcept(marks);
}
