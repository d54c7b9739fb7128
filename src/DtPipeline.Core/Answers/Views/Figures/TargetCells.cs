using DtPipeline.Progress;

namespace DtPipeline.Answers.Views.Figures;

/// <summary>How figures stand to their targets, and how far they have gone.</summary>
internal static class TargetCells
{
    public static ViewClass? ClassOf(TargetStatus? status) => status switch
    {
        TargetStatus.Met => ViewClass.Met,
        TargetStatus.OnTrack => ViewClass.OnTrack,
        TargetStatus.AtRisk => ViewClass.AtRisk,
        TargetStatus.OffTrack => ViewClass.OffTrack,
        TargetStatus.Missed => ViewClass.Missed,
        _ => null,
    };

    /// <returns>Words without a class where nothing can be judged.</returns>
    public static ViewCell Status(ViewWriter write, TargetStatus? status, bool isUncertain, TargetReason? why = null, string? href = null) => ClassOf(status) is { } look
        ? write.State(look, href, null, isUncertain ? [ViewClass.Uncertain] : [])
        : ViewWriter.Text(status == TargetStatus.NotJudged ? Why(write, why) : write.Of("không có mục tiêu", "no target"));

    /// <summary>Of a yes-or-no of a group how many of how many; else the value with its unit.</summary>
    public static string Said(ViewWriter write, double value, string unit, string aggregation, int owed) =>
        aggregation == "count_yes" ? $"{write.Said.Number(value, 0)}/{write.Count(owed)}" : FigureCell.Said(write, value, unit);

    public static ViewCell Change(ViewWriter write, double? absolute, double? percent, string? since, string unit)
    {
        if (absolute is not { } by)
        {
            return ViewWriter.Text(null);
        }

        var said = unit == "yes_no" ? write.Said.Signed(by, 0) : Briefs.Documents.Amount.Signed(Math.Round(by, 6), unit, write.Said);
        return new ViewCell(percent is { } share ? $"{said} ({write.Said.Signed(share)} %)" : said) { Value = by, Title = since is null ? null : $"{write.Of("so với", "since")} {since}" };
    }

    private static string Why(ViewWriter write, TargetReason? why) => why switch
    {
        TargetReason.NoDueDay => write.Of("chưa xét: không có hạn", "not judged: no due day"),
        TargetReason.OneValue => write.Of("chưa xét: mới có một số liệu", "not judged: one value only"),
        TargetReason.IndicatorEnded => write.Of("chưa xét: đã thôi báo cáo", "not judged: no longer reported"),
        TargetReason.NoValue => write.Of("chưa xét: chưa có số liệu", "not judged: no value yet"),
        _ => write.Of("chưa xét", "not judged"),
    };
}
