using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Progress;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Reform;

namespace DtPipeline.Core.Tests.Answers.Models;

/// <summary>Periods as they are published, made of drawn ledgers, or of given values.</summary>
internal static class DrawnSummaries
{
    public static readonly DateTimeOffset Now = new(2026, 2, 10, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 2, 10);

    private static readonly string[] Indicators = ["GOV-01", "DG-06", "DS-05", "P06-06"];

    public static PeriodSummary Of(Random random, string period) =>
        Of(Drawn.Ledgers(random, period, TheCatalogue.Default, Indicators), Drawn.Ledgers(random, TheCatalogue.Period(period).Previous.ToString(), TheCatalogue.Default, Indicators));

    public static PeriodSummary Of(string period, params (string Organisation, string Indicator, double? Value)[] values) => Of(Ledgers(period, values), Ledgers(TheCatalogue.Period(period).Previous.ToString()));

    public static PeriodSummary Of(PeriodLedgers ledgers, PeriodLedgers before)
    {
        var yearBefore = new PeriodLedgers(ledgers.Period.YearBefore, new Dictionary<string, LedgerState>());
        return new PeriodRollUp(ledgers, [before], yearBefore, TheCatalogue.Default).Summarise(Now) with
        {
            AsNow = new AsNowRollUp(ledgers, [before], yearBefore, TheCatalogue.Default, Today).Summarise(),
        };
    }

    public static PeriodLedgers Ledgers(string period, params (string Organisation, string Indicator, double? Value)[] values) => new(
        TheCatalogue.Period(period),
        values.GroupBy(v => v.Organisation).ToDictionary(
            g => g.Key,
            g => LedgerState.Empty with { Observations = g.ToDictionary(v => v.Indicator, v => Drawn.Value(v.Indicator, v.Value, status: v.Value is null ? "M" : "A"), StringComparer.Ordinal) },
            StringComparer.Ordinal));
}
