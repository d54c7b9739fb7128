using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Obligations;

namespace DtPipeline.Oracle.Figures;

public sealed record PublishedFigure(Indicator Indicator, string Group, GroupFigure Figure, GroupChange? AgainstPrevious, GroupChange? AgainstYearBefore);

public sealed record PublishedValue(string Organisation, Indicator Indicator, Cell Cell, Change? AgainstPrevious, Change? AgainstYearBefore);

/// <param name="ReportingRate">Fractions from 0 to 1 with four decimals; null where nothing is in the denominator.</param>
public sealed record PublishedForm(
    string Form, DueDay Due, IReadOnlyDictionary<string, int> States, double? ReportingRate, double? OnTimeRate, double? Completeness);

/// <summary>What is published of a period as it stands at a moment.</summary>
/// <param name="standingOf">How an organisation's period stands; null where nothing was ever sent.</param>
internal sealed class PeriodFigures(Period period, ReportingCatalogue catalogue, Func<string, Period, Standing?> standingOf)
{
    private const int PeriodsBack = 4;

    private readonly List<Period> earlier = Earlier(period);

    public IEnumerable<PublishedValue> Values() =>
        from organisation in catalogue.Organisations
        where organisation.ExistsOn(period.Last)
        let standing = standingOf(organisation.Code, period)
        where standing is not null
        from cell in standing.Cells.Values.Select(c => c.Cell)
        let indicator = catalogue.FindIndicator(cell.Code)
        where cell.IsAnswer && indicator is not null
        select new PublishedValue(
            organisation.Code,
            indicator,
            cell,
            earlier.Select(e => Change.Of(indicator, cell.Value, e.Name, Before(organisation, indicator, e)?.Value)).FirstOrDefault(c => c is not null),
            Change.Of(indicator, cell.Value, period.YearBefore.Name, Before(organisation, indicator, period.YearBefore)?.Value));

    /// <summary>Who is exempt owes nothing; what it gives all the same is in the figure, and counted.</summary>
    public IEnumerable<PublishedFigure> Groups(IReadOnlyList<Obligation> obligations)
    {
        foreach (var indicator in catalogue.Indicators.Where(i => i.IsReportedFor(period)))
        {
            if (indicator.OwnerOf(period) is { } owner)
            {
                yield return Figure(indicator, owner, [.. catalogue.Organisations.Where(o => o.Code == owner && o.ExistsOn(period.Last))]);
                continue;
            }

            foreach (var form in catalogue.Forms.Where(f => f.IsOwed(period) && f.Indicators.Any(i => i.Code == indicator.Code)))
            {
                var exempt = obligations.Where(o => o.Form == form && o.IsExempt).Select(o => o.Organisation).ToHashSet();
                var owing = catalogue.WhoOwes(form, period).Where(o => !exempt.Contains(o) || standingOf(o.Code, period)?.Answer(indicator.Code) is not null).ToList();
                yield return Figure(indicator, form.OwedBy, owing);
            }
        }
    }

    /// <summary>Only who is exempt leaves the denominators.</summary>
    public IEnumerable<PublishedForm> Forms(IReadOnlyList<Obligation> obligations, DateOnly today)
    {
        foreach (var form in catalogue.Forms.Where(f => f.IsOwed(period)))
        {
            var all = obligations.Where(o => o.Form == form).ToList();
            var owed = all.Where(o => !o.IsExempt).ToList();
            var due = owed.Where(o => o.FirstAccepted is not null || today > o.Due.Effective).ToList();
            yield return new PublishedForm(
                form.Code,
                DueDay.Of(form, period, catalogue),
                all.GroupBy(o => o.State).ToDictionary(g => g.Key, g => g.Count()),
                Rate(owed.Count(o => o.FirstReceived is not null), owed.Count),
                Rate(due.Count(o => o.IsAcceptedInTime), due.Count),
                Rate(owed.Sum(o => o.Provided), owed.Sum(o => o.Required)));
        }
    }

    private PublishedFigure Figure(Indicator indicator, string group, List<Organisation> owing)
    {
        var answers = owing.Select(o => standingOf(o.Code, period)?.Answer(indicator.Code)).OfType<Cell>().ToList();
        var nearest = earlier.Find(e => owing.Exists(o => Before(o, indicator, e) is not null));
        return new PublishedFigure(
            indicator,
            group,
            GroupFigure.Of(indicator, answers, owing.Count),
            nearest is null ? null : Against(indicator, owing, nearest),
            Against(indicator, owing, period.YearBefore));
    }

    private GroupChange? Against(Indicator indicator, List<Organisation> owing, Period before) =>
        GroupChange.Of(indicator, owing.ConvertAll(o => (standingOf(o.Code, period)?.Answer(indicator.Code), Before(o, indicator, before))), before.Name);

    /// <summary>The cell with a value of the body itself, or of what it goes on unchanged.</summary>
    private Cell? Before(Organisation organisation, Indicator indicator, Period before) => catalogue.LineOf(organisation)
        .Select(o => standingOf(o.Code, before)?.Answer(indicator.Code))
        .FirstOrDefault(c => c?.Value is not null);

    private static double? Rate(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 4);

    private static List<Period> Earlier(Period period)
    {
        var earlier = new List<Period>();
        for (var before = period.Previous; earlier.Count < PeriodsBack; before = before.Previous)
        {
            earlier.Add(before);
        }

        return earlier;
    }
}
