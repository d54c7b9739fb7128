using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>
/// The words that stand for the progress of a task, as <see cref="Fold"/> writes them: all of it or nothing. What lies between ("đang thực
/// hiện", "chưa hoàn thành") is told in percent only.
/// </summary>
internal static class ProgressWords
{
    private const double All = 100;

    private static readonly HashSet<string> Done = new(StringComparer.Ordinal)
    {
        "hoan thanh", "da hoan thanh", "xong", "da xong", "da thuc hien", "da thuc hien xong", "da ban hanh", "da dat", "dat", "co", "x",
        "done", "completed", "complete", "finished", "yes", "true",
    };

    private static readonly HashSet<string> NotBegun = new(StringComparer.Ordinal)
    {
        "chua", "chua thuc hien", "chua trien khai", "chua bat dau", "chua ban hanh", "khong", "no", "false", "not started",
    };

    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal) { "✓", "✔" };

    /// <returns>In percent; null for any other text.</returns>
    public static double? Find(string text)
    {
        var folded = Fold.Of(text);
        return Done.Contains(folded) || Marks.Contains(text) ? All : NotBegun.Contains(folded) ? 0 : null;
    }
}
