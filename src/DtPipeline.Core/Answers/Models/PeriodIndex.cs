namespace DtPipeline.Answers.Models;

/// <summary>Which periods are published: the content of <c>published/periods.json</c>.</summary>
/// <param name="Periods">The newest first.</param>
public sealed record PeriodIndex(IReadOnlyList<PeriodLine> Periods);

/// <param name="Frequency"><c>monthly</c>, <c>quarterly</c>, <c>half-year</c> or <c>annual</c>.</param>
/// <param name="Organisations">How many existed on its last day.</param>
/// <param name="Reporting">How many of them have given a value or a nil.</param>
/// <param name="HasAsNow">Its bodies, or those of a period that it is compared with, are not those of today.</param>
public sealed record PeriodLine(string Period, string Frequency, DateOnly FirstDay, DateOnly LastDay, int Organisations, int Reporting, bool HasAsNow, IReadOnlyList<PeriodForm> Forms);

/// <param name="EffectiveDueDay">The last day on which it is in time.</param>
public sealed record PeriodForm(string Form, DateOnly EffectiveDueDay);
