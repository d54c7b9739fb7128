using DtPipeline.Access;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Excerpts;
using DtPipeline.Answers.Views;
using DtPipeline.Answers.Views.Figures;
using DtPipeline.Answers.Views.Filing;
using DtPipeline.Answers.Views.Oversight;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Answers.Views;

/// <summary>A state of the read models, drawn from a number: the same number gives the same state. Texts hold what a sheet would take for a formula and a page for markup.</summary>
internal sealed class DrawnStore(int seed, int most)
{
    public static readonly DateTimeOffset Now = new(2025, 9, 22, 1, 0, 0, TimeSpan.Zero);

    private static readonly string[] States = ["on_time", "late", "nil", "faulty", "missing", "expected", "exempt"];
    private static readonly string[] Statuses = ["accepted", "accepted_with_faults", "rejected", "duplicate", "evidence"];
    private static readonly string[] Texts = ["=1+1", "<b>x</b>", "một, hai; \"ba\"", "@SUM(A1)", "dòng 1\ndòng 2", "-", "bình thường", "+84"];
    private static readonly string[] Types = [AlertType.ReportOverdue, AlertType.ReportFaulty, AlertType.ValueAnomaly, AlertType.TargetOffTrack, AlertType.TaskOverdue];

    private static readonly string[] AlertStates = ["open", "acknowledged", "snoozed"];
    private static readonly string[] Severities = ["red", "yellow", "green"];
    private static readonly string[] TaskStates = ["assigned", "in_progress", "due_soon", "overdue", "done", "done_late"];
    private static readonly string[] Restated = ["restated", "unchanged", "incomplete", "not_comparable", "missing"];
    private static readonly string[] Given = ["value", "value", "nil", "missing", "exempt"];
    private static readonly string[] Marks = ["A", "E", "B"];
    private static readonly string[] Faults = ["error", "warning", "info"];
    private static readonly string[] OwnMarks = ["A", "E"];
    private static readonly string[] Quarters = ["2025-Q1", "2025-Q2", "2025-Q3"];

    private readonly Random random = new(seed);

    private static ReportingCatalogue Catalogue => TheCatalogue.Default;

    private static Form Form => Catalogue.Forms.First(f => f.Code == "PROV-Q");

    private static Indicator Indicator => Catalogue.Indicators.First(i => i is { NationalOnly: false, Unit: "percent", Frequency: Frequency.Quarterly });

    public static ViewQuestion Ask(string language, params (string Name, string Value)[] query) => new(
        language, Now, Catalogue, new Caller(CallerRole.Secretariat, [], null), query.ToDictionary(q => q.Name, q => q.Value, StringComparer.Ordinal));

    /// <summary>Every view of the state in a language.</summary>
    public IReadOnlyList<ViewModel> Views(string language)
    {
        var (form, alerts, tasks, files) = (FormModel(), Alerts(), Tasks(), Files());
        var index = new ComplianceIndex([form with { Periods = [.. form.Periods.Select(p => p with { Cells = null })] }]);
        var (indicators, indicator) = (IndicatorIndex(), IndicatorModel());
        var receipt = Receipt();
        var cell = form.Periods[0].Cells!.Count > 0 ? form.Periods[0].Cells![0] : new FormCell("P34-01", "missing", 0, 3);
        var owner = new Owner(Catalogue.FindOrganisation("P34-01")!, Of("2025-Q3"));
        return
        [
            TodayView.Of(Ask(language), index, alerts, new ArrivalList(files), tasks),
            ComplianceView.Of(Ask(language, ("form", "PROV-Q")), form),
            ComplianceView.Of(Ask(language, ("form", "PROV-Q"), ("period", "2025-Q2")), form),
            ObligationView.Of(Ask(language), Form, new Obligation("PROV-Q", "P34-01", "2025-Q3", Obligation.StateNamed(cell.State), DueDay.Of(Form, Of("2025-Q3"), Catalogue), null, cell.FirstAccepted, cell.Provided, cell.Required), [.. files.Select(ListedFile.Of)], alerts),
            AlertsView.Of(Ask(language), alerts),
            TasksView.Of(Ask(language), tasks),
            BriefsView.Of(Ask(language), [.. Enumerable.Range(0, random.Next(3)).Select(i => new ListedBrief("2024-S1", Now.AddDays(-i), $"2024-S1/2024062{i}T010000Z", i > 0))]),
            FilesView.Of(Ask(language), [.. files.Select(ListedFile.Of)], isLately: true),
            ReceiptView.Of(Ask(language), receipt.Path, receipt, Changes(owner), Excerpt(receipt)),
            SubmitView.Of(Ask(language, ("organisation", "P34-01")), [form]),
            IndicatorsView.Of(Ask(language), indicators),
            IndicatorView.Of(Ask(language), Indicator, indicator, null),
            IndicatorView.Of(Ask(language, ("as", "now"), ("period", "2025-Q2")), Indicator, indicator, null),
            IndicatorView.Of(Ask(language, ("asOf", "2025-09-01")), Indicator, indicator, new PastFigures(Now.AddDays(-20), new Dictionary<string, Observation> { ["P34-01"] = Observation(5) }, null, Changes(owner))),
            ObservationView.Of(Ask(language), owner.Organisation, Series(), [new ValueSource(Observation(12.5), "P34-01/2025-Q3/bao-cao.xlsx"), .. Maybe() ? [new ValueSource(Observation(12) with { FileId = "id1" }, null)] : Array.Empty<ValueSource>()]),
        ];
    }

