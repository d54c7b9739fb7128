using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views.Charts;

namespace DtPipeline.Answers.Views.Figures;

/// <summary>All indicators at a glance: the newest national figure, its course, and how it stands to its target.</summary>
public static class IndicatorsView
{
    private static readonly ViewClass[] Statuses = [ViewClass.Missed, ViewClass.OffTrack, ViewClass.AtRisk, ViewClass.OnTrack, ViewClass.Met];

    public static ViewModel Of(ViewQuestion ask, IndicatorIndex index)
    {
        var write = new ViewWriter(ask);
        var status = ask.Of("status");
        var shown = index.Indicators.Where(i => status is null || TargetCells.ClassOf(i.Target?.Status)?.Name == status).ToList();
        var table = new ViewTable(
            "indicators",
            "list",
            write.Of("Chỉ tiêu", "Indicators"),
            [
                new("indicator", write.Of("Chỉ tiêu", "Indicator")),
                new("value", write.Of("Giá trị", "Value"), Align: "end", Sort: "number"),
                new("change", write.Of("Thay đổi", "Change"), Align: "end", Sort: "number"),
                new("target", write.Of("Mục tiêu", "Target"), Align: "end", Sort: "number"),
                new("due", write.Of("Hạn", "Due"), Sort: "number"),
                new("status", write.Of("Tiến độ", "Status"), Sort: "number"),
                new("period", write.Of("Kỳ", "Period")),
                new("reported", write.Of("Đã báo cáo", "Reported"), write.Of("cơ quan", "bodies"), "end", "number"),
            ],
            [.. shown.Select(i => Row(write, i))])
        {
            Empty = shown.Count > 0 ? null
                : index.Indicators.Count == 0 ? write.Of("Chưa có chỉ tiêu nào được công bố. Báo cáo đầu tiên sẽ điền bảng này.", "No indicator is published yet. The first report fills this table.")
                : write.Of("Không có chỉ tiêu nào khớp với bộ lọc.", "No indicator fits the filters."),
        };
        return write.Whole(new ViewModel("indicators", ask.Said.Code, write.Of("Chỉ tiêu", "Indicators"), ViewAddress.Of("indicators", ("status", status)))
        {
            Numbers = [.. Statuses.Select(s => new ViewNumber(write.Of(s.Label), write.Count(index.Indicators.Count(i => TargetCells.ClassOf(i.Target?.Status) == s)), null, s.Name, s.Mark, ViewAddress.Of("indicators", ("status", s.Name))))],
            Filters = [ViewWriter.Choice("status", write.Of("Tiến độ", "Status"), status, write.Of("tất cả", "all"), Statuses.Select(s => new FilterOption(s.Name, write.Of(s.Label))))],
            Charts = [.. shown.Select(i => Spark(write, i)).OfType<ViewChart>()],
            Tables = [table],
            Notes = [write.Of("Giá trị của cả nước, gộp từ các cơ quan đã báo cáo; chỉ tiêu quốc gia là số của cơ quan chủ trì.", "Figures of the nation, made of those who have reported; a national one is its owner's.")],
        });
    }

    private static ViewRow Row(ViewWriter write, IndicatorLine line)
    {
        var (indicator, newest) = (line.Indicator, line.Newest);
        var address = ViewAddress.Figure(indicator.Code);
        return new ViewRow(
            indicator.Code,
            [
                ViewWriter.Text($"{indicator.Code} {write.Of(indicator.NameVi, indicator.NameEn)}", address),
                newest switch
                {
                    { Value: { } value } => new ViewCell(TargetCells.Said(write, value, indicator.Unit, indicator.Aggregation, newest.Owed)) { Value = value, Href = ViewAddress.Figure(indicator.Code, newest.Period) },
                    { Reported: > 0 } => write.State(ViewClass.Nil, address),
                    _ => write.State(ViewClass.NoFigure, address),
                },
                TargetCells.Change(write, newest?.Change?.Absolute, newest?.Change?.Percent, newest?.Change?.Period, indicator.Unit),
                line.Target is { Target: { } aim } ? new ViewCell(Said(write, indicator, aim)) { Value = aim } : ViewWriter.Text(null),
                write.DayCell(line.Target?.Due),
                TargetCells.Status(write, line.Target?.Status, line.Target?.Uncertain == true, line.Target?.Why, address),
                ViewWriter.Text(newest?.Period),
                newest is null ? ViewWriter.Text(null) : new ViewCell($"{write.Count(newest.Reported)}/{write.Count(newest.Owed)}") { Value = newest.Reported },
            ])
        {
            Href = address,
        };
    }

    private static ViewChart? Spark(ViewWriter write, IndicatorLine line) => ViewCharts.Spark(
        "indicators",
        line.Indicator.Code,
        [.. line.Spark.Select(p => (p.Period, p.Value, p.IsBreak))],
        $"{write.Of(line.Indicator.NameVi, line.Indicator.NameEn)}: {string.Join("; ", line.Spark.Where(p => p.Value is not null).TakeLast(4).Select(p => $"{p.Period} {Said(write, line.Indicator, p.Value!.Value)}"))}");

    private static string Said(ViewWriter write, IndicatorFacts indicator, double value) =>
        indicator.Aggregation == "count_yes" ? write.Said.Number(value, 0) : FigureCell.Said(write, value, indicator.Unit);
}
