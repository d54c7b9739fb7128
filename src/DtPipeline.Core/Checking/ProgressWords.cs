using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>
/// The words that stand for the progress of a task, as <see cref="Fold"/> writes them: all of it or nothing. What lies between ("đang thực
/// hiện", "chưa hoàn thành") is told in percent only.
/// </summary>
internal static class ProgressWords
{
    private const double All = 100;

    /// <returns>In percent; null for any other text.</returns>
    public static double? Find(string text)
    {
        var folded = Fold.Of(text);
        return IsDone(folded) || IsMark(text) ? All : HasNotBegun(folded) ? 0 : null;
    }

    private static bool IsDone(string folded) => folded
        is "hoan thanh" or "da hoan thanh" or "xong" or "da xong" or "da thuc hien" or "da thuc hien xong" or "da ban hanh" or "da dat" or "dat" or "co" or "x"
        or "done" or "completed" or "complete" or "finished" or "yes" or "true";

    private static bool HasNotBegun(string folded) => folded
        is "chua" or "chua thuc hien" or "chua trien khai" or "chua bat dau" or "chua ban hanh" or "khong" or "no" or "false" or "not started";

    private static bool IsMark(string text) => text is "✓" or "✔";
}
