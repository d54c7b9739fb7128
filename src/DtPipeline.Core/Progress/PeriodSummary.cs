using System.Text.Json.Serialization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Time;

namespace DtPipeline.Progress;

/// <summary>Everything that a page shows of one period: the content of <c>published/{period}.json</c>.</summary>
public sealed record PeriodSummary(
    string Period,
    DateTimeOffset AsOf,
    IReadOnlyList<IndicatorSummary> Indicators,
    IReadOnlyList<FormSummary> Forms,
    IReadOnlyList<OrganisationSummary> Organisations)
{
    /// <summary>The same by the bodies of <see cref="AsOf"/>; null where they are the bodies of the period and of those that it is compared with.</summary>
    public AsNowSummary? AsNow { get; init; }

    /// <summary>The same as if it had been made when another one was: what still differs then is what it says.</summary>
    public PeriodSummary MadeAsOf(StandingPage other) =>
        this with { AsOf = other.AsOf, AsNow = AsNow is { } now && other.AsNow is { } then ? now with { Day = then.Day } : AsNow };
}

/// <param name="Groups">A figure for those who owe each form that asks for it; of a national one its owner's alone.</param>
public sealed record IndicatorSummary(string Code, string NameVi, string NameEn, string Unit, IReadOnlyList<GroupFigure> Groups)
{
    /// <summary>
    /// A figure for the nation, for each region and for each kind of organisation, of everybody who owes it by whatever form. A national one has no
    /// such figures but its owner's, which is added up with nothing.
    /// </summary>
    public IReadOnlyList<GroupRollUp> RollUps { get; init; } = [];

    /// <summary>The first period of the definition by which this one is measured: nothing is compared across it. Null where it is measured as it ever was.</summary>
    public string? BreakFrom { get; init; }

    /// <summary>In what its changes are given; see <see cref="ChangeUnit"/>.</summary>
    public string? ChangeUnit { get; init; }
}

/// <param name="Group">Who reports: <c>@provinces</c>, <c>@ministries</c> or one organisation, such as the owner of a national figure.</param>
/// <param name="AgainstPrevious">Against the nearest earlier period in which any of those who owe this one had a value.</param>
public sealed record GroupFigure(string Group, RolledUp Figure, GroupDelta? AgainstPrevious, GroupDelta? AgainstYearBefore)
{
    /// <summary>Why nothing is compared with a period before.</summary>
    public NoChange? NoPrevious { get; init; }

    /// <summary>Why nothing is compared with the year before.</summary>
    public NoChange? NoYearBefore { get; init; }

    /// <summary>Null where it has none.</summary>
    public TargetProgress? Target { get; init; }
}

/// <param name="Group">As in <see cref="ReportingGroup"/>, as are <paramref name="Level"/> and the names.</param>
/// <param name="AgainstPrevious">As in <see cref="GroupFigure"/>.</param>
public sealed record GroupRollUp(
    string Group, string Level, string NameVi, string NameEn, RolledUp Figure, GroupDelta? AgainstPrevious, GroupDelta? AgainstYearBefore)
{
    /// <inheritdoc cref="GroupFigure.NoPrevious"/>
    public NoChange? NoPrevious { get; init; }

    /// <inheritdoc cref="GroupFigure.NoYearBefore"/>
    public NoChange? NoYearBefore { get; init; }

    /// <inheritdoc cref="GroupFigure.Target"/>
    public TargetProgress? Target { get; init; }
}

/// <summary>How a form's obligations of the period stand, with the three rates as fractions from 0 to 1 (null where nothing is in the denominator).</summary>
/// <param name="ReportingRate">Received / expected, exempt ones left out.</param>
/// <param name="OnTimeRate">On time / due.</param>
/// <param name="Completeness">Required cells provided / required cells.</param>
public sealed record FormSummary(
    string Form,
    string NameVi,
    string NameEn,
    DateOnly DueDay,
    DateOnly EffectiveDueDay,
    IReadOnlyDictionary<string, int> States,
    double? ReportingRate,
    double? OnTimeRate,
    double? Completeness)
{
    /// <summary>How many are filed and lack something that the form requires.</summary>
    public int Incomplete { get; init; }

    /// <summary>How many have the signed paper that the form wants: <c>present</c>, <c>missing</c>, <c>not_required</c>.</summary>
    public IReadOnlyDictionary<string, int> Evidence { get; init; } = new Dictionary<string, int>();

    public static FormSummary Of(Form form, DueDay due, IReadOnlyList<Obligation> obligations, DateOnly today)
    {
        var counted = obligations.Where(o => o.State != ObligationState.Exempt).ToList();
        var dueNow = counted.Where(o => today > o.Due.Effective || o.FirstAccepted is not null).ToList();
        return new FormSummary(
            form.Code,
            form.NameVi,
            form.NameEn,
            due.Nominal,
            due.Effective,
            Enum.GetValues<ObligationState>().ToDictionary(Obligation.NameOf, s => obligations.Count(o => o.State == s)),
            Rate(counted.Count(o => o.FirstReceived is not null), counted.Count),
            Rate(dueNow.Count(o => o.FirstAccepted is { } at && VietnamTime.DayOf(at) <= o.Due.Effective), dueNow.Count),
            Rate(counted.Sum(o => o.Provided), counted.Sum(o => o.Required)))
        {
            Incomplete = obligations.Count(o => o.IsIncomplete),
            Evidence = Enum.GetValues<EvidenceState>().ToDictionary(EvidenceRule.NameOf, s => obligations.Count(o => o.Evidence == s)),
        };
    }

    private static double? Rate(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 4);
}

public sealed record OrganisationSummary(
    string Code,
    string NameVi,
    string NameEn,
    IReadOnlyDictionary<string, OrganisationFigure> Values,
    IReadOnlyList<OrganisationObligation> Obligations);

/// <param name="AgainstPrevious">Against the previous period with a value, its own or that of the body which it goes on unchanged (<see cref="Lineage"/>).</param>
public sealed record OrganisationFigure(double? Value, string Status, Delta? AgainstPrevious, Delta? AgainstYearBefore)
{
    /// <inheritdoc cref="GroupFigure.NoPrevious"/>
    public NoChange? NoPrevious { get; init; }

    /// <inheritdoc cref="GroupFigure.NoYearBefore"/>
    public NoChange? NoYearBefore { get; init; }

    // Filled in where it stands, as the target is: of a whole country another figure for each is as much again.
    /// <summary>Null where there is nobody to be ranked with.</summary>
    [JsonInclude]
    public PeerRank? Rank { get; internal set; }

    /// <inheritdoc cref="GroupFigure.Target"/>
    [JsonInclude]
    public TargetStanding? Target { get; internal set; }

    /// <summary>In which the value was taken, where the indicator has another unit by now: then nothing is compared with it. Else null.</summary>
    public string? Unit { get; init; }
}

public sealed record OrganisationObligation(
    string Form, string State, DateTimeOffset? FirstReceived, DateTimeOffset? FirstAccepted, int Provided, int Required)
{
    /// <summary>Filed, and lacks something that the form requires.</summary>
    public bool Incomplete { get; init; }

    /// <summary>The last day on which its own is in time, where more time was granted; null where the form's holds.</summary>
    public DateOnly? DueDay { get; init; }

    /// <summary><c>present</c>, <c>missing</c> or <c>not_required</c>.</summary>
    public string Evidence { get; init; } = EvidenceRule.NameOf(EvidenceState.NotRequired);
}
