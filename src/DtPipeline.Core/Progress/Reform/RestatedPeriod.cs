using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress.Reform;

/// <summary>A period as the bodies of one day would have reported it. What they did report is not touched.</summary>
/// <param name="day">By whose bodies, and by whose grants: today for a series as now, the period's last day for one as then.</param>
internal sealed class RestatedPeriod(PeriodLedgers ledgers, ReportingCatalogue catalogue, DateOnly day)
{
    private readonly Dictionary<string, Asked> asked = new(StringComparer.Ordinal);

    public Period Period => ledgers.Period;

    public IReadOnlyList<UnitOfDay> Units { get; } = UnitOfDay.All(ledgers.Period, day, catalogue);

    /// <summary>Whose figures are no unit's.</summary>
    public IReadOnlyList<Organisation> WithoutHeir { get; } = UnitOfDay.WithoutHeir(ledgers.Period, day, catalogue);

    public bool IsChanged => WithoutHeir.Count > 0 || Units.Any(u => u.IsChanged);

    /// <returns>Null where nobody of whom the unit is made was asked for it, nor gave it.</returns>
    public RestatedValue? Find(UnitOfDay unit, Indicator indicator)
    {
        var of = AskedFor(indicator);
        return RestatedValue.Of(indicator, unit, p => Given(p, indicator), p => of.All.Contains(p.Code));
    }

    /// <summary>One of whom the unit is made owes it; who is exempt does not, unless it gives it all the same.</summary>
    internal bool IsOwed(UnitOfDay unit, Indicator indicator)
    {
        var of = AskedFor(indicator);
        return unit.Predecessors.Concat(unit.Divided).Any(p => of.Owing.Contains(p.Code) || (of.All.Contains(p.Code) && Given(p, indicator) is not null));
    }

    /// <summary>The series of a body as it is on a day: its own values, and before it was there what its predecessors' would have been. Figures that are not whole are left out.</summary>
    /// <param name="unit">The code of a body of that day.</param>
    /// <param name="periods">Restated for one day, the oldest first.</param>
    public static Series SeriesOf(Indicator indicator, string unit, IEnumerable<RestatedPeriod> periods) => Series.Of(
        indicator,
        unit,
        periods
            .Select(p => (p.Period, Answer: p.Units.FirstOrDefault(u => u.Unit.Code == unit) is { } found ? p.Find(found, indicator)?.Answer : null))
            .Where(p => p.Answer is not null)
            .Select(p => new SeriesPoint(p.Period, p.Answer!.Value, p.Answer.Status)));

    private Observation? Given(Organisation organisation, Indicator indicator) =>
        ledgers.Find(organisation.Code, indicator.Code) is { IsAnswer: true } given && given.IsIn(indicator) ? given : null;

    private Asked AskedFor(Indicator indicator)
    {
        if (!asked.TryGetValue(indicator.Code, out var of))
        {
            var owing = catalogue.Forms
                .Where(f => f.IsOwed(Period) && f.AsksFor(Period).Any(i => i.Indicator == indicator.Code))
                .SelectMany(f => catalogue.WhoOwes(f, Period).Select(o => (o.Code, IsExempt: catalogue.Grants.IsExempt(f, o, Period, day))))
                .ToList();
            asked[indicator.Code] = of = new Asked([.. owing.Select(o => o.Code)], [.. owing.Where(o => !o.IsExempt).Select(o => o.Code)]);
        }

        return of;
    }

    private sealed record Asked(HashSet<string> All, HashSet<string> Owing);
}
