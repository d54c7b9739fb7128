using System.Globalization;

namespace DtPipeline.Oracle.Catalogue;

/// <summary>What <c>catalogue/*.csv</c> say, read without the product.</summary>
public sealed record ReportingCatalogue(
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Form> Forms,
    IReadOnlyList<Regime> Regimes,
    IReadOnlyList<Grant> Grants,
    IReadOnlyList<AssignedTask> Tasks,
    WorkingDays WorkingDays)
{
    private readonly Dictionary<string, Organisation> organisations = Organisations.ToDictionary(o => o.Code);
    private readonly Dictionary<string, Indicator> indicators = Indicators.ToDictionary(i => i.Code);
    private readonly ILookup<(string Form, string Organisation, string Period), Grant> grants = Grants.ToLookup(g => (g.Form, g.Organisation, g.Period));
    private readonly Dictionary<string, IReadOnlyList<Organisation>> lines = [];
    private readonly Dictionary<string, AssignedTask> tasks = Tasks.ToDictionary(t => t.Code);

    /// <param name="textOf">The text of a file by its name.</param>
    public static ReportingCatalogue Read(Func<string, string> textOf)
    {
        var members = CsvTable.Read(textOf("form_indicators.csv"), l => (Form: l.Text("form"), Indicator: new FormIndicator(l.Text("indicator"), l.IsYes("required"))))
            .ToLookup(m => m.Form, m => m.Indicator);
        return new ReportingCatalogue(
            CsvTable.Read(textOf("organisations.csv"), l => new Organisation(l.Text("code"), l.Text("kind"), l.Day("valid_from"), l.Day("valid_to"), l.OrNull("successor_code"))),
            CsvTable.Read(textOf("indicators.csv"), l => new Indicator(
                l.Text("code"), l.Text("unit"), l.Text("kind"), l.Text("frequency"), l.Text("aggregation"), l.Number("min"), l.Number("max"), l.Number("move_threshold"), l.Day("valid_to"))
            {
                From = l.Day("valid_from"),
                Owners = [.. (l.OrNull("owner") ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split("..")).Select(o => (o[0], o.Length > 1 ? DateOnly.ParseExact(o[1], "yyyy-MM-dd", CultureInfo.InvariantCulture) : (DateOnly?)null))],
            }),
            CsvTable.Read(textOf("forms.csv"), l => new Form(
                l.Text("code"),
                l.Text("frequency"),
                l.Text("owed_by"),
                l.Text("regime"),
                l.OrNull("level") ?? "reporting_body",
                Period.Named(l.Text("owed_from")),
                l.OrNull("owed_to") is { } to ? Period.Named(to) : null,
                [.. members[l.Text("code")]])),
            CsvTable.Read(textOf("regimes.csv"), l => new Regime(
                l.Text("code"),
                l.OrNull("level") ?? "reporting_body",
                l.Text("frequency"),
                l.Whole("due_day"),
                l.Whole("due_months"),
                l.Text("roll_over") == "next_working_day",
                l.Day("valid_from")!.Value,
                l.Day("valid_to"))),
            CsvTable.Read(textOf("grants.csv"), l => new Grant(
                l.Text("form"), l.Text("organisation"), l.Text("period"), l.Text("kind") == "exemption", l.Day("until"), l.Day("granted_on")!.Value)),
            CsvTable.Read(textOf("tasks.csv"), l => new AssignedTask(
                l.Text("code"),
                l.Text("owner_code").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                l.Day("assigned_on")!.Value,
                l.Text("due_included") == "no" ? l.Day("due_date")?.AddDays(-1) : l.Day("due_date"))),
            new WorkingDays(CsvTable.Read(textOf("holidays.csv"), l => (Day: l.Day("date")!.Value, IsOff: l.IsYes("is_day_off"))).ToDictionary(d => d.Day, d => d.IsOff)));
    }

    public Organisation Organisation(string code) => organisations[code];

    public Organisation? FindOrganisation(string code) => organisations.GetValueOrDefault(code);

    /// <summary>Null for the progress of a task.</summary>
    public Indicator? FindIndicator(string code) => indicators.GetValueOrDefault(code);

    public AssignedTask? FindTask(string code) => tasks.GetValueOrDefault(code);

    public IEnumerable<Grant> GrantsFor(Form form, Organisation organisation, Period period) => grants[(form.Code, organisation.Code, period.Name)];

    /// <summary>Those that exist on the period's last day.</summary>
    public IEnumerable<Organisation> WhoOwes(Form form, Period period) =>
        form.IsOwed(period) ? Organisations.Where(o => o.IsOf(form.OwedBy) && o.ExistsOn(period.Last)) : [];

    public IEnumerable<Form> FormsOwed(Organisation organisation, Period period) =>
        Forms.Where(f => f.IsOwed(period) && organisation.IsOf(f.OwedBy) && organisation.ExistsOn(period.Last));

    public IReadOnlyList<string> RequiredOf(Form form, Period period) =>
        [.. form.Indicators.Where(i => i.IsRequired && FindIndicator(i.Code)!.IsReportedFor(period)).Select(i => i.Code)];

    /// <summary>
    /// The body itself, then what it goes on unchanged under its code: the only one that names it as successor, of the same kind, and gone the day
    /// before it began.
    /// </summary>
    public IReadOnlyList<Organisation> LineOf(Organisation organisation)
    {
        if (lines.TryGetValue(organisation.Code, out var known))
        {
            return known;
        }

        var line = new List<Organisation> { organisation };
        while (Organisations.Where(o => o.Successor == line[^1].Code).ToList() is [var only]
            && only.Kind == line[^1].Kind
            && only.To is { } end
            && line[^1].From == end.AddDays(1))
        {
            line.Add(only);
        }

        return lines[organisation.Code] = line;
    }
}
