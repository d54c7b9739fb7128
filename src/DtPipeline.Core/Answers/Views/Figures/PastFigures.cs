using DtPipeline.Answers.Models;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Views.Figures;

/// <summary>What was known of an indicator's period at an earlier moment.</summary>
/// <param name="Values">By organisation.</param>
/// <param name="Figure">Of the nation; null where nobody had reported.</param>
/// <param name="Since">What has been said otherwise since, of this indicator.</param>
public sealed record PastFigures(DateTimeOffset At, IReadOnlyDictionary<string, Observation> Values, RolledUp? Figure, IReadOnlyList<ValueRevision> Since)
{
    internal IReadOnlyList<ViewNumber> Numbers(ViewWriter write, IndicatorModel model) =>
    [
        new(write.Of("như đã biết khi đó", "as known then"), Figure?.Value is { } value ? TargetCells.Said(write, value, model.Indicator.Unit, model.Indicator.Aggregation, Figure.Owed) : write.Of(ViewClass.NoFigure.Label), null, Figure?.Value is null ? ViewClass.NoFigure.Name : null, Figure?.Value is null ? ViewClass.NoFigure.Mark : null),
        new(write.Of("đã báo cáo khi đó", "reported by then"), Figure is null ? write.Count(0) : $"{write.Count(Figure.Reported)}/{write.Count(Figure.Owed)}"),
        new(write.Of("thay đổi từ đó đến nay", "changed since"), write.Count(Since.Count)),
    ];

    /// <summary>The bodies of the league with what they had said by then.</summary>
    internal ViewTable Table(ViewWriter write, IndicatorModel model, League league)
    {
        var rows = league.Rows.Where(r => write.Ask.MaySee(r.Organisation)).Select(r => Row(write, model, league.Period, r)).ToList();
        return new ViewTable(
            "league",
            "list",
            $"{write.Heading(league.Period)}: {write.Of("như đã biết lúc", "as known at")} {write.Moment(At)}",
            [
                new("organisation", write.Of("Cơ quan", "Body")),
                new("value", write.Of("Khi đó", "Then"), Align: "end", Sort: "number"),
                new("now", write.Of("Hiện nay", "Now"), Align: "end", Sort: "number"),
                new("state", write.Of("Tình trạng khi đó", "State then"), Sort: "number"),
            ],
            rows)
        {
            Empty = rows.Count > 0 ? null : write.Of("Không có cơ quan nào phải báo cáo kỳ này.", "Nobody is asked for this period."),
        };
    }

    internal ViewTable Changes(ViewWriter write) => new(
        "changes",
        "list",
        write.Of("Đã thay đổi từ đó đến nay", "What has changed since"),
        [
            new("organisation", write.Of("Cơ quan", "Body")),
            new("was", write.Of("Trước", "Before"), Align: "end", Sort: "number"),
            new("now", write.Of("Sau", "After"), Align: "end", Sort: "number"),
            new("file", write.Of("Tệp", "File")),
            new("uploaded", write.Of("Nhận lúc", "Received"), Sort: "number"),
            new("note", write.Of("Ghi chú", "Note")),
        ],
        [.. Since.Where(s => write.Ask.MaySee(s.Organisation.Code)).Select(s => Change(write, s))])
    {
        Empty = Since.Any(s => write.Ask.MaySee(s.Organisation.Code)) ? null : write.Of("Không có gì thay đổi từ đó đến nay.", "Nothing has changed since."),
    };

    private ViewRow Row(ViewWriter write, IndicatorModel model, string period, LeagueRow row)
    {
        var address = ViewAddress.Observation(model.Indicator.Code, row.Organisation, period);
        var then = Values.GetValueOrDefault(row.Organisation) is { IsAnswer: true } known ? known : null;
        return new ViewRow(
            row.Organisation,
            [
                ViewWriter.Text(write.Organisation(row.Organisation)),
                then?.Value is { } value ? FigureCell.Of(write, value, then.Unit ?? model.Indicator.Unit, then.Status, null) : ViewWriter.Text(null),
                row.Value is { } now ? FigureCell.Of(write, now, row.Unit ?? model.Indicator.Unit, row.Status, address) : ViewWriter.Text(null),
                write.State(then is null ? ViewClass.NoFigure : then.Value is null ? ViewClass.Nil : ViewClass.Reported, address),
            ])
        {
            Href = address,
        };
    }

    private static ViewRow Change(ViewWriter write, ValueRevision change) => new(
        change.Organisation.Code,
        [
            ViewWriter.Text(write.Organisation(change.Organisation.Code)),
            change.Was is { } was ? FigureCell.Of(write, was, change.Indicator.Unit, null) : write.State(ViewClass.NoFigure),
            FigureCell.Of(write, change.Now, change.Indicator.Unit, ViewAddress.Observation(change.Indicator.Code, change.Organisation.Code, change.Period.ToString())),
            ViewWriter.Text(change.Path[(change.Path.LastIndexOf('/') + 1)..], ViewAddress.Receipt(change.Path), change.Path),
            write.MomentCell(change.Now.UploadedAt),
            ViewWriter.Text(change.Now.Note),
        ])
    {
        Href = ViewAddress.Receipt(change.Path),
    };
}
