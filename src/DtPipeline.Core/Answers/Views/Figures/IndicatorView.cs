using DtPipeline.Answers.Briefs.Charts;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views.Charts;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Views.Figures;

/// <summary>One indicator: the nation against its target, who stands where, and what was known at an earlier moment.</summary>
public static class IndicatorView
{
    /// <param name="model">Null where nothing of the indicator is published.</param>
    /// <param name="past">What was known at the moment that is asked for; null where it is asked for as it stands.</param>
    public static ViewModel Of(ViewQuestion ask, Indicator indicator, IndicatorModel? model, PastFigures? past)
    {
        var write = new ViewWriter(ask);
        var view = new ViewModel($"indicators/{indicator.Code}", ask.Said.Code, $"{indicator.Code} {write.Of(indicator.NameVi, indicator.NameEn)}", AddressOf(ask, indicator));
        if (model is null || model.Groups.Count == 0)
        {
            return write.Whole(view with { Empty = write.Of("Chưa có số liệu nào của chỉ tiêu này. Báo cáo đầu tiên có chỉ tiêu này sẽ điền trang này.", "Nothing of this indicator was reported yet. The first report with it fills this page.") });
        }

        var nation = model.Groups[0];
        var league = PeriodOf(ask, model) is { } period ? model.Leagues.FirstOrDefault(l => l.Period == period) : null;
        var series = Series(write, model, nation);
        var leagueTable = league is null ? null : past is null ? new LeagueTable(write, model).Of(league, IsNow(ask)) : past.Table(write, model, league);
        var name = write.Of(nation.NameVi, nation.NameEn);
        return write.Whole(view with
        {
            Subtitle = Standing(write, model, nation),
            AsOf = past is null ? null : $"{write.Of("Như đã biết lúc", "As known at")} {write.Moment(past.At)}",
            Numbers = past is null ? Numbers(write, model, nation) : past.Numbers(write, model),
            Filters = Filters(write, model, league),
            Charts =
            [
                .. past is null && Trend(write, model, nation, series, name) is { } trend ? new[] { trend } : [],
                .. leagueTable is not null && new ViewCharts(write).Map(leagueTable, "state", "value", $"{league!.Period}: {view.Title}") is { } map ? new[] { map } : [],
            ],
            Tables = [.. past is null ? new[] { series } : [past.Changes(write)], .. leagueTable is null ? [] : new[] { leagueTable }, .. past is null ? Groups(write, model) : []],
            Notes = Notes(write, indicator, league, IsNow(ask)),
            Links = [new ViewLink(write.Of("Tất cả chỉ tiêu", "All indicators"), ViewAddress.Of("indicators"))],
        });
    }

    /// <summary>The period whose figures stand in the league: the one that is asked for, else the newest of which anything is known.</summary>
    public static string? PeriodOf(ViewQuestion ask, IndicatorModel model) =>
        model.Leagues.FirstOrDefault(l => l.Period == ask.Of("period"))?.Period ?? (model.Leagues.FirstOrDefault(l => l.Rows.Any(r => r.State == "value")) ?? (model.Leagues is [var newest, ..] ? newest : null))?.Period;

    private static bool IsNow(ViewQuestion ask) => ask.Of("as") == "now";

    private static string AddressOf(ViewQuestion ask, Indicator indicator) =>
        ViewAddress.Of($"indicators/{indicator.Code}", ("period", ask.Of("period")), ("as", IsNow(ask) ? "now" : null), ("asOf", ask.Of("asOf")));

    private static string? Standing(ViewWriter write, IndicatorModel model, GroupCourse nation) => nation.Target is not { Target: { } aim } target ? null
        : $"{write.Of("Mục tiêu", "Target")} {Aim(write, model, aim)}{(target.Due is { } due ? $" {write.Of("đến", "by")} {write.Day(due)}" : string.Empty)}: {TargetCells.Status(write, target.Status, target.Uncertain, target.Why).Text}";

    private static string Amount(ViewWriter write, IndicatorModel model, double value, int owed) => TargetCells.Said(write, value, model.Indicator.Unit, model.Indicator.Aggregation, owed);

