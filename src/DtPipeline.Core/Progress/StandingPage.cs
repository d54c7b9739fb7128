namespace DtPipeline.Progress;

/// <summary>What is taken from the <see cref="PeriodSummary"/> that stands when a period is published again: of a whole country the rest is too much to be held beside the new one.</summary>
public sealed record StandingPage(DateTimeOffset AsOf, StandingDay? AsNow, IReadOnlyList<StandingOrganisation> Organisations);

/// <param name="Day">As in <see cref="AsNowSummary"/>.</param>
public sealed record StandingDay(DateOnly Day);

/// <param name="Values">By indicator.</param>
public sealed record StandingOrganisation(string Code, IReadOnlyDictionary<string, StandingFigure> Values);

/// <inheritdoc cref="OrganisationFigure"/>
public sealed record StandingFigure(double? Value, TargetStanding? Target);
