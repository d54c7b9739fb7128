using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Reform;

/// <summary>A body that exists on a day, and what it was made of in an earlier period.</summary>
/// <param name="Predecessors">Those that reported the period and whose work is the unit's on the day; the unit itself where it was there already. None for a new one.</param>
/// <param name="Divided">Those that reported the period and of whom a part has gone to another body since: their figures are neither the unit's nor only its own.</param>
internal sealed record UnitOfDay(Organisation Unit, IReadOnlyList<Organisation> Predecessors, IReadOnlyList<Organisation> Divided)
{
    /// <summary>It was not there, or was not the same: its figures of the period are made of those of others.</summary>
    public bool IsChanged => Divided.Count > 0 || Predecessors.Any(p => p.Code != Unit.Code);

    /// <param name="day">One before the period's last day counts as that: nothing is restated for a day that had not come.</param>
    public static IReadOnlyList<UnitOfDay> All(Period period, DateOnly day, ReportingCatalogue catalogue)
    {
        var on = DayFor(period, day);
        var reporting = catalogue.Organisations.Where(o => o.Reports(period)).ToList();
        var byHeir = reporting.ToLookup(o => Heir.CodeOf(o.Code, on, catalogue), StringComparer.Ordinal);
        var divided = Divisions(period, on, reporting, catalogue).ToLookup(d => d.Unit, d => d.Divided, StringComparer.Ordinal);
        return [.. catalogue.Organisations.Where(o => o.IsValidOn(on)).Select(o => new UnitOfDay(o, [.. byHeir[o.Code]], [.. divided[o.Code].Distinct()]))];
    }

    /// <summary>Those that reported a period, are gone on a day, and are followed by nobody.</summary>
    public static IReadOnlyList<Organisation> WithoutHeir(Period period, DateOnly day, ReportingCatalogue catalogue)
    {
        var on = DayFor(period, day);
        return [.. catalogue.Organisations.Where(o => o.Reports(period) && catalogue.FindOrganisation(Heir.CodeOf(o.Code, on, catalogue))?.IsValidOn(on) != true)];
    }

    private static DateOnly DayFor(Period period, DateOnly day) => day < period.LastDay ? period.LastDay : day;

    /// <summary>Both the body that was formed of a part and the one that kept the rest, unless they have become one again by the day.</summary>
    private static IEnumerable<(string Unit, Organisation Divided)> Divisions(Period period, DateOnly on, List<Organisation> reporting, ReportingCatalogue catalogue)
    {
        foreach (var formed in catalogue.Organisations.Where(o => o.SplitFrom.Count > 0 && o.ValidFrom > period.LastDay && o.ValidFrom <= on))
        {
            var part = Heir.CodeOf(formed.Code, on, catalogue);
            foreach (var from in formed.SplitFrom)
            {
                var rest = Heir.CodeOf(from, on, catalogue);
                foreach (var divided in reporting.Where(o => rest != part && Heir.CodeOf(o.Code, formed.ValidFrom!.Value.AddDays(-1), catalogue) == from))
                {
                    yield return (part, divided);
                    yield return (rest, divided);
                }
            }
        }
    }
}
