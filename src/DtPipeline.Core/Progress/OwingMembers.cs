using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress;

/// <summary>Who owes an indicator for a period, with what each gave in it and before it: looked up once, however many groups they are in.</summary>
/// <param name="before">What an organisation gave in an earlier period, as far as it can be compared.</param>
internal sealed class OwingMembers(
    Indicator indicator, IReadOnlyList<Organisation> owing, Func<Organisation, Observation?> now, Func<Organisation, PeriodLedgers, Observation?> before)
{
    private readonly List<Observation?> given = [.. owing.Select(now)];
    private readonly Dictionary<PeriodLedgers, List<Observation?>> givenBefore = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Organisation> Owing => owing;

    /// <summary>The places of all.</summary>
    public List<int> All { get; } = [.. Enumerable.Range(0, owing.Count)];

    public RolledUp Figure(List<int> members) => RolledUp.Of(indicator, members.Select(m => given[m]).OfType<Observation>(), members.Count);

    public GroupDelta? Change(List<int> members, PeriodLedgers earlier)
    {
        var then = In(earlier);
        return GroupDelta.Of(indicator, members.ConvertAll(m => (given[m], then[m])), earlier.Period.ToString());
    }

    /// <summary>Against the nearest of some earlier periods in which any of them gave a value.</summary>
    /// <param name="earlier">Nearest first.</param>
    public GroupDelta? ChangeSinceNearest(List<int> members, IReadOnlyList<PeriodLedgers> earlier) =>
        earlier.FirstOrDefault(e => In(e) is var then && members.Exists(m => then[m]?.Value is not null)) is { } nearest ? Change(members, nearest) : null;

    private List<Observation?> In(PeriodLedgers earlier)
    {
        if (!givenBefore.TryGetValue(earlier, out var then))
        {
            givenBefore[earlier] = then = [.. owing.Select(o => before(o, earlier))];
        }

        return then;
    }
}
