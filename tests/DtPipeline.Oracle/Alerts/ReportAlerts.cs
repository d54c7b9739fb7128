using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Obligations;

namespace DtPipeline.Oracle.Alerts;

/// <summary>What is told of reports.</summary>
internal static class ReportAlerts
{
    /// <summary>Of a form's reports that are awaited: one alert for all while nobody has filed, else one for each.</summary>
    /// <param name="obligations">Of everybody who owes the form for the period.</param>
    public static IEnumerable<Alert> Awaited(Form form, Period period, IReadOnlyList<Obligation> obligations, DateOnly today, ReportingCatalogue catalogue)
    {
        var owing = obligations.Where(o => !o.IsExempt).ToList();
        if (owing.Count >= Owing.Many && owing.All(o => o.FirstAccepted is null))
        {
            return Owing.On(today, DueDay.Of(form, period, catalogue).Effective, "report", $"{period.Name}~{form.Code}", form.OwedBy, catalogue.WorkingDays);
        }

        return owing.Where(o => o.IsAwaited).SelectMany(o =>
            Owing.On(today, o.Due.Effective, "report", $"{period.Name}~{o.Organisation.Code}~{form.Code}", o.Organisation.Code, catalogue.WorkingDays));
    }

    /// <summary>After the due day, of what was accepted with a required indicator missing.</summary>
    public static IEnumerable<Alert> Incomplete(IEnumerable<Obligation> obligations, DateOnly today) =>
        from obligation in obligations
        let overdue = today.DayNumber - obligation.Due.Effective.DayNumber
        where obligation.IsIncomplete && overdue > 0
        select new Alert(
            "report.incomplete",
            $"{obligation.Period.Name}~{obligation.Organisation.Code}~{obligation.Form.Code}",
            obligation.Organisation.Code,
            overdue > Owing.RedAfterDays ? "red" : "yellow",
            overdue > Owing.PassedOnAfterDays);

    /// <summary>What its files raise: a faulty one that none has answered, and what happened once.</summary>
    public static IEnumerable<Alert> OfFiles(string organisation, string period, Standing standing)
    {
        var place = $"{period}~{organisation}";
        return standing.Notices
            .Select(n => new Alert(n.Type, $"{place}~{n.Of}", organisation, "yellow", false))
            .Concat(standing.OpenFaulty is { } file ? [new Alert("report.faulty", $"{place}~{file}", organisation, "yellow", false)] : []);
    }

    /// <summary>A file in a folder of nobody who reports: refused, until another one is sent to that path.</summary>
    public static Alert Unplaced(Filing filing) => new("report.faulty", $"unplaced~{filing.Id}", "unplaced", "yellow", false);
}