    private static Period Of(string name) => Period.TryParse(name, out var period) ? period : throw new ArgumentException(name, nameof(name));

    private T One<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private bool Maybe(int inTen = 5) => random.Next(10) < inTen;

    private List<Organisation> Owing(string period) => [.. Catalogue.WhoOwes(Form, Of(period)).Take(most)];

    private FormModel FormModel()
    {
        string[] periods = ["2025-Q3", "2025-Q2", "2025-Q1"];
        var bodies = periods.SelectMany(Owing).Distinct().OrderBy(o => o.Code, StringComparer.Ordinal).Select(OrganisationFacts.Of).ToList();
        return new FormModel("PROV-Q", Form.NameVi, Form.NameEn, "quarterly", "@provinces", bodies, [.. periods.Select(FormPeriod)]);
    }

    private FormPeriod FormPeriod(string period)
    {
        var due = DueDay.Of(Form, Of(period), Catalogue);
        var cells = Owing(period).Where(_ => Maybe(9)).Select(o => new FormCell(o.Code, One(States), random.Next(4), 4)
        {
            Incomplete = Maybe(2),
            FirstReceived = Maybe() ? Now.AddDays(-random.Next(30)) : null,
            FirstAccepted = Maybe() ? Now.AddDays(-random.Next(30)) : null,
        }).ToList();
        return new FormPeriod(period, due.Nominal, due.Effective, cells.GroupBy(c => c.State, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal), 0, Rate(), Rate(), Rate())
        {
            Cells = cells,
            Change = Maybe() ? new RateChange("2025-Q2", Rate(), Rate(), null) : null,
        };
    }

    private double? Rate() => Maybe(8) ? Math.Round(random.NextDouble(), 4) : null;

    private AlertList Alerts() => new(new DateOnly(2025, 9, 22), [.. Enumerable.Range(0, random.Next(6)).Select(i => new ListedAlert(
        One(Owing("2025-Q3")).Code, $"{One(Types)}~{i}", One(Types), One(AlertStates), One(Severities), 0, Now.AddDays(-i), i, new Bilingual(One(Texts), One(Texts)))
    {
        Form = Maybe() ? "PROV-Q" : null,
        Period = Maybe(8) ? "2025-Q3" : null,
        Due = Maybe() ? new DateOnly(2025, 9, 20 + random.Next(5)) : null,
        Indicator = Maybe() ? Indicator.Code : null,
    })]);

    private TaskList Tasks() => new(new DateOnly(2025, 9, 22), [.. Catalogue.Tasks.Take(random.Next(4)).Select(t => new ListedTask(
        t.Code, t.TitleVi, t.TitleEn, t.AssignedOn, t.Recurrence, t.Source, [.. Owing("2025-Q3").Take(2).Select(o => new TaskOwner(o.Code, o.NameVi, o.NameEn, One(TaskStates), true) { Progress = Maybe() ? random.Next(101) : null, DaysOverdue = Maybe() ? random.Next(9) : null })])
    {
        LastDay = new DateOnly(2025, 9, 25),
    })]);

    private List<Arrival> Files() => [.. Enumerable.Range(0, random.Next(5)).Select(i => new Arrival($"id{i}", $"P34-01/2025-Q3/{One(Texts)}.xlsx", Now.AddHours(-i), One(Statuses), new FilingCounts(3, 1, 1, 0, 0, 0, 1), random.Next(3), random.Next(3)) { Organisation = "P34-01", Period = "2025-Q3" })];

