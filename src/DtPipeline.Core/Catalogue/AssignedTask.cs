namespace DtPipeline.Catalogue;

/// <param name="Owners">Organisation codes or groups; <see cref="Unnamed"/> where the published text names nobody.</param>
/// <param name="DueDay">As the government's notice states it: it is not moved off weekends and holidays. None: no day is given.</param>
/// <param name="DueIncluded">"By the 20th" includes the day, "before the 20th" does not.</param>
public sealed record AssignedTask(
    string Code,
    string TitleEn,
    string TitleVi,
    IReadOnlyList<string> Owners,
    DateOnly AssignedOn,
    DateOnly? DueDay,
    bool DueIncluded,
    string Recurrence,
    string Source)
{
    /// <summary>Owes nothing until somebody is named.</summary>
    public const string Unnamed = "@unnamed";

    /// <summary>The last day on which it is done in time.</summary>
    public DateOnly? LastDay => DueIncluded ? DueDay : DueDay?.AddDays(-1);

    /// <summary>The one group that owns it; null where owners are named one by one.</summary>
    public string? Group => Owners is [['@', ..] group] && group != Unnamed ? group : null;

    /// <summary>Its progress in percent, as a report gives it in a row of its own beside the indicators.</summary>
    internal Indicator Progress() => new(
        Code,
        TitleEn,
        TitleVi,
        "percent",
        IndicatorKind.Ratio,
        Frequency.Monthly,
        Aggregation.Mean,
        NationalOnly: false,
        Cumulative: false,
        Minimum: 0,
        Maximum: 100,
        TargetValue: null,
        TargetDue: null,
        MoveThreshold: null,
        ValidTo: null)
    {
        Task = this,
    };
}
