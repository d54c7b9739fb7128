using DtPipeline.Oracle.Alerts;
using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Figures;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Obligations;

namespace DtPipeline.Oracle;

/// <summary>What the documents say that holds at any moment, of a catalogue and all files that were ever sent.</summary>
/// <param name="catalogueOn">The catalogue that is in force on a day.</param>
/// <param name="begun">The day on which the oversight began: what was given up before is spoken of by nobody.</param>
public sealed class Oversight(Func<DateOnly, ReportingCatalogue> catalogueOn, IReadOnlyList<Filing> filings, DateOnly begun)
{
    /// <summary>Days after its due day for which a report is waited for.</summary>
    internal const int OversightDays = 400;

    private readonly Dictionary<(string Organisation, string Period), History> histories = filings
        .Where(f => f.Organisation is not null)
        .GroupBy(f => (f.Organisation!, f.Period!))
        .ToDictionary(g => g.Key, g => new History(g.Key.Item1, Period.Named(g.Key.Item2), g, catalogueOn));

    public OversightAt At(DateTimeOffset moment)
    {
        var today = DueDay.DayOf(moment);
        var catalogue = catalogueOn(today);
        var standings = histories
            .Select(h => (h.Key, Standing: h.Value.At(moment)))
            .Where(h => h.Standing is not null)
            .ToDictionary(h => h.Key, h => h.Standing!);
        return new OversightAt(catalogue, Watched(catalogue, today), standings, [.. filings.Where(f => f.Organisation is null && f.UploadedAt <= moment)], moment);
    }

    /// <summary>From one period ahead back to those whose due day has not passed too long before the oversight began.</summary>
    private List<(Form Form, Period Period)> Watched(ReportingCatalogue catalogue, DateOnly today)
    {
        var watched = new List<(Form, Period)>();
        foreach (var form in catalogue.Forms)
        {
            for (var period = form.OwedFrom; form.IsOwed(period) && period.Previous.First <= today; period = period.Next)
            {
                if (DueDay.Of(form, period, catalogue).Effective.AddDays(OversightDays) >= begun)
                {
                    watched.Add((form, period));
                }
            }
        }

        return watched;
    }
}

/// <summary>What holds at one moment.</summary>
public sealed class OversightAt
{
    private readonly ReportingCatalogue catalogue;
    private readonly Dictionary<(string Organisation, string Period), Standing> standings;
    private readonly IReadOnlyList<Filing> unplaced;
    private readonly DateOnly today;

    internal OversightAt(
        ReportingCatalogue catalogue,
        IReadOnlyList<(Form Form, Period Period)> watched,
        Dictionary<(string Organisation, string Period), Standing> standings,
        IReadOnlyList<Filing> unplaced,
        DateTimeOffset moment)
    {
        (this.catalogue, this.standings, this.unplaced, today) = (catalogue, standings, unplaced, DueDay.DayOf(moment));
        Watched = watched;
        Obligations = [.. watched.SelectMany(w => catalogue.WhoOwes(w.Form, w.Period).Select(o => Decide(w.Form, o, w.Period)))];
    }

    public IReadOnlyList<(Form Form, Period Period)> Watched { get; }

    public IReadOnlyList<Obligation> Obligations { get; }

    /// <summary>Those that are still waited for; what older ones are is what they were when they were given up.</summary>
    public IEnumerable<Obligation> StillWatched => Obligations.Where(o => today <= DueDay.Of(o.Form, o.Period, catalogue).Effective.AddDays(Oversight.OversightDays));

    /// <summary>Periods of which something was sent.</summary>
    public IEnumerable<Period> PeriodsSpokenOf => standings.Keys.Select(k => k.Period).Distinct().Select(Period.Named);

    public IEnumerable<Alert> Alerts()
    {
        var obligations = Obligations.ToLookup(o => (o.Form, o.Period));
        return Watched.SelectMany(w => ReportAlerts.Awaited(w.Form, w.Period, [.. obligations[w]], today, catalogue))
            .Concat(ReportAlerts.Incomplete(Obligations, today))
            .Concat(standings.SelectMany(s => ReportAlerts.OfFiles(s.Key.Organisation, s.Key.Period, s.Value)))
            .Concat(unplaced.Select(ReportAlerts.Unplaced))
            .Concat(new TaskAlerts(catalogue, Progress()).On(today))
            .Concat(PeriodsSpokenOf.SelectMany(MovedIn));
    }

    public IReadOnlyList<PublishedFigure> Groups(Period period) => [.. FiguresOf(period).Groups(ObligationsOf(period))];

    public IReadOnlyList<PublishedValue> Values(Period period) => [.. FiguresOf(period).Values()];

    public IReadOnlyList<PublishedForm> Forms(Period period) => [.. FiguresOf(period).Forms(ObligationsOf(period), today)];

    private IEnumerable<Alert> MovedIn(Period period) => FiguresOf(period).Values()
        .Where(v => v.AgainstPrevious?.IsMove(v.Indicator) == true)
        .Select(v => new Alert("value.moved", $"{period.Name}~{v.Organisation}~{v.Indicator.Code}", v.Organisation, "yellow", false));

    private PeriodFigures FiguresOf(Period period) => new(period, catalogue, (organisation, of) => standings.GetValueOrDefault((organisation, of.Name)));

    /// <summary>Of everybody, watched or not.</summary>
    private List<Obligation> ObligationsOf(Period period) =>
        [.. catalogue.Forms.SelectMany(f => catalogue.WhoOwes(f, period).Select(o => Decide(f, o, period)))];

    private Obligation Decide(Form form, Organisation organisation, Period period) =>
        Obligation.On(today, form, organisation, period, standings.GetValueOrDefault((organisation.Code, period.Name)) ?? Standing.Empty, catalogue);

    /// <summary>By task and organisation the values that stand in reports of periods that ended when the task was assigned, or later.</summary>
    private ILookup<(string Task, string Organisation), ProgressReport> Progress() => (
        from standing in standings
        from cell in standing.Value.Cells.Values
        where cell.Cell.Value is not null
        let task = catalogue.FindTask(cell.Cell.Code)
        where task is not null
        let period = Period.Named(standing.Key.Period)
        where period.Last >= task.AssignedOn
        select (Key: (task.Code, standing.Key.Organisation), Report: new ProgressReport(period, cell.Cell.Value!.Value, cell.Since)))
        .ToLookup(r => r.Key, r => r.Report);
}
