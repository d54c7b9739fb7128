using DtPipeline.Alerts;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>What is told of files that came after PROV-Q of 2023-Q2, due on 26 June, was closed on 5 July at five in the afternoon, Vietnam's time.</summary>
public sealed class ClosedAlertsTests
{
    private static readonly DateTimeOffset Closed = new(2023, 7, 5, 10, 0, 0, TimeSpan.Zero);

    private static readonly Closings OfForm = Closings.Of([new ClosingAct("PROV-Q", TheCatalogue.Period("2023-Q2"), 1, ClosingAction.Close, Closed, "Lan", "xong")]);

    [Fact]
    public void AReportThatIsLateSaysThatItsFormWasClosed()
    {
        var late = Assert.Single(Steps(OfForm, Sent.Rows("DG-05,12") with { UploadedAt = Closed.AddHours(1) })[0].Alerts);

        Assert.Equal(AlertType.ReportLate, late.Subject.Type);
        Assert.Equal(
            new Bilingual(
                "Hà Nội nộp «Báo cáo quý của địa phương» kỳ 2023-Q2 chậm 9 ngày (hạn 26/06/2023). Gửi sau khi chốt số liệu (PROV-Q lúc 17:00:00 ngày 05/07/2023): số liệu đã chốt không thay đổi.",
                "Ha Noi filed the 'Quarterly report of provinces' for 2023-Q2 9 days late (due 2023-06-26). It came after closing (PROV-Q on 5 July 2023, 17:00:00): what was closed does not change."),
            late.Message);
    }

    [Fact]
    public void OfFaultsAndOfOtherFormsNothingIsAdded()
    {
        var file = Sent.Rows("DG-05,12", "DG-06,abc") with { UploadedAt = Closed.AddHours(1) };
        var open = Steps(Closings.None, file)[0];
        var closed = Steps(OfForm, file)[0];
        var other = ClosedAlerts.Tell([open with { AfterClosing = [closed.AfterClosing[0] with { Form = "OTHER" }] }])[0];

        Assert.Equal([AlertType.ReportFaulty, AlertType.ReportLate], open.Alerts.Select(a => a.Subject.Type));
        Assert.Equal(open.Alerts[0].Message, closed.Alerts[0].Message);
        Assert.Equal(open.Alerts.Select(a => a.Message), other.Alerts.Select(a => a.Message));
    }

    [Fact]
    public void ARevisionNamesEveryFormThatWasClosed()
    {
        var steps = Steps(OfForm, Sent.Rows("DG-05,12"), Sent.Rows("DG-05,13") with { FileId = "f2", UploadedAt = Closed.AddHours(1) });
        var both = steps[1] with { Alerts = [Revised()], AfterClosing = [steps[1].AfterClosing[0], steps[1].AfterClosing[0] with { Form = "SECOND", At = Closed.AddDays(1) }] };

        Assert.Equal(
            new Bilingual(
                "Đã sửa. Gửi sau khi chốt số liệu (PROV-Q lúc 17:00:00 ngày 05/07/2023; SECOND lúc 17:00:00 ngày 06/07/2023): số liệu đã chốt không thay đổi.",
                "Revised. It came after closing (PROV-Q on 5 July 2023, 17:00:00; SECOND on 6 July 2023, 17:00:00): what was closed does not change."),
            Assert.Single(ClosedAlerts.Tell([steps[0], both])[1].Alerts).Message);

        AlertTransition Revised() => Assert.Single(steps[1].Alerts, a => a.Subject.Type == AlertType.ReportRevised) with { Message = new Bilingual("Đã sửa.", "Revised.") };
    }

    private static IReadOnlyList<LedgerStep> Steps(Closings closings, params Filing[] filings) => LedgerReplay.Of(filings, LedgerState.Empty.Alerts, TheCatalogue.Default, closings);
}
