using System.Text;
using DtPipeline.Alerts;
using DtPipeline.Answers.Receipts;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>What a form requires and a report lacks. Hà Nội's quarterly report of 2023-Q2 is due on 26 June 2023 and requires 25 indicators.</summary>
public sealed class CompletenessTests
{
    private const string Incomplete = "form.incomplete";

    private static readonly string[] Required = [.. TheCatalogue.Form("PROV-Q").Indicators.Where(i => i.Required).Select(i => i.Indicator)];

    [Fact]
    public void TheReceiptNamesWhatIsRequiredAndMissing()
    {
        var receipt = Receipt.Of(Replay(Sent.Rows(Nil(Required.Except(["DG-06", "DG-13"]))))[0], Sent.At);

        var fault = Assert.Single(receipt.Faults);
        Assert.Equal(("accepted", Incomplete, "warning", "PROV-Q"), (receipt.Status, fault.Code, fault.Severity, fault.Found));
        Assert.Equal(
            new Bilingual(
                $"Báo cáo «PROV-Q» còn thiếu 2 trong 25 chỉ tiêu bắt buộc: DG-06 {TheCatalogue.Indicator("DG-06").NameVi}; DG-13 {TheCatalogue.Indicator("DG-13").NameVi}.",
                $"The report 'PROV-Q' still lacks 2 of 25 required indicators: DG-06 {TheCatalogue.Indicator("DG-06").NameEn}; DG-13 {TheCatalogue.Indicator("DG-13").NameEn}."),
            fault.Message);
    }

    [Fact]
    public void WhatSeveralFilesBringTogetherIsComplete()
    {
        var steps = Replay(Sent.Rows(Nil(Required.Take(20))), Sent.Rows(Nil(Required.Skip(20))), Sent.Rows("DG-05,12"));

        Assert.Equal([Incomplete], Codes(steps[0]));
        Assert.Empty(Codes(steps[1]));
        Assert.Empty(Codes(steps[2]));
    }

    [Fact]
    public void AFileThatComesBeforeChangesWhatTheReceiptOfTheNextSays()
    {
        var later = Sent.Rows(Nil(Required.Skip(20)));
        var alone = Receipt.Of(Replay(later)[0], Sent.At);
        var earlier = Sent.Rows(Nil(Required.Take(20))) with { FileId = "f0", UploadedAt = Sent.At.AddHours(-1) };

        Assert.Equal([Incomplete], alone.Faults.Select(f => f.Code));
        Assert.Empty(alone.Amended(Replay(earlier, later)[1]).Faults);
    }

    [Theory]
    [InlineData("DG-05,abc")]
    [InlineData("T22-01,50")]
    public void AFileThatStoresNothingOfTheFormIsNotMeasuredByIt(string row) => Assert.DoesNotContain(Incomplete, Codes(Replay(Sent.Rows(row))[0]));

    [Theory]
    [InlineData("2023-06-20", "Expected")]
    [InlineData("2023-06-27", "Missing")]
    public void AFilingThatIsWhollyWithdrawnIsAwaitedAgain(string today, string state)
    {
        var obligation = Decide(today, Sent.Rows("DG-05,12", "DG-06,13"), Withdrawn("DG-05", "DG-06"));

        Assert.Equal((state, true), (obligation.State.ToString(), obligation.IsAwaited));
        Assert.Equal((null, null), (obligation.FirstReceived, obligation.FirstAccepted));
    }

    [Fact]
    public void AFilingThatIsPartlyWithdrawnStands() =>
        Assert.Equal(ObligationState.OnTime, Decide("2023-06-27", Sent.Rows("DG-05,12", "DG-06,13"), Withdrawn("DG-05")).State);

    [Fact]
    public void WhatIsFiledAgainAfterItWasWithdrawnIsJudgedByTheNewFiling()
    {
        var obligation = Decide("2023-07-10", Sent.Rows("DG-05,12"), Withdrawn("DG-05"), Sent.Rows("DG-05,12") with { UploadedAt = Sent.At.AddDays(9) });

        Assert.Equal((ObligationState.Late, Sent.At.AddDays(9).AddHours(2)), (obligation.State, obligation.FirstAccepted));
    }

    [Theory]
    [InlineData("SHARE,abc", "Faulty", "Missing")]
    [InlineData("SHARE,12", "OnTime", "Missing")]
    [InlineData("SPARE,abc", "Missing", "Faulty")]
    [InlineData("SHARE,abc\nSPARE,abc", "Faulty", "Faulty")]
    [InlineData("NO-SUCH,12", "Faulty", "Faulty")]
    [InlineData("SHARE,12\nNO-SUCH,12", "OnTime", "Missing")]
    public void OfAFormThatNoFileSpokeOfNothingWasReceived(string rows, string form, string other)
    {
        var catalogue = TheCatalogue.SmallWith("forms.csv", "OTHER,Other,Biểu khác,quarterly,@provinces,RULE,2023-Q1,", "form_indicators.csv", "OTHER,SPARE,yes").Catalogue!;
        var file = new ReceivedFile("f1", "N/2023-Q2/a.csv", "sha", Sent.At, Encoding.UTF8.GetBytes($"indicator,value\n{rows}\n"), 100);
        var facts = LedgerReplay.Of([FilingReader.Read(file, catalogue, Sent.MostBytes)], LedgerState.Empty.Alerts, catalogue)[0].After.Facts;

        var states = catalogue.Forms.Select(f => ObligationRule.Decide(f, catalogue.FindOrganisation("N")!, TheCatalogue.Period("2023-Q2"), facts, new DateOnly(2023, 7, 1), catalogue).State.ToString());

        Assert.Equal([form, other], states);
    }

    private static IEnumerable<string> Codes(LedgerStep step) => Receipt.Of(step, Sent.At).Faults.Select(f => f.Code);

    private static string[] Nil(IEnumerable<string> indicators) => [.. indicators.Select(i => $"{i},không phát sinh")];

    private static Filing Withdrawn(params string[] indicators) => Sent.Table("indicator,value,status", [.. indicators.Select(i => $"{i},,withdrawn")]);

    private static IReadOnlyList<LedgerStep> Replay(params Filing[] filings) => LedgerReplay.Of(
        [.. filings.Select((f, n) => f with { FileId = $"f{n + 1}", UploadedAt = f.UploadedAt.AddHours(n) })], LedgerState.Empty.Alerts, TheCatalogue.Default);

    private static Obligation Decide(string today, params Filing[] filings) => ObligationRule.Decide(
        TheCatalogue.Form("PROV-Q"),
        TheCatalogue.Organisation("P63-01"),
        TheCatalogue.Period("2023-Q2"),
        LedgerSteps.InTurn(filings)[^1].After.Facts,
        DateOnly.ParseExact(today, "yyyy-MM-dd", null),
        TheCatalogue.Default);
}
