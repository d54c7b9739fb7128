using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>Answers to a yes-or-no indicator: a word, or the beginning of the indicator's own name ("Đã ban hành") and its opposite ("Chưa ban hành").</summary>
internal static class FlagWords
{
    private const int FewestWords = 2;

    /// <returns>1, 0, or null for any other text.</returns>
    public static double? Find(string text, Indicator indicator)
    {
        var word = text.TrimEnd('.', ';', '!', ' ');
        var lower = word.ToLowerInvariant();
        return IsYes(lower) ? 1 : IsNo(lower) ? 0 : Repeated(Fold.Of(word), Fold.Of(indicator.NameVi));
    }

    private static bool IsYes(string word) => word is "1" or "yes" or "true" or "có" or "đạt" or "x" or "✓" or "✔" or "☑" or "đã có" or "rồi";

    private static bool IsNo(string word) => word is "0" or "no" or "false" or "không" or "chưa" or "chưa có" or "không có" or "chưa đạt" or "không đạt";

    private static double? Repeated(string answer, string name)
    {
        if (!name.StartsWith("da ", StringComparison.Ordinal) && !name.Contains(" da ", StringComparison.Ordinal))
        {
            return null;
        }

        var done = name.StartsWith("da ", StringComparison.Ordinal) ? name : name[(name.IndexOf(" da ", StringComparison.Ordinal) + 1)..];
        return Begins(done, answer) ? 1
            : answer.StartsWith("chua ", StringComparison.Ordinal) && Begins(done, $"da {answer["chua ".Length..]}") ? 0
            : null;
    }

    private static bool Begins(string name, string answer) =>
        answer.Split(' ').Length >= FewestWords && (name == answer || name.StartsWith($"{answer} ", StringComparison.Ordinal));
}