    private IndicatorIndex IndicatorIndex() => new([.. Catalogue.Indicators.Take(most).Select(i => new IndicatorLine(IndicatorFacts.Of(i), [.. Enumerable.Range(1, random.Next(5)).Select(n => new SparkPoint($"2024-Q{n}", Maybe(8) ? random.Next(100) : null, Maybe(1)))])
    {
        Newest = Maybe(8) ? new GroupFigureOf("2025-Q3", Maybe(8) ? random.Next(60) : null, "sum", random.Next(63), 63) { Change = Maybe() ? new ModelChange("2025-Q2", random.Next(-5, 6), Maybe() ? 3.2 : null) : null } : null,
        Target = Maybe() ? new TargetStanding(One(Enum.GetValues<TargetStatus>()), 80, new DateOnly(2025, 12, 31), 4, 0.5, Maybe(), TargetReason.OneValue) : null,
    })]);

    private IndicatorModel IndicatorModel()
    {
        string[] periods = ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"];
        var points = periods.Where(_ => Maybe(8)).Select((p, i) => new GroupFigureOf(p, Maybe(9) ? random.Next(100) : null, "mean", 30 + i, 34)
        {
            IsBreak = Maybe(1),
            AsNow = Maybe() ? new AsNowFigure(Maybe() ? random.Next(100) : null, "mean", 30, 34, 0, random.Next(2)) : null,
        }).ToList();
        var target = new TargetProgress(One(Enum.GetValues<TargetStatus>()), 80, new DateOnly(2026, 3, 31), Projection: Maybe() ? new TargetProjection("2026-Q1", 77, ProjectionMethod.Drift, Maybe() ? 70 : null, 84) : null);
        return new IndicatorModel(
            IndicatorFacts.Of(Indicator),
            [.. Owing("2025-Q3").Concat(Owing("2025-Q2")).Distinct().Select(OrganisationFacts.Of)],
            [new GroupCourse("@all", "nation", "Cả nước", "Viet Nam", points) { Target = Maybe(8) ? target : null }, new GroupCourse("@kind:province", "kind", "Địa phương", "Provinces", points)],
            [new League("2025-Q3", [.. Owing("2025-Q3").Select(LeagueRow)]), new League("2025-Q2", [.. Owing("2025-Q2").Select(LeagueRow)]) { AsNow = [.. Owing("2025-Q3").Select(o => new AsNowRow(o.Code, One(Restated), ["P63-01"]) { Value = Maybe() ? 3 : null })] }]);
    }

    private LeagueRow LeagueRow(Organisation organisation) => One(Given) is var state && state == "value"
        ? new LeagueRow(organisation.Code, state) { Value = random.Next(0, 100) / 2.0, Status = One(Marks), Rank = Maybe() ? random.Next(1, 34) : null, Of = 34, Gained = random.Next(-3, 4), Target = Maybe() ? One(Enum.GetValues<TargetStatus>()) : null, Uncertain = Maybe(2) }
        : new LeagueRow(organisation.Code, state);

    private Series Series() => new(Indicator, "P34-01", [.. Quarters.Where(_ => Maybe(8)).Select(p => new SeriesPoint(Of(p), Maybe(8) ? random.Next(100) : null, One(OwnMarks)))]);

    private static Observation Observation(double value) => new(string.Empty, value, "A", 1, 2, "=ghi chú", "id0", Now, new DtPipeline.Faults.Place("Sheet1", 7, "Thực hiện", "E7"));

    private IReadOnlyList<ValueRevision> Changes(Owner owner) => Maybe() ? [new ValueRevision(owner.Organisation, owner.Period, Indicator, Maybe() ? Observation(4) : null, Observation(random.Next(9)), "P34-01/2025-Q3/bao-cao.xlsx")] : [];

    private Receipt Receipt() => new(
        "id0", "P34-01/2025-Q3/bao-cao.xlsx", new string('0', 64), "P34-01", "2025-Q3", Now, Now, One(Statuses), null, new FilingCounts(3, 1, 0, 0, 0, 0, 2), new Bilingual("Đã nhận.", "Accepted."),
        [.. Enumerable.Range(0, random.Next(4)).Select(i => new ReceiptFault("Sheet1", 7 + i, "Thực hiện", $"C{7 + i}", "value.number", One(Faults), One(Texts), null, new Bilingual("Không phải số.", "No number.")))]);

    private List<ExcerptRow> Excerpt(Receipt receipt) =>
    [
        .. Enumerable.Range(6, 4).Select(n => new ExcerptRow("Sheet1", n, n == 6, [.. new[] { "1", One(Texts), One(Texts) }.Select((t, c) => new ExcerptCell(t) { Faults = c == 2 ? [.. receipt.Faults.Index().Where(f => f.Item.Row == n).Select(f => f.Index)] : null })], 0)),
    ];
}
