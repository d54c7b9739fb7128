using DtPipeline.Answers.Models;
using DtPipeline.Ledger;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>Alerts as a table: one line for those of one cause and form, which opens to these.</summary>
internal sealed class AlertTable(ViewWriter write)
{
    private static readonly string[] WhenOpen = ["acknowledge", "snooze"];
    private static readonly string[] WhenHandled = ["reopen", "snooze"];

    public ViewTable Of(string id, string title, IReadOnlyList<ListedAlert> alerts, string empty)
    {
        var groups = alerts.OrderBy(a => a.Due ?? DateOnly.MaxValue).GroupBy(GroupOf).OrderBy(g => ClassOf(g.First()) == ViewClass.Red ? 0 : ClassOf(g.First()) == ViewClass.Yellow ? 1 : 2).ThenBy(g => g.First().Due ?? DateOnly.MaxValue).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return new ViewTable(
            id,
            "list",
            title,
            [
                new("severity", write.Of("Mức", "Severity"), Sort: "number"),
                new("organisation", write.Of("Cơ quan", "Body")),
                new("message", write.Of("Nội dung", "What")),
                new("period", write.Of("Kỳ", "Period")),
                new("due", write.Of("Hạn", "Due"), Sort: "number"),
                new("age", write.Of("Đã mở", "Open for"), write.Of("ngày", "days"), "end", "number"),
                new("state", write.Of("Xử lý", "State")),
            ],
            [.. groups.SelectMany(g => g.Select(a => Row(a, g.Count() > 1 ? g.Key : null)))])
        {
            Groups = [.. groups.Where(g => g.Count() > 1).Select(g => Group(g.Key, [.. g]))],
            Actions = write.Ask.MayAct && alerts.Count > 0 ? Actions() : [],
            Empty = alerts.Count == 0 ? empty : null,
        };
    }

    public static ViewClass ClassOf(ListedAlert alert) => ViewClass.Named(alert.Severity) ?? ViewClass.Green;

    private IReadOnlyList<ViewAction> Actions() =>
    [
        new("acknowledge", write.Of("Nhận xử lý", "Acknowledge"), NeedsNote: false, NeedsUntil: false),
        new("snooze", write.Of("Tạm gác", "Snooze"), NeedsNote: false, NeedsUntil: true),
        new("confirm", write.Of("Xác nhận số liệu đúng", "Confirm the figure"), NeedsNote: true, NeedsUntil: false),
        new("reopen", write.Of("Mở lại", "Reopen"), NeedsNote: false, NeedsUntil: false),
    ];

    private static string GroupOf(ListedAlert alert) => string.Join('~', alert.Severity, alert.Type, alert.Form);

    private ViewGroup Group(string key, List<ListedAlert> alerts)
    {
        var first = alerts[0];
        T? Common<T>(Func<ListedAlert, T?> of) => alerts.Select(of).Distinct().Count() == 1 ? of(first) : default;
        var about = new[] { first.Form is { } form ? write.Form(form) : null, Common(a => a.Task), Common(a => a.Period), Common(a => a.Due) is { } due ? write.Due(due) : null }.OfType<string>();
        var look = ClassOf(first);
        return new ViewGroup(key, $"{write.Of(look.Label)}: {string.Join(", ", about.Prepend(write.Of(AlertWords.Cause(first.Type))))}", alerts.Count, look.Name, look.Mark);
    }

    private ViewRow Row(ListedAlert alert, string? group) => new(
        $"{alert.Organisation}/{alert.Key}",
        [
            write.State(ClassOf(alert)),
            ViewWriter.Text(write.Organisation(alert.Organisation)),
            ViewWriter.Text(write.Of(alert.Message), HrefOf(alert)),
            ViewWriter.Text(alert.Period),
            write.DayCell(alert.Due),
            write.Number(alert.AgeDays),
            ViewWriter.Text(StateOf(alert), title: alert.Handling?.Note),
        ])
    {
        Group = group,
        Href = HrefOf(alert),
        Actions = !write.Ask.MayAct ? [] : [.. alert.State == "open" ? WhenOpen : WhenHandled, .. alert.Type == AlertType.ValueAnomaly ? new[] { "confirm" } : []],
    };

    private string StateOf(ListedAlert alert) => alert switch
    {
        { State: "acknowledged", Handling: { } by } => $"{write.Of(AlertWords.State(alert.State))}: {by.By}",
        { State: "snoozed", Handling.Until: { } until } => $"{write.Of(AlertWords.State(alert.State))} {write.Of("đến", "until")} {write.Moment(until)}",
        _ => write.Of(AlertWords.State(alert.State)),
    };

    /// <summary>To what it is about: an obligation, a value, a file, the tasks.</summary>
    private string? HrefOf(ListedAlert alert)
    {
        var isBody = write.Ask.Catalogue.FindOrganisation(alert.Organisation) is not null;
        return alert switch
        {
            { Path: { } path } => ViewAddress.Receipt(path),
            { Form: { } form, Period: { } period } => isBody ? ViewAddress.Obligation(form, period, alert.Organisation) : ViewAddress.Of("compliance", ("form", form), ("period", period)),
            { Indicator: { } indicator, Period: { } period } => isBody ? ViewAddress.Observation(indicator, alert.Organisation, period) : ViewAddress.Figure(indicator, period),
            { Indicator: { } indicator } => ViewAddress.Figure(indicator),
            { Task: { } task } => ViewAddress.Of("tasks", ("task", task), ("organisation", isBody ? alert.Organisation : null)),
            _ => null,
        };
    }
}
