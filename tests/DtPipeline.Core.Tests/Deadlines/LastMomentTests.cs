using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>The last millisecond of the due day in Vietnam and the first moment after it, for every frequency of every regime and level.</summary>
public sealed class LastMomentTests
{
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "ND09-2019", Regime.ReportingBody, "2024-07", "2024-07-25" },
        { "ND09-2019", Regime.ReportingBody, "2024-08", "2024-08-26" },
        { "ND09-2019", Regime.ReportingBody, "2024-Q3", "2024-09-25" },
        { "ND09-2019", Regime.ReportingBody, "2024-S1", "2024-06-25" },
        { "ND09-2019", Regime.ReportingBody, "2024", "2024-12-25" },
        { "TT02-2023", Regime.ReportingBody, "2024-07", "2024-07-15" },
        { "TT02-2023", Regime.ReportingBody, "2024-Q3", "2024-09-06" },
        { "TT02-2023", Regime.ReportingBody, "2024-S1", "2024-06-06" },
        { "TT02-2023", Regime.ReportingBody, "2024", "2024-11-25" },
        { "TT02-2023", Regime.ReceivingUnit, "2024-07", "2024-07-16" },
        { "TT02-2023", Regime.ReceivingUnit, "2024-Q3", "2024-09-09" },
        { "TT02-2023", Regime.ReceivingUnit, "2024-S1", "2024-06-10" },
        { "TT02-2023", Regime.ReceivingUnit, "2024", "2024-11-27" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AReportIsOnTimeUntilItAndLateAfterIt(string regime, string level, string period, string due)
    {
        var midnight = EndOf(due);

        Assert.Equal(ObligationState.OnTime, Decide(regime, level, period, midnight.AddMilliseconds(-1), midnight).State);
        Assert.Equal(ObligationState.Late, Decide(regime, level, period, midnight, midnight).State);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AReportThatDoesNotComeIsExpectedUntilItAndMissingAfterIt(string regime, string level, string period, string due)
    {
        var midnight = EndOf(due);

        Assert.Equal(ObligationState.Expected, Decide(regime, level, period, null, midnight.AddMilliseconds(-1)).State);
        Assert.Equal(ObligationState.Missing, Decide(regime, level, period, null, midnight).State);
    }

    private static DateTimeOffset EndOf(string day) => new(DateOnly.ParseExact(day, "O", null).AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(7));

    private static Obligation Decide(string regime, string level, string period, DateTimeOffset? acceptedAt, DateTimeOffset now)
    {
        var of = TheCatalogue.Period(period);
        var form = TheCatalogue.Form("PROV-Q") with { Regime = regime, Level = level, Frequency = of.Frequency };
        var facts = acceptedAt is { } at
            ? new FilingFacts(new Dictionary<string, DateTimeOffset> { [form.Code] = at }, new Dictionary<string, DateTimeOffset> { [form.Code] = at.ToUniversalTime() }, new Dictionary<string, string> { ["DG-05"] = "A" })
            : null;
        return ObligationRule.Decide(form, TheCatalogue.Organisation("P63-01"), of, facts, VietnamTime.DayOf(now.ToUniversalTime()), TheCatalogue.Default);
    }
}
