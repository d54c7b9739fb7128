using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>Answers to a yes-or-no indicator: a word, or the beginning of the indicator's own name ("Đã ban hành") and its opposite ("Chưa ban hành").</summary>
internal static class FlagWords
{
    private const int FewestWords = 2;

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "1", "yes", "true", "có", "đạt", "x", "✓", "✔", "☑", "đã có", "rồi" };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "0", "no", "false", "không", "chưa", "chưa có", "không có", "chưa đạt", "không đạt" };

    /// <returns>1, 0, or null for any other text.</returns>
    public static double? Find(string text, Indicator indicator)
    {
        var word = text.TrimEnd('.', ';', '!', ' ');
        return Yes.Contains(word) ? 1 : No.Contains(word) ? 0 : Repeated(Fold.Of(word), Fold.Of(indicator.NameVi));
    }

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