    /// <summary>A target of yeses is a number of bodies, and not of how many: those of its day and those of today differ.</summary>
    private static string Aim(ViewWriter write, IndicatorModel model, double aim) =>
        model.Indicator.Aggregation == "count_yes" ? $"{write.Said.Number(aim, 0)} {write.Of("cơ quan", "bodies")}" : FigureCell.Said(write, aim, model.Indicator.Unit);

    private static List<ViewNumber> Numbers(ViewWriter write, IndicatorModel model, GroupCourse nation)
    {
        if (nation.Points.LastOrDefault(p => p.Value is not null) is not { } newest)
        {
            return [];
        }

        var change = TargetCells.Change(write, newest.Change?.Absolute, newest.Change?.Percent, newest.Change?.Period, model.Indicator.Unit);
        var numbers = new List<ViewNumber>
        {
            new($"{write.Of(nation.NameVi, nation.NameEn)}, {newest.Period}", Amount(write, model, newest.Value!.Value, newest.Owed), change.Text.Length == 0 ? null : $"{change.Text} {change.Title}", Href: ViewAddress.Figure(model.Indicator.Code, newest.Period)),
            new(write.Of("đã báo cáo", "reported"), $"{write.Count(newest.Reported)}/{write.Count(newest.Owed)}"),
        };
        if (nation.Target is { } target && TargetCells.ClassOf(target.Status) is { } look)
        {
            var state = TargetCells.Status(write, target.Status, target.Uncertain);
            numbers.Add(new(write.Of("so với mục tiêu", "against the target"), state.Text, target.Projection is { } ahead ? $"{write.Of("dự kiến", "projected")} {Amount(write, model, Math.Round(ahead.Value, 1), newest.Owed)} ({ahead.Period})" : null, state.Class, state.Mark));
        }

        return numbers;
    }

    private static IReadOnlyList<ViewFilter> Filters(ViewWriter write, IndicatorModel model, League? league) =>
    [
        ViewWriter.Choice("period", write.Of("Kỳ", "Period"), league?.Period, null, model.Leagues.Select(l => new FilterOption(l.Period, write.Heading(l.Period)))),
        .. league?.AsNow is null ? [] : new[] { ViewWriter.Choice("as", write.Of("Địa giới", "Boundaries"), IsNow(write.Ask) ? "now" : "then", null, [new("then", write.Of("như khi báo cáo", "as then")), new("now", write.Of("như hiện nay", "as now"))]) },
        new("asOf", "date", write.Of("Như đã biết vào ngày", "As known on"), write.Ask.Of("asOf") ?? string.Empty, []),
    ];

    private static ViewTable Series(ViewWriter write, IndicatorModel model, GroupCourse nation) => new(
        "series",
        "list",
        $"{write.Of("Diễn biến", "Course")}: {write.Of(nation.NameVi, nation.NameEn)}",
        [
            new("period", write.Of("Kỳ", "Period")),
            new("value", write.Of("Giá trị", "Value"), Align: "end", Sort: "number"),
            new("change", write.Of("Thay đổi", "Change"), Align: "end", Sort: "number"),
            new("reported", write.Of("Đã báo cáo", "Reported"), write.Of("cơ quan", "bodies"), "end", "number"),
            .. nation.Points.Any(p => p.AsNow is not null) ? new[] { new ViewColumn("asNow", write.Of("Theo địa giới nay", "As now"), Align: "end", Sort: "number") } : [],
        ],
        [.. nation.Points.Select(p => Point(write, model, p, nation.Points.Any(x => x.AsNow is not null)))])
    {
        Empty = nation.Points.Count == 0 ? write.Of("Chưa có kỳ nào có số liệu.", "No period has a figure yet.") : null,
    };

