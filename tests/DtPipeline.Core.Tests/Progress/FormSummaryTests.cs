using DtPipeline.Deadlines;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

public sealed class FormSummaryTests
{
    private static readonly DueDay Due = new(new DateOnly(2023, 6, 25), new DateOnly(2023, 6, 26));
    private static readonly DateTimeOffset InTime = new(2023, 6, 26, 16, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset Late = InTime.AddSeconds(1);
    private static readonly DateOnly DueDate = new(2023, 6, 26);
    private static readonly DateOnly DayAfter = new(2023, 6, 27);

    private static readonly Obligation OnTime = new("PROV-Q", "P", "2023-Q2", ObligationState.OnTime, Due, InTime, InTime, 20, 25);
    private static readonly Obligation Nil = OnTime with { State = ObligationState.Nil, Provided = 25 };
    private static readonly Obligation LateOne = OnTime with { State = ObligationState.Late, FirstAccepted = Late };
    private static readonly Obligation Faulty = OnTime with { State = ObligationState.Faulty, FirstAccepted = null, Provided = 0 };
    private static readonly Obligation Missing = Faulty with { State = ObligationState.Missing, FirstReceived = null };
    private static readonly Obligation Exempt = Missing with { State = ObligationState.Exempt };

    [Fact]
    public void CountsEveryState()
    {
        var states = Of(DayAfter, OnTime, OnTime, Nil, LateOne, Faulty, Missing, Exempt).States;

        Assert.Equal(
            new Dictionary<string, int> { ["expected"] = 0, ["on_time"] = 2, ["late"] = 1, ["nil"] = 1, ["faulty"] = 1, ["missing"] = 1, ["exempt"] = 1 },
            states);
    }

    [Fact]
    public void CountsHowManyHaveTheirPaper()
    {
        var evidence = Of(
            DayAfter, OnTime with { Evidence = EvidenceState.Present }, Nil with { Evidence = EvidenceState.Missing }, LateOne with { Evidence = EvidenceState.Missing }, Exempt with { Evidence = EvidenceState.NotRequired }).Evidence;

        Assert.Equal(new Dictionary<string, int> { ["present"] = 1, ["missing"] = 2, ["not_required"] = 1 }, evidence);
    }

    [Fact]
    public void RatesLeaveOutOnlyTheExempt()
    {
        var summary = Of(DayAfter, OnTime, Nil, LateOne, Faulty, Missing, Exempt);

        Assert.Equal((0.8, 0.4, 0.52), (summary.ReportingRate, summary.OnTimeRate, summary.Completeness));
    }

    [Fact]
    public void BeforeTheDueDayEndsOnlyWhatIsFiledIsDue()
    {
        var expected = Missing with { State = ObligationState.Expected };

        Assert.Equal((0.5, 1), (Of(DueDate, OnTime, expected).ReportingRate, Of(DueDate, OnTime, expected).OnTimeRate));
        Assert.Null(Of(DueDate, expected).OnTimeRate);
    }

    [Fact]
    public void ANilFiledLateIsNotOnTime() =>
        Assert.Equal(0, Of(DayAfter, Nil with { FirstAccepted = Late }).OnTimeRate);

    [Fact]
    public void RatesOfNothingAreNone()
    {
        var summary = Of(DayAfter, Exempt);

        Assert.Equal((null, null, null), (summary.ReportingRate, summary.OnTimeRate, summary.Completeness));
    }

    [Fact]
    public void RatesAreRoundedToFourPlaces() => Assert.Equal(0.6667, Of(DayAfter, OnTime, OnTime, Missing).ReportingRate);

    [Fact]
    public void NamesTheFormAndItsDueDays()
    {
        var summary = Of(DayAfter);

        Assert.Equal(("PROV-Q", "Báo cáo quý của địa phương", "Quarterly report of provinces"), (summary.Form, summary.NameVi, summary.NameEn));
        Assert.Equal((Due.Nominal, Due.Effective), (summary.DueDay, summary.EffectiveDueDay));
    }

    private static FormSummary Of(DateOnly today, params Obligation[] obligations) => FormSummary.Of(TheCatalogue.Form("PROV-Q"), Due, obligations, today);
}
