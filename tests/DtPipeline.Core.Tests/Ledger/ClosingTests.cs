using DtPipeline.Alerts;
using DtPipeline.Answers.Receipts;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>The form PROV-Q of 2023-Q2 is closed on 5 July at five in the afternoon, Vietnam's time.</summary>
public sealed class ClosingTests
{
    private const string AfterClosing = "form.after_closing";

    private static readonly DateTimeOffset Closed = new(2023, 7, 5, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AFileAfterClosingIsTakenAndToldSo()
    {
        var step = Last(Closings.Of([Act(1, ClosingAction.Close, 0)]), Sent.Rows("DG-05,12") with { UploadedAt = Closed.AddSeconds(1) });

        var fault = Assert.Single(Receipt.Of(step, Closed).Faults, f => f.Code == AfterClosing);
        Assert.Equal(("accepted", 1, "info", "PROV-Q"), (Receipt.NameOf(step.Status), step.Counts.Accepted, fault.Severity, fault.Found));
        Assert.Equal(
            new Bilingual(
                "Số liệu của biểu mẫu «PROV-Q» kỳ này đã chốt lúc 17:00:00 ngày 05/07/2023. Tệp gửi sau khi chốt: số liệu vẫn được nhận và có trong lần tổng hợp sau, số liệu đã chốt không thay đổi.",
                "The form 'PROV-Q' of this period was closed at 5 July 2023, 17:00:00. This file came after closing: its figures are taken and appear in the next brief, what was closed does not change."),
            fault.Message);
        Assert.Contains("Tệp được gửi sau khi số liệu của biểu mẫu đã chốt.", ReceiptPage.Of(Receipt.Of(step, Closed), TheCatalogue.Default, Sent.Help), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DG-05,12", -60, false)]
    [InlineData("DG-05,12", 0, false)]
    [InlineData("DG-05,12", 1, true)]
    [InlineData("DG-05,abc", 1, true)]
    [InlineData("T22-01,50", 1, false)]
    [InlineData("DG-05,12", 3_599, true)]
    [InlineData("DG-05,12", 3_600, false)]
    [InlineData("DG-05,12", 7_201, true)]
    public void ToldIsWhoeverSpeaksOfTheFormWhileItIsClosed(string row, int seconds, bool told)
    {
        var closings = Closings.Of([Act(1, ClosingAction.Close, 0), Act(2, ClosingAction.Reopen, 3_600), Act(3, ClosingAction.Close, 7_200)]);

        Assert.Equal(told, Receipt.Of(Last(closings, Sent.Rows(row) with { UploadedAt = Closed.AddSeconds(seconds) }), Closed).Faults.Any(f => f.Code == AfterClosing));
    }

    [Fact]
    public void OfAFileSentTwiceOnlyTheFirstIsToldForTheSecondBringsNothing()
    {
        var file = Sent.Rows("DG-05,12") with { UploadedAt = Closed.AddSeconds(1) };

        Assert.Empty(Last(Closings.Of([Act(1, ClosingAction.Close, 0)]), file, file with { FileId = "f2", UploadedAt = Closed.AddHours(1) }).AfterClosing);
    }

    [Fact]
    public void AReceiptThatIsAmendedSaysWhatTheClosingsSayThen()
    {
        var file = Sent.Rows("DG-05,12") with { UploadedAt = Closed.AddSeconds(1) };
        var closed = Last(Closings.Of([Act(1, ClosingAction.Close, 0)]), file);
        var open = Last(Closings.None, file);

        Assert.Equal(Codes(Receipt.Of(open, Closed)), Codes(Receipt.Of(closed, Closed).Amended(open)));
        Assert.Equal(Codes(Receipt.Of(closed, Closed)), Codes(Receipt.Of(open, Closed).Amended(closed)));
    }

    [Fact]
    public void TheSecretariatHearsThatWhatWasRevisedWasClosed()
    {
        var step = Last(Closings.Of([Act(1, ClosingAction.Close, 0)]), Sent.Rows("DG-05,12"), Sent.Rows("DG-05,13") with { FileId = "f2", UploadedAt = Closed.AddDays(1) });

        Assert.Equal(
            new Bilingual(
                "Hà Nội đã sửa 1 số liệu của kỳ 2023-Q2: DG-05 12 → 13. Gửi sau khi chốt số liệu (PROV-Q lúc 17:00:00 ngày 05/07/2023): số liệu đã chốt không thay đổi.",
                "Ha Noi has revised 1 value of 2023-Q2: DG-05 12 → 13. It came after closing (PROV-Q on 5 July 2023, 17:00:00): what was closed does not change."),
            Assert.Single(step.Alerts, a => a.Subject.Type == AlertType.ReportRevised).Message);
    }

    [Fact]
    public void ActsThatSayNothingNewChangeNothing()
    {
        var closings = Closings.Of([Act(4, ClosingAction.Reopen, 90), Act(2, ClosingAction.Close, 30), Act(3, ClosingAction.Reopen, 60), Act(1, ClosingAction.Close, 0)]);

        Assert.Equal(
            [new Closing("PROV-Q", TheCatalogue.Period("2023-Q2"), Closed, "Lan", "xong") { Reopened = new Reopening(Closed.AddSeconds(60), "Lan", "xong") }],
            closings.All);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void AClosingHoldsFromItsMomentToItsReopening(int seconds, bool holds)
    {
        var closings = Closings.Of([Act(1, ClosingAction.Close, 0), Act(2, ClosingAction.Reopen, 60)]);

        Assert.Equal(holds, closings.InForce("PROV-Q", TheCatalogue.Period("2023-Q2"), Closed.AddSeconds(seconds)) is not null);
        Assert.Null(closings.InForce("PROV-Q", TheCatalogue.Period("2023-Q1"), Closed.AddSeconds(seconds)));
        Assert.Null(closings.InForce("CENT-Q", TheCatalogue.Period("2023-Q2"), Closed.AddSeconds(seconds)));
    }

    [Fact]
    public void ClosingsAreToldByPeriodFormAndMoment()
    {
        ClosingAct[] acts =
        [
            Of("B", "2023-Q2", 1, ClosingAction.Close, 9), Of("A", "2023-04", 1, ClosingAction.Close, 8), Of("A", "2023-Q2", 1, ClosingAction.Close, 5), Of("A", "2023-Q2", 2, ClosingAction.Reopen, 6),
            Of("A", "2023-Q2", 3, ClosingAction.Close, 7), Of("a", "2023-Q2", 1, ClosingAction.Close, 1), Of("Z", "2023-Q1", 1, ClosingAction.Close, 2),
        ];

        Assert.Equal(
            ["Z 2023-Q1 2", "A 2023-04 8", "A 2023-Q2 5", "A 2023-Q2 7", "B 2023-Q2 9", "a 2023-Q2 1"],
            Closings.Of(acts).All.Select(c => $"{c.Form} {c.Period} {(c.At - Closed).TotalSeconds}"));

        static ClosingAct Of(string form, string period, int number, ClosingAction action, int seconds) => Act(number, action, seconds) with { Form = form, Period = TheCatalogue.Period(period) };
    }

    [Fact]
    public void AReopeningWithoutAReasonHasAnEmptyOne()
    {
        var closings = Closings.Of([Act(1, ClosingAction.Close, 0), Act(2, ClosingAction.Reopen, 60) with { Reason = null }]);

        Assert.Equal(new Reopening(Closed.AddSeconds(60), "Lan", string.Empty), Assert.Single(closings.All).Reopened);
    }

    private static ClosingAct Act(int number, ClosingAction action, int seconds) =>
        new("PROV-Q", TheCatalogue.Period("2023-Q2"), number, action, Closed.AddSeconds(seconds), "Lan", "xong");

    private static LedgerStep Last(Closings closings, params Filing[] filings) => LedgerReplay.Of(filings, LedgerState.Empty.Alerts, TheCatalogue.Default, closings)[^1];

    private static IEnumerable<string> Codes(Receipt receipt) => receipt.Faults.Select(f => f.Code);
}
