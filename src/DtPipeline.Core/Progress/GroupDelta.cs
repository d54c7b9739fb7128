using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress;

/// <summary>
/// The change of a group's figure over those of its members alone that gave a value in both periods, so that who has not reported yet moves nothing.
/// </summary>
/// <param name="Value">Of the compared, in the period itself; the group's own figure may have more members in it.</param>
/// <param name="Base">Of the same, in the earlier period.</param>
/// <param name="Absolute">In the indicator's unit; for a ratio these are percentage points or points of the score.</param>
/// <param name="Percent">As in <see cref="Delta"/>.</param>
/// <param name="Method">As in <see cref="RolledUp"/>, the same for both periods.</param>
/// <param name="Compared">Members that gave a value in both.</param>
/// <param name="Reported">Members that gave a value or a nil in the period itself.</param>
public sealed record GroupDelta(string Period, double Value, double Base, double Absolute, double? Percent, string Method, int Compared, int Reported)
{
    /// <inheritdoc cref="Delta.NoPercent"/>
    public ChangeReason? NoPercent { get; init; }

    /// <summary>The part of those who owe a value that must have given one in both periods; below it nothing is said of the group's change.</summary>
    public const double LeastCoverage = 0.5;

    /// <param name="members">Of everybody who owes the period, the value in it and the one in the earlier period.</param>
    /// <param name="isOneCount">As in <see cref="Delta"/>.</param>
    /// <returns>Null where too few can be compared.</returns>
    public static GroupDelta? Of(Indicator indicator, IReadOnlyCollection<(Observation? Now, Observation? Before)> members, string basePeriod, bool isOneCount = false)
    {
        var compared = members.Where(InBoth).ToList();
        if (compared.Count == 0 || compared.Count < LeastCoverage * members.Count)
        {
            return null;
        }

        var (now, before, method) = RolledUp.OfBoth(indicator, compared.ConvertAll(m => m.Now!), compared.ConvertAll(m => m.Before!));
        var delta = Delta.Of(indicator, now, basePeriod, before, isOneCount)!;
        return new GroupDelta(basePeriod, now, before, delta.Absolute, delta.Percent, method, compared.Count, members.Count(m => m.Now?.IsAnswer == true))
        {
            NoPercent = delta.NoPercent,
        };
    }

    /// <summary>Why <see cref="Of"/> gives none.</summary>
    internal static NoChange Lacking(IReadOnlyCollection<(Observation? Now, Observation? Before)> members) =>
        members.Count(InBoth) is > 0 and var compared ? new NoChange(ChangeReason.TooFew) { Compared = compared, Owed = members.Count }
        : NoChange.Because(members.Any(m => m.Now?.Value is not null) ? ChangeReason.BaseMissing : ChangeReason.ValueMissing);

    private static bool InBoth((Observation? Now, Observation? Before) member) => member is { Now.Value: not null, Before.Value: not null };
}