    private static ViewRow Point(ViewWriter write, IndicatorModel model, GroupFigureOf point, bool hasAsNow)
    {
        var address = ViewAddress.Figure(model.Indicator.Code, point.Period);
        var value = point.Value is { } known ? new ViewCell(Amount(write, model, known, point.Owed)) { Value = known, Href = address } : write.State(point.Reported > 0 ? ViewClass.Nil : ViewClass.NoFigure, address);
        var asNow = point.AsNow switch
        {
            null => ViewWriter.Text(null),
            { Value: { } now } => FigureCell.With(new ViewCell(Amount(write, model, now, point.AsNow.Owed)) { Value = now }, ViewClass.Restated),
            { NotComparable: > 0 } => write.State(ViewClass.NotComparable),
            _ => write.State(ViewClass.NoFigure),
        };
        return new ViewRow(
            point.Period,
            [
                ViewWriter.Text(point.Period, address),
                point.IsBreak ? FigureCell.With(value, ViewClass.Break) : value,
                TargetCells.Change(write, point.Change?.Absolute, point.Change?.Percent, point.Change?.Period, model.Indicator.Unit),
                new ViewCell($"{write.Count(point.Reported)}/{write.Count(point.Owed)}") { Value = point.Reported },
                .. hasAsNow ? new[] { asNow } : [],
            ])
        {
            Href = address,
        };
    }

    private static ViewChart? Trend(ViewWriter write, IndicatorModel model, GroupCourse nation, ViewTable series, string name)
    {
        static double At(string period) => Period.TryParse(period, out var known) ? known.FirstDay.DayNumber : 0;
        var points = series.Rows.Select(r => (At(r.Key), r.Key, series.Cell(r, "value"))).ToList();
        var ahead = nation.Target?.Projection is { } p && points.Count > 0 && At(p.Period) > points[^1].Item1
            ? new TrendAhead(At(p.Period), new Run(RunKind.Time, p.Period), p.Value, p.Low, p.High, Projected(write, model, p))
            : null;
        (double, string)? target = nation.Target?.Target is { } aim ? (aim, $"{write.Of("mục tiêu", "target")} {Aim(write, model, aim)}") : null;
        return ViewCharts.Course(series, points, target, ahead, $"{write.Of(model.Indicator.NameVi, model.Indicator.NameEn)}, {name}");
    }

    private static string Projected(ViewWriter write, IndicatorModel model, TargetProjection ahead)
    {
        string Said(double value) => FigureCell.Said(write, Math.Round(value, 1), model.Indicator.Aggregation == "count_yes" ? "count" : model.Indicator.Unit);
        var interval = ahead is { Low: { } low, High: { } high } ? $" ({write.Of("khoảng 80 %", "80% interval")}: {Said(low)} – {Said(high)})" : string.Empty;
        return $"{ahead.Period}: {write.Of("dự kiến", "projected")} {Said(ahead.Value)}{interval}";
    }

    /// <summary>Regions and kinds in the newest period of the nation.</summary>
    private static IEnumerable<ViewTable> Groups(ViewWriter write, IndicatorModel model)
    {
        var others = model.Groups.Where(g => g.Level is "region" or "kind" && g.Points.Count > 0).ToList();
        if (others.Count > 0)
        {
            yield return new ViewTable(
                "groups",
                "list",
                write.Of("Theo vùng và loại cơ quan", "By region and kind"),
                [
                    new("group", write.Of("Nhóm", "Group")),
                    new("period", write.Of("Kỳ", "Period")),
                    new("value", write.Of("Giá trị", "Value"), Align: "end", Sort: "number"),
                    new("reported", write.Of("Đã báo cáo", "Reported"), write.Of("cơ quan", "bodies"), "end", "number"),
                ],
                [.. others.Select(g => Point(write, model, g.Points[^1], false) is var row ? new ViewRow(g.Group, [ViewWriter.Text(write.Of(g.NameVi, g.NameEn)), row.Cells[0], row.Cells[1], row.Cells[3]]) : null!)]);
        }
    }

    private static IReadOnlyList<string> Notes(ViewWriter write, Indicator indicator, League? league, bool isNow) =>
    [
        .. indicator.Breaks.Select(b => write.Of($"Từ kỳ {b} chỉ tiêu được đo theo định nghĩa khác: không so sánh với các kỳ trước.", $"From {b} on it is measured by another definition: nothing is compared with the periods before.")),
        .. isNow && league?.AsNow is not null
            ? new[] { write.Of($"Theo địa giới nay: {indicator.Reform.Name().Vi}.", $"As now: {indicator.Reform.Name().En}.") }
            : [],
    ];
}
