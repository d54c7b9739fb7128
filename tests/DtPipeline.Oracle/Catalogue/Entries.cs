namespace DtPipeline.Oracle.Catalogue;

/// <param name="Kind"><c>province</c>, <c>ministry</c> or <c>agency</c>.</param>
/// <param name="From">First day of existence.</param>
/// <param name="To">Last day of existence.</param>
public sealed record Organisation(string Code, string Kind, DateOnly? From, DateOnly? To, string? Successor)
{
    public bool ExistsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>Groups are <c>@all</c>, <c>@provinces</c> and <c>@ministries</c>, which are all that are no province.</summary>
    public bool IsOf(string group) => group switch
    {
        "@all" => true,
        "@provinces" => Kind == "province",
        "@ministries" => Kind != "province",
        _ => group == Code,
    };
}

/// <param name="Kind"><c>stock</c>, <c>flow</c>, <c>ratio</c> or <c>flag</c>.</param>
/// <param name="Aggregation"><c>sum</c>, <c>mean</c>, <c>weighted_mean</c>, <c>count_yes</c> or <c>max</c>.</param>
/// <param name="To">Last day on which it is reported.</param>
public sealed record Indicator(
    string Code, string Unit, string Kind, string Frequency, string Aggregation, double? Least, double? Most, double? MoveThreshold, DateOnly? To)
{
    /// <summary>First day on which it is reported.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Whose a national figure is, one after the other, each with its last day; empty: no national figure, or nobody's.</summary>
    public IReadOnlyList<(string Code, DateOnly? Until)> Owners { get; init; } = [];

    public bool IsReportedFor(Period period) => period.Frequency == Frequency && (From is null || From <= period.Last) && (To is null || period.Last <= To);

    /// <summary>Null for one that each body has of its own.</summary>
    public string? OwnerOf(Period period) => Owners.Where(o => o.Until is null || period.Last <= o.Until).Select(o => o.Code).FirstOrDefault();
}

public sealed record FormIndicator(string Code, bool IsRequired);

/// <param name="Level">Which due day of its regime holds: <c>reporting_body</c> or <c>receiving_unit</c>.</param>
public sealed record Form(
    string Code, string Frequency, string OwedBy, string Regime, string Level, Period OwedFrom, Period? OwedTo, IReadOnlyList<FormIndicator> Indicators)
{
    public bool IsOwed(Period period) =>
        period.Frequency == Frequency && period.First >= OwedFrom.First && (OwedTo is null || period.First <= OwedTo.First);
}

/// <param name="Day">Of the month that lies <paramref name="Months"/> months from the period's last one; the month's last day where it has fewer.</param>
public sealed record Regime(string Code, string Level, string Frequency, int Day, int Months, bool RollsOver, DateOnly From, DateOnly? To);

/// <param name="Until">Last day of it, included; none, of an exemption: for good.</param>
public sealed record Grant(string Form, string Organisation, string Period, bool IsExemption, DateOnly? Until, DateOnly GrantedOn);

/// <param name="Owners">Codes and groups; <c>@unnamed</c> is nobody.</param>
/// <param name="LastDay">On which it is done in time; none where no day is given.</param>
public sealed record AssignedTask(string Code, IReadOnlyList<string> Owners, DateOnly AssignedOn, DateOnly? LastDay)
{
    /// <summary>The one group whose task it is; none where owners are named one by one.</summary>
    public string? Group => Owners is [var only] && only.StartsWith('@') && only != "@unnamed" ? only : null;
}
