using DtPipeline.Progress;

namespace DtPipeline.Answers.Models;

/// <summary>One indicator over all periods, for the nation and each group, and who stands where in the newest ones: the content of <c>published/indicators/{indicator}.json</c>.</summary>
/// <param name="Organisations">By code, those whom the leagues name.</param>
/// <param name="Groups">The nation first, then the regions, the kinds, and who owes a form; of a national figure its owner's alone.</param>
/// <param name="Leagues">The newest period first.</param>
public sealed record IndicatorModel(
    IndicatorFacts Indicator, IReadOnlyList<OrganisationFacts> Organisations, IReadOnlyList<GroupCourse> Groups, IReadOnlyList<League> Leagues);

/// <param name="Group">As in <see cref="ReportingGroup"/>, or who owes a form as in <see cref="GroupFigure"/>.</param>
/// <param name="Level"><c>nation</c>, <c>region</c>, <c>kind</c>, <c>owner</c>, or <c>form</c> for those who owe a form.</param>
/// <param name="Points">The oldest first; a period in which nobody has reported has none.</param>
public sealed record GroupCourse(string Group, string Level, string NameVi, string NameEn, IReadOnlyList<GroupFigureOf> Points)
{
    /// <summary>As of the newest point; null where there is none.</summary>
    public TargetProgress? Target { get; init; }
}

/// <param name="Value">As in <see cref="RolledUp"/>, as are <paramref name="Method"/>, <paramref name="Reported"/> and <paramref name="Owed"/>: as then, of the bodies of the period.</param>
public sealed record GroupFigureOf(string Period, double? Value, string Method, int Reported, int Owed)
{
    /// <summary>Null where nothing is compared.</summary>
    public ModelChange? Change { get; init; }

    /// <summary>The first of a new definition: no line leads to it from the one before.</summary>
    public bool IsBreak { get; init; }

    /// <summary>The same as now, of the bodies of today; null where both are one.</summary>
    public AsNowFigure? AsNow { get; init; }
}

/// <summary>Against the nearest earlier period that it is compared with.</summary>
/// <param name="Absolute">In the indicator's change unit.</param>
/// <param name="Percent">Null where none is given.</param>
public sealed record ModelChange(string Period, double Absolute, double? Percent);

/// <summary>Who stands where in a period.</summary>
/// <param name="Rows">Everybody who was asked, by code.</param>
public sealed record League(string Period, IReadOnlyList<LeagueRow> Rows)
{
    /// <summary>Bodies of today which were not there, or not the same, in the period; the others are as in <see cref="Rows"/>. Null where both views are one.</summary>
    public IReadOnlyList<AsNowRow>? AsNow { get; init; }
}

/// <param name="State"><c>value</c>, <c>nil</c>, <c>missing</c> or <c>exempt</c>.</param>
public sealed record LeagueRow(string Organisation, string State)
{
    public double? Value { get; init; }

    /// <summary>SDMX OBS_STATUS; null where nothing was given.</summary>
    public string? Status { get; init; }

    /// <summary>In which the value was taken, where the indicator has another by now: it is ranked with nothing.</summary>
    public string? Unit { get; init; }

    public ModelChange? Change { get; init; }

    /// <summary>As in <see cref="PeerRank"/>: from 1, among those of its own kind.</summary>
    public int? Rank { get; init; }

    /// <summary>Among how many.</summary>
    public int? Of { get; init; }

    /// <summary>Places won since the period before, below zero where they are lost.</summary>
    public int? Gained { get; init; }

    /// <summary>Null where there is no target.</summary>
    public TargetStatus? Target { get; init; }

    /// <summary>The mark beside it.</summary>
    public bool Uncertain { get; init; }
}

/// <param name="State">As in <see cref="AsNowValue"/>, or <c>missing</c>.</param>
/// <param name="MadeOf">Codes of those who reported the period and whose work is this body's by now.</param>
public sealed record AsNowRow(string Organisation, string State, IReadOnlyList<string> MadeOf)
{
    public double? Value { get; init; }

    public string? Status { get; init; }

    public ModelChange? Change { get; init; }

    /// <summary>Why it is not comparable: <c>no_method</c>, <c>no_weights</c> or <c>split</c>.</summary>
    public string? Reason { get; init; }
}
