using DtPipeline.Catalogue;
using DtPipeline.Time;

namespace DtPipeline.Progress.Reform;

/// <summary>The ledgers that a period's page is made of.</summary>
/// <param name="Earlier">As of <see cref="PeriodRollUp"/>.</param>
public sealed record PeriodParts(PeriodLedgers Current, IReadOnlyList<PeriodLedgers> Earlier, PeriodLedgers YearBefore)
{
    /// <summary>Its page as then and as now, before it is held against targets.</summary>
    public PeriodSummary Summarise(DateTimeOffset now, ReportingCatalogue catalogue) => new PeriodRollUp(Current, Earlier, YearBefore, catalogue).Summarise(now) with
    {
        AsNow = new AsNowRollUp(Current, Earlier, YearBefore, catalogue, VietnamTime.DayOf(now)).Summarise(),
    };
}
