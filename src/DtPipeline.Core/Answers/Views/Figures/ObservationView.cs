using DtPipeline.Answers.Views.Charts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Views.Figures;

/// <summary>Where a value stands that somebody typed.</summary>
/// <param name="Path">Of its file, without the container; null where the file is not known any more.</param>
public sealed record ValueSource(Observation Observation, string? Path);

/// <summary>One indicator of one body over time, and of the period asked for the file and the cell that the value stands in.</summary>
public static class ObservationView
{
    /// <summary>The period whose source is shown: the one that is asked for, else the newest.</summary>
    public static Period? PeriodOf(ViewQuestion ask, Series series) => ask.PeriodAsked ?? (series.Points is [.., var last] ? last.Period : null);

    /// <param name="sources">Of the period: the value that stands, then those that stood before it, the newest first; none where nothing stands.</param>
    public static ViewModel Of(ViewQuestion ask, Organisation body, Series series, IReadOnlyList<ValueSource> sources)
    {
        var write = new ViewWriter(ask);
        var (indicator, period) = (series.Indicator, PeriodOf(ask, series));
        var points = Series.Of(indicator, body.Code, series.Points).Points;
        var table = new ViewTable(
            "series",
            "list",
            write.Of("Số liệu theo kỳ", "Values by period"),
            [
                new("period", write.Of("Kỳ", "Period")),
                new("value", write.Of("Giá trị", "Value"), Align: "end", Sort: "number"),
            ],
            [.. points.Select(p => Row(write, indicator, body, p))])
        {
            Empty = points.Count > 0 ? null : write.Of($"{body.NameVi} chưa báo cáo chỉ tiêu này.", $"{body.NameEn} has not reported this indicator yet."),
        };
        var title = $"{write.Of(body.NameVi, body.NameEn)}: {indicator.Code} {write.Of(indicator.NameVi, indicator.NameEn)}";
        return write.Whole(new ViewModel($"indicators/{indicator.Code}/{body.Code}", ask.Said.Code, title, ViewAddress.Observation(indicator.Code, body.Code, period?.ToString() ?? string.Empty))
        {
            Subtitle = period is null ? null : write.Heading(period),
            Charts = ViewCharts.Course(table, [.. points.Select((p, i) => ((double)p.Period.FirstDay.DayNumber, p.Period.ToString(), table.Cell(table.Rows[i], "value")))], null, null, title) is { } chart ? [chart] : [],
            Tables = period is null ? [table] : [Source(write, indicator, period, sources), table],
            Links =
            [
                new ViewLink(write.Of("Chỉ tiêu của cả nước", "The indicator for the nation"), ViewAddress.Figure(indicator.Code, period?.ToString())),
                .. period is null ? [] : new[] { new ViewLink(write.Of("Các tệp của kỳ", "Files of the period"), ViewAddress.Of("files", ("organisation", body.Code), ("period", period.ToString()))) },
            ],
        });
    }

    private static ViewRow Row(ViewWriter write, Indicator indicator, Organisation body, SeriesPoint point)
    {
        var address = ViewAddress.Observation(indicator.Code, body.Code, point.Period.ToString());
        var value = point.Value is { } known ? FigureCell.Of(write, known, indicator.Unit, point.Status, address) : write.State(ViewClass.Nil, address);
        return new ViewRow(point.Period.ToString(), [ViewWriter.Text(point.Period.ToString(), address), value]) { Href = address };
    }

    private static ViewTable Source(ViewWriter write, Indicator indicator, Period period, IReadOnlyList<ValueSource> sources) => new(
        "source",
        "list",
        $"{write.Heading(period)}: {write.Of("số liệu lấy từ đâu", "where the value comes from")}",
        [
            new("value", write.Of("Giá trị", "Value"), Align: "end", Sort: "none"),
            new("standing", write.Of("Hiệu lực", "Standing"), Sort: "none"),
            new("file", write.Of("Tệp", "File"), Sort: "none"),
            new("cell", write.Of("Ô, dòng", "Cell, row"), Sort: "none"),
            new("uploaded", write.Of("Nhận lúc", "Received"), Sort: "none"),
            new("weights", write.Of("Tử số / mẫu số", "Numerator / denominator"), Align: "end", Sort: "none"),
            new("note", write.Of("Ghi chú", "Note"), Sort: "none"),
        ],
        [.. sources.Select((s, i) => Row(write, indicator, s, i == 0, sources.Count > 1))])
    {
        Empty = sources.Count == 0 ? write.Of("Kỳ này chưa có số liệu.", "Nothing stands of this period.") : null,
    };

    private static ViewRow Row(ViewWriter write, Indicator indicator, ValueSource source, bool isCurrent, bool isRevised)
    {
        var (said, receipt) = (source.Observation, source.Path is { } path ? ViewAddress.Receipt(path) : null);
        var value = FigureCell.Of(write, said, indicator.Unit, receipt);
        return new ViewRow(
            $"{said.FileId}~{said.UploadedAt:O}",
            [
                isCurrent && isRevised ? FigureCell.With(value, ViewClass.Revised) : value,
                ViewWriter.Text(isCurrent ? write.Of("hiện hành", "current") : write.Of("đã được thay", "replaced")),
                ViewWriter.Text(source.Path is { } name ? name[(name.LastIndexOf('/') + 1)..] : said.FileId, receipt, source.Path),
                ViewWriter.Text(FigureCell.Place(said.Place), receipt),
                write.MomentCell(said.UploadedAt),
                ViewWriter.Text(said is { Numerator: { } over, Denominator: { } under } ? $"{write.Said.Number(over)} / {write.Said.Number(under)}" : string.Empty),
                ViewWriter.Text(said.Note),
            ])
        {
            Href = receipt,
        };
    }
}
