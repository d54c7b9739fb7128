using System.Globalization;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>The quarterly report of Hà Nội for 2023-Q2, due on Sunday 25 June and so on Monday the 26th.</summary>
public sealed class ObligationRuleTests
{
    private static readonly Filing Good = Sent.Rows("DG-05,12");
    private static readonly Filing Faulty = Sent.Rows("DG-05,abc");

    [Theory]
    [InlineData("2023-06-26T16:59:59.999Z", "OnTime")]
    [InlineData("2023-06-26T23:59:59.999+07:00", "OnTime")]
    [InlineData("2023-06-27T00:00:00.000+07:00", "Late")]
    [InlineData("2023-06-26T17:00:00.000Z", "Late")]
    public void AReportIsOnTimeUntilTheDueDayEndsInVietnam(string uploadedAt, string state)
    {
        var filing = Good with { UploadedAt = DateTimeOffset.Parse(uploadedAt, CultureInfo.InvariantCulture) };

        Assert.Equal(state, Decide("2023-06-27", filing).State.ToString());
    }

    [Theory]
    [InlineData("2023-06-25", "Expected")]
    [InlineData("2023-06-26", "Expected")]
    [InlineData("2023-06-27", "Missing")]
    public void NothingReceivedIsMissingFromTheDayAfterTheDueDay(string today, string state)
    {
        var obligation = Decide(today);

        Assert.Equal((state, true), (obligation.State.ToString(), obligation.IsAwaited));
    }

    [Theory]
    [InlineData("2023-06-26")]
    [InlineData("2023-06-27")]
    public void AFaultyReportIsStillAwaited(string today)
    {
        var obligation = Decide(today, Faulty);

        Assert.Equal((ObligationState.Faulty, true), (obligation.State, obligation.IsAwaited));
        Assert.Equal((Sent.At, null), (obligation.FirstReceived, obligation.FirstAccepted));
    }

    [Fact]
    public void LatenessIsJudgedOnTheFirstAcceptedFilingAndShownBesideTheFirstReceivedOne()
    {
        var late = Good with { UploadedAt = Sent.At.AddDays(7) };

        var obligation = Decide("2023-06-30", Faulty, late);

        Assert.Equal(ObligationState.Late, obligation.State);
        Assert.Equal((Sent.At, Sent.At.AddDays(7).AddHours(1)), (obligation.FirstReceived, obligation.FirstAccepted));
    }

    [Fact]
    public void ALaterCorrectionDoesNotMakeAReportLate() =>
        Assert.Equal(ObligationState.OnTime, Decide("2023-07-30", Good, Sent.Rows("DG-05,13") with { UploadedAt = Sent.At.AddDays(30) }).State);

    [Fact]
    public void OneNilCellDoesNotMakeAReportANil() => Assert.Equal(ObligationState.OnTime, Decide("2023-06-30", Sent.Rows("DG-05,không phát sinh", "DG-06,không có")).State);

    [Theory]
    [InlineData("Nil")]
    [InlineData("Nil", "P06-05,không phát sinh")]
    [InlineData("OnTime", "DG-05,12")]
    [InlineData("OnTime", "P06-05,3")]
    public void AReportIsANilWhereEveryRequiredIndicatorIsNilAndNothingElseHasAValue(string state, params string[] more) =>
        Assert.Equal(state, Decide("2023-06-30", Sent.Rows([.. Required("2023-Q2").Select(i => $"{i},không phát sinh")]), Sent.Rows(more)).State.ToString());

    [Fact]
    public void WhatIsNoLongerReportedIsNotMissedInANil()
    {
        var rows = Required("2025-Q3").Select(i => $"{i},không phát sinh").ToArray();
        var sent = Sent.Text($"indicator,value\n{string.Join('\n', rows)}\n", "P34-01/2025-Q3/a.csv", new DateTimeOffset(2025, 9, 20, 2, 0, 0, TimeSpan.Zero));

        var facts = LedgerSteps.InTurn(sent)[^1].After.Facts;

        Assert.Equal(24, rows.Length);
        Assert.Equal(ObligationState.Nil, ObligationRule.Decide(TheCatalogue.Form("PROV-Q"), TheCatalogue.Organisation("P34-01"), TheCatalogue.Period("2025-Q3"), facts, Day("2025-09-21"), TheCatalogue.Default).State);
    }

    [Theory]
    [InlineData("không phát sinh", "Nil")]
    [InlineData("3", "OnTime")]
    public void WhereNothingIsRequiredAllThatIsAnsweredDecides(string answer, string state)
    {
        var form = TheCatalogue.Form("PROV-Q");
        var voluntary = form with { Indicators = [.. form.Indicators.Select(i => i with { Required = false })] };
        var facts = LedgerSteps.InTurn(Sent.Rows($"DS-05,{answer}"))[^1].After.Facts;

        Assert.Equal(state, ObligationRule.Decide(voluntary, TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"), facts, Day("2023-06-30"), TheCatalogue.Default).State.ToString());
    }

    [Fact]
    public void KnowsItsFormOrganisationPeriodAndDueDay()
    {
        var obligation = Decide("2023-06-20");

        Assert.Equal(("PROV-Q", "P63-01", "2023-Q2"), (obligation.Form, obligation.Organisation, obligation.Period));
        Assert.Equal(new DueDay(new DateOnly(2023, 6, 25), new DateOnly(2023, 6, 26)), obligation.Due);
    }

    [Fact]
    public void CountsTheRequiredIndicatorsThatHaveAnAnswer()
    {
        var obligation = Decide("2023-06-30", Sent.Table("indicator,value,status", "DG-05,12,", "DG-06,không có,", "P06-05,5,", "DG-13,14,"), Sent.Table("indicator,value,status", "DG-13,,withdrawn"));

        Assert.Equal((2, 25), (obligation.Provided, obligation.Required));
    }

    [Fact]
    public void DoesNotRequireAnIndicatorThatIsNoLongerReported()
    {
        var form = TheCatalogue.Form("PROV-Q");

        Assert.Equal(25, ObligationRule.Decide(form, TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2025-Q2"), null, Day("2025-06-01"), TheCatalogue.Default).Required);
        Assert.Equal(24, ObligationRule.Decide(form, TheCatalogue.Organisation("P34-01"), TheCatalogue.Period("2025-Q3"), null, Day("2025-09-01"), TheCatalogue.Default).Required);
    }

    private static Obligation Decide(string today, params Filing[] filings) => ObligationRule.Decide(
        TheCatalogue.Form("PROV-Q"),
        TheCatalogue.Organisation("P63-01"),
        TheCatalogue.Period("2023-Q2"),
        filings.Length == 0 ? null : LedgerSteps.InTurn(filings)[^1].After.Facts,
        Day(today),
        TheCatalogue.Default);

    private static IEnumerable<string> Required(string period) => TheCatalogue.Form("PROV-Q").Indicators
        .Where(i => i.Required && TheCatalogue.Indicator(i.Indicator).IsReportedFor(TheCatalogue.Period(period)))
        .Select(i => i.Indicator);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
