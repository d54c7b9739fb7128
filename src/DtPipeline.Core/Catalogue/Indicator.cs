namespace DtPipeline.Catalogue;

public enum IndicatorKind
{
    Stock,
    Flow,
    Ratio,
    Flag,
}

public enum Aggregation
{
    Sum,
    Mean,
    WeightedMean,
    CountYes,
    Max,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    Up,
    Down,
}

/// <param name="Unit"><c>count</c>, <c>percent</c>, <c>yes_no</c>, <c>score</c>, <c>rank</c>, <c>vnd_million</c> or <c>usd_million</c>.</param>
/// <param name="NationalOnly">One figure for the country: nobody but its owner reports it.</param>
/// <param name="Minimum">Smallest possible value, in the indicator's unit.</param>
/// <param name="Maximum">Largest possible value, in the indicator's unit.</param>
/// <param name="MoveThreshold">
/// The change since the previous period with a value from which the secretariat hears of it: percentage points or points for a ratio,
/// percent of the previous value for a stock or flow, where any threshold also stands for every change from zero; on a flag any stands
/// for "yes became no".
/// </param>
/// <param name="ValidTo">Last day on which the indicator is reported, included.</param>
public sealed record Indicator(
    string Code,
    string NameEn,
    string NameVi,
    string Unit,
    IndicatorKind Kind,
    Frequency Frequency,
    Aggregation Aggregation,
    bool NationalOnly,
    bool Cumulative,
    double? Minimum,
    double? Maximum,
    double? TargetValue,
    DateOnly? TargetDue,
    double? MoveThreshold,
    DateOnly? ValidTo)
{
    /// <summary>The assigned task whose progress this is, reported in files of any frequency; null for the indicators of the catalogue.</summary>
    public AssignedTask? Task { get; init; }

    public Direction Direction { get; init; }

    /// <summary>Day on which its own target was set; none: nobody has written it down.</summary>
    public DateOnly? TargetSet { get; init; }

    /// <summary>First day on which the indicator is reported; none: since before all reports.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Whose figure a national one is, one after the other; empty: nobody's.</summary>
    public IReadOnlyList<IndicatorOwner> Owners { get; init; } = [];

    /// <summary>From where on a value is asked about.</summary>
    public AnomalyThresholds Anomaly { get; init; } = AnomalyThresholds.Usual;

    /// <summary>Counted on from the beginning of each year: of two periods only those of one year are one count.</summary>
    public bool IsRunningTotal => Cumulative && Kind == IndicatorKind.Flow;

    /// <summary>How the figures of bodies that became one body are put together.</summary>
    public ReformMethod Reform { get; init; } = ReformMethod.None;

    /// <summary>First periods in which something else was measured than before, the earliest first: a break in every series, which nothing is compared across.</summary>
    public IReadOnlyList<Period> Breaks { get; init; } = [];

    internal ValidTime ValidTime => new(ValidFrom, ValidTo);

    public bool IsReportedFor(Period period) => ValidTime.Contains(period.LastDay);

    /// <returns>Null for one that is not national, or that nobody owns.</returns>
    public string? OwnerOf(Period period) => Owners.FirstOrDefault(o => o.Until is null || period.LastDay <= o.Until)?.Organisation;

    /// <summary>The first period of the definition by which a period is measured; null where it is measured as it ever was.</summary>
    public Period? BreakBefore(Period period) => Breaks.LastOrDefault(b => b.FirstDay <= period.FirstDay);

    /// <summary>Measured by another definition in the later of two periods.</summary>
    public bool IsBrokenBetween(Period earlier, Period later) => Breaks.Count > 0 && BreakBefore(earlier) != BreakBefore(later);

    public bool IsReportedBy(Organisation organisation, Period period) =>
        IsReportedFor(period) && (!NationalOnly || OwnerOf(period) == organisation.Code);
}
