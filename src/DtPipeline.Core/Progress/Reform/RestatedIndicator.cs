using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress.Reform;

/// <summary>One indicator of a period and those before it, restated for the bodies of one day.</summary>
/// <param name="before">For the same day.</param>
internal sealed class RestatedIndicator(Indicator indicator, RestatedPeriod now, IReadOnlyDictionary<PeriodLedgers, RestatedPeriod> before)
{
    private readonly Dictionary<string, RestatedValue?> values = now.Units.ToDictionary(u => u.Unit.Code, u => now.Find(u, indicator), StringComparer.Ordinal);

    private readonly Dictionary<Period, Dictionary<string, RestatedValue?>> earlier = before.Values
        .DistinctBy(p => p.Period)
        .ToDictionary(p => p.Period, p => p.Units.ToDictionary(u => u.Unit.Code, u => p.Find(u, indicator), StringComparer.Ordinal));

    public IReadOnlyList<UnitOfDay> Units => now.Units;

    public List<UnitOfDay> Owed { get; } = [.. now.Units.Where(u => now.IsOwed(u, indicator))];

    public RestatedValue? Find(UnitOfDay unit) => Find(unit.Unit.Code);

    public RestatedValue? Find(string unit) => values[unit];

    /// <summary>What a body would have given in an earlier period, as far as it can be compared: no break lies between.</summary>
    public Observation? Before(string unit, PeriodLedgers period) =>
        OwingMembers.WhyNotWith(indicator, period.Period, now.Period) is null
        && !IsBreak(values[unit])
        && !earlier.Any(e => e.Key.FirstDay > period.Period.FirstDay && IsBreak(e.Value[unit]))
        && earlier[period.Period][unit]?.Answer is { Value: not null } answer
            ? answer
            : null;

    public AsNowFigure Figure(List<UnitOfDay> members)
    {
        var found = members.ConvertAll(m => (Unit: m, Value: values[m.Unit.Code]));
        var counted = found.ConvertAll(f => f.Value switch
        {
            { Answer: { } answer } => answer,
            { State: RestatedState.Incomplete, Known: { } known } => known,
            { State: RestatedState.NotComparable, Known: { } known } when HasAllPartsOf(f.Unit, members) => known,
            _ => null,
        });
        var rolledUp = RolledUp.Of(indicator, counted.OfType<Observation>(), members.Count);

        // What cannot be compared leaves a mean or a count of the others; a sum without it would be too small.
        var lacks = indicator.Aggregation == Aggregation.Sum && found.Exists(f => f.Value is { State: RestatedState.NotComparable } value
            && (value.Reason != RestatedValue.Split || !HasAllPartsOf(f.Unit, members)));
        return new AsNowFigure(
            lacks ? null : rolledUp.Value,
            rolledUp.Method,
            found.Count(f => f.Value?.Answer is not null),
            members.Count,
            found.Count(f => f.Value?.State == RestatedState.Incomplete),
            found.Count(f => f.Value?.State == RestatedState.NotComparable))
        {
            WithoutWeight = rolledUp.WithoutWeight,
        };
    }

    /// <summary>Whoever has a part of what was divided is in the group: there it adds up again.</summary>
    private bool HasAllPartsOf(UnitOfDay unit, List<UnitOfDay> members) =>
        Units.Where(u => u.Divided.Intersect(unit.Divided).Any()).All(members.Contains);

    private static bool IsBreak(RestatedValue? value) => (value?.Answer ?? value?.Known)?.Status == SeriesPoint.Break;
}
