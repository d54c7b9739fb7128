using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress;

/// <summary>Who owes an indicator for a period, with what each gave in it and before it: looked up once, however many groups they are in.</summary>
/// <param name="period">The one that is owed.</param>
/// <param name="before">What an organisation gave in an earlier period, as far as it can be compared.</param>
internal sealed class OwingMembers(
    Indicator indicator, Period period, IReadOnlyList<Organisation> owing, Func<Organisation, Observation?> now, Func<Organisation, PeriodLedgers, Observation?> before)
{
    private readonly List<Observation?> given = [.. owing.Select(now)];
    private readonly Dictionary<PeriodLedgers, List<Observation?>> givenBefore = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Organisation> Owing => owing;

    /// <summary>The places of all.</summary>
    public List<int> All { get; } = [.. Enumerable.Range(0, owing.Count)];

    public RolledUp Figure(List<int> members) => RolledUp.Of(indicator, members.Select(m => given[m]).OfType<Observation>(), members.Count);

    public GroupDelta? Change(List<int> members, PeriodLedgers earlier) =>
        GroupDelta.Of(indicator, Pairs(members, earlier), earlier.Period.ToString(), IsOneCount(indicator, earlier.Period, period));

    /// <summary>Why <see cref="Change"/> gives none.</summary>
    public NoChange Lacking(List<int> members, PeriodLedgers earlier) =>
        WhyNotWith(indicator, earlier.Period, period) is { } why ? NoChange.Because(why) : GroupDelta.Lacking(Pairs(members, earlier));

    /// <summary>Against the nearest of some earlier periods in which any of them gave a value.</summary>
    /// <param name="earlier">Nearest first.</param>
    public GroupDelta? ChangeSinceNearest(List<int> members, IReadOnlyList<PeriodLedgers> earlier) =>
        Nearest(members, earlier) is { } nearest ? Change(members, nearest) : null;

    /// <summary>Why <see cref="ChangeSinceNearest"/> gives none.</summary>
    public NoChange LackingSinceNearest(List<int> members, IReadOnlyList<PeriodLedgers> earlier) =>
        Nearest(members, earlier) is { } nearest ? Lacking(members, nearest)
        : WhyNotWith(indicator, period.Previous, period) is { } why ? NoChange.Because(why)
        : GroupDelta.Lacking(members.ConvertAll(m => (given[m], (Observation?)null)));

    /// <summary>Two periods in which one running total was counted on.</summary>
    public static bool IsOneCount(Indicator indicator, Period earlier, Period later) => indicator.IsRunningTotal && earlier.Year == later.Year;

    /// <summary>What keeps every value of a period from being compared with those of an earlier one; of the year before a running total may be.</summary>
    public static ChangeReason? WhyNotWith(Indicator indicator, Period earlier, Period later) =>
        indicator.IsBrokenBetween(earlier, later) ? ChangeReason.NewDefinition
        : indicator.IsRunningTotal && earlier.Year < later.Year && earlier != later.YearBefore ? ChangeReason.NewYear
        : null;

    private PeriodLedgers? Nearest(List<int> members, IReadOnlyList<PeriodLedgers> earlier) =>
        earlier.FirstOrDefault(e => (!indicator.IsRunningTotal || IsOneCount(indicator, e.Period, period)) && In(e) is var then && members.Exists(m => then[m]?.Value is not null));

    private List<(Observation? Now, Observation? Before)> Pairs(List<int> members, PeriodLedgers earlier) => In(earlier) is var then ? members.ConvertAll(m => (given[m], then[m])) : [];

    private List<Observation?> In(PeriodLedgers earlier)
    {
        if (!givenBefore.TryGetValue(earlier, out var then))
        {
            givenBefore[earlier] = then = [.. owing.Select(o => before(o, earlier))];
        }

        return then;
    }
}
