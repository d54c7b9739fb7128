using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Obligations;

namespace DtPipeline.Oracle.Filings;

/// <summary>The files of one organisation's period in the order of their upload, and how it stood after each.</summary>
internal sealed class History
{
    private readonly List<(DateTimeOffset At, Standing Standing)> standings = [];

    /// <param name="catalogueOn">The one in force on a day: what a file raised is judged by that of its upload.</param>
    public History(string organisation, Period period, IEnumerable<Filing> filings, Func<DateOnly, ReportingCatalogue> catalogueOn)
    {
        var standing = Standing.Empty;
        foreach (var filing in filings.OrderBy(f => f.UploadedAt))
        {
            var catalogue = catalogueOn(DueDay.DayOf(filing.UploadedAt));
            standing = After(standing, filing, catalogue.Organisation(organisation), period, catalogue);
            standings.Add((filing.UploadedAt, standing));
        }
    }

    public Standing? At(DateTimeOffset moment)
    {
        for (var at = standings.Count - 1; at >= 0; at--)
        {
            if (standings[at].At <= moment)
            {
                return standings[at].Standing;
            }
        }

        return null;
    }

    private static Standing After(Standing before, Filing filing, Organisation organisation, Period period, ReportingCatalogue catalogue)
    {
        var cells = new Dictionary<string, StandingCell>(before.Cells);
        var revised = new List<Cell>();
        var isChanged = false;
        foreach (var cell in filing.Cells.Where(c => c.IsStored))
        {
            var stood = cells.GetValueOrDefault(cell.Code)?.Cell;
            if (stood == cell || (stood is null && cell.Said == Said.Withdrawn))
            {
                continue;
            }

            isChanged = true;
            cells[cell.Code] = new StandingCell(cell, filing.UploadedAt);
            if (stood is not null && !IsProgress(stood, cell, catalogue))
            {
                revised.Add(cell);
            }
        }

        // The bytes of the file before it that change nothing are no new filing.
        if (before.Last?.Bytes == filing.Bytes && !isChanged)
        {
            return before with { Last = filing };
        }

        var (received, accepted) = Heard(before, filing, cells, catalogue.FormsOwed(organisation, period).ToList(), catalogue);
        var late = accepted.Keys.Where(f => !before.FirstAccepted.ContainsKey(f)).Where(f => IsLate(f, filing, organisation, period, catalogue)).Select(f => new Notice("report.late", f));
        return new Standing(
            filing,
            received,
            accepted,
            filing.HasErrors || filing.IsRefused ? filing.Id : null,
            cells,
            [.. before.Notices, .. late, .. revised.Count > 0 ? [new Notice("report.revised", filing.Id)] : Array.Empty<Notice>()]);
    }

    /// <summary>Of a task more is done than was said before: nobody has corrected anything.</summary>
    private static bool IsProgress(Cell stood, Cell cell, ReportingCatalogue catalogue) =>
        catalogue.FindTask(cell.Code) is not null && cell.Value is { } value && !(value < stood.Value);

    /// <summary>Progress of tasks and nothing else is no report of any form.</summary>
    private static bool IsOfTasksAlone(Filing filing, ReportingCatalogue catalogue) =>
        !filing.HasErrors && !filing.IsRefused && filing.Cells.Where(c => c.IsStored).All(c => catalogue.FindTask(c.Code) is not null);

    /// <summary>A form of which nothing stands any more, for all was withdrawn, is as if it had never been filed.</summary>
    private static (Dictionary<string, DateTimeOffset> Received, Dictionary<string, DateTimeOffset> Accepted) Heard(
        Standing before, Filing filing, Dictionary<string, StandingCell> cells, List<Form> owed, ReportingCatalogue catalogue)
    {
        var received = new Dictionary<string, DateTimeOffset>(before.Received);
        var accepted = new Dictionary<string, DateTimeOffset>(before.FirstAccepted);
        var spokenOf = owed.Where(f => f.Indicators.Any(i => filing.Cells.Any(c => c.Code == i.Code))).Select(f => f.Code).ToList();
        foreach (var form in spokenOf.Count > 0 ? spokenOf : IsOfTasksAlone(filing, catalogue) ? [] : [Standing.Whichever])
        {
            received.TryAdd(form, filing.UploadedAt);
        }

        foreach (var form in owed)
        {
            if (form.Indicators.Any(i => filing.Cells.Any(c => c.IsAnswer && c.Code == i.Code)))
            {
                accepted.TryAdd(form.Code, filing.UploadedAt);
            }
            else if (accepted.ContainsKey(form.Code) && !form.Indicators.Any(i => cells.GetValueOrDefault(i.Code)?.Cell.IsAnswer == true))
            {
                accepted.Remove(form.Code);
                received.Remove(form.Code);
            }
        }

        return (received, accepted);
    }

    /// <summary>Who need not file is not late.</summary>
    private static bool IsLate(string code, Filing filing, Organisation organisation, Period period, ReportingCatalogue catalogue)
    {
        var form = catalogue.Forms.First(f => f.Code == code);
        var day = DueDay.DayOf(filing.UploadedAt);
        return day > DueDay.Of(form, organisation, period, catalogue).Effective && !DueDay.IsExempt(form, organisation, period, day, catalogue);
    }
}
