using DtPipeline.Alerts;
using DtPipeline.Deadlines;
using DtPipeline.Observing;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>The quarterly report of Hà Nội for 2023-Q2, due on 26 June 2023.</summary>
public sealed class OverdueAlertTests
{
    private static readonly Owner HaNoi = new(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"));

    [Fact]
    public void NamesTheReportAndHowLongItIsOverdue()
    {
        var condition = On(new DateOnly(2023, 6, 29));

        Assert.Equal(new AlertSubject("report.overdue~2023-Q2~P63-01~PROV-Q", "report.overdue", "P63-01", "2023-Q2", "PROV-Q", null), condition.Subject);
        Assert.Equal(
            new Bilingual(
                "Hà Nội chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 3 ngày (hạn 26/06/2023).",
                "Ha Noi has not filed the 'Quarterly report of provinces' for 2023-Q2: 3 days overdue (due 2023-06-26)."),
            condition.WhileItHolds);
        Assert.Equal(
            new Bilingual(
                "Hà Nội: «Báo cáo quý của địa phương» kỳ 2023-Q2 không còn quá hạn.",
                "Ha Noi: the 'Quarterly report of provinces' for 2023-Q2 is no longer overdue."),
            condition.OnceSettled);
    }

    [Theory]
    [InlineData("2023-06-20", false, "yellow")]
    [InlineData("2023-06-26", false, "yellow")]
    [InlineData("2023-06-27", true, "yellow")]
    [InlineData("2023-07-06", true, "yellow")]
    [InlineData("2023-07-07", true, "red")]
    public void HoldsFromTheDayAfterTheDueDayAndIsRedAfterTenDays(string today, bool holds, string severity)
    {
        var condition = On(DateOnly.ParseExact(today, "yyyy-MM-dd", null));

        Assert.Equal((holds, severity), (condition.Holds, AlertTransition.NameOf(condition.Severity)));
    }

    [Fact]
    public void AFaultyFileLeavesAReportOverdueAndAnAcceptedOneDoesNot()
    {
        var today = new DateOnly(2023, 6, 29);

        Assert.True(On(today, Sent.Rows("DG-05,abc")).Holds);
        Assert.False(On(today, Sent.Rows("DG-05,abc"), Sent.Rows("DG-05,12")).Holds);
    }

    [Fact]
    public void IsRaisedTurnsRedAndIsResolvedByWhatArrives()
    {
        var marks = LedgerState.Empty.Alerts;
        var events = new List<(AlertEvent, AlertSeverity)>();
        foreach (var condition in new[] { On(new(2023, 6, 27)), On(new(2023, 6, 28)), On(new(2023, 7, 7)), On(new(2023, 7, 8), Sent.Rows("DG-05,12")) })
        {
            (marks, var transitions) = AlertCondition.Settle(marks, [condition], Sent.At);
            events.AddRange(transitions.Select(t => (t.Event, t.Severity)));
        }

        Assert.Equal([(AlertEvent.Raised, AlertSeverity.Yellow), (AlertEvent.Escalated, AlertSeverity.Red), (AlertEvent.Resolved, AlertSeverity.Red)], events);
    }

    [Fact]
    public void OneAlertSpeaksForAllWhenNobodyHasFiled()
    {
        var form = TheCatalogue.Form("PROV-Q");

        var condition = OverdueAlert.OfForm(form, HaNoi.Period, DueDay.Of(form, HaNoi.Period, TheCatalogue.Default), 63, true, new DateOnly(2023, 7, 7));

        Assert.Equal(new AlertSubject("report.overdue~2023-Q2~PROV-Q", "report.overdue", "@provinces", "2023-Q2", "PROV-Q", null), condition.Subject);
        Assert.Equal((true, AlertSeverity.Red), (condition.Holds, condition.Severity));
        Assert.Equal(
            new Bilingual(
                "Cả 63 cơ quan chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 11 ngày (hạn 26/06/2023).",
                "All 63 organisations have not filed the 'Quarterly report of provinces' for 2023-Q2: 11 days overdue (due 2023-06-26)."),
            condition.WhileItHolds);
        Assert.Equal(
            new Bilingual(
                "Cả 63 cơ quan: «Báo cáo quý của địa phương» kỳ 2023-Q2 không còn quá hạn.",
                "All 63 organisations: the 'Quarterly report of provinces' for 2023-Q2 is no longer overdue."),
            condition.OnceSettled);
    }

    [Fact]
    public void AnOpenAlertIsClosedByWhatThePartitionNowHolds()
    {
        var now = new DateTimeOffset(2023, 6, 29, 2, 0, 0, TimeSpan.Zero);
        var raised = AlertCondition.Settle(LedgerState.Empty.Alerts, [On(new(2023, 6, 29))], now).Marks;
        var ledger = Ledger.InTurn(Sent.Rows("DG-05,12"))[0].After with { Alerts = raised };

        var (after, settled) = OverdueAlert.Settle(HaNoi, ledger, now, TheCatalogue.Default);

        var transition = Assert.Single(settled);
        Assert.Equal(("report.overdue~2023-Q2~P63-01~PROV-Q~2~resolved", now), (transition.MessageId, transition.At));
        Assert.Equal("Ha Noi: the 'Quarterly report of provinces' for 2023-Q2 is no longer overdue.", transition.Message.En);
        Assert.Equal(ledger with { Alerts = after.Alerts }, after);
        Assert.Empty(OverdueAlert.Settle(HaNoi, after, now, TheCatalogue.Default).Settled);
    }

    [Fact]
    public void SettlingRaisesNothing()
    {
        var (after, settled) = OverdueAlert.Settle(HaNoi, LedgerState.Empty, Sent.At.AddDays(30), TheCatalogue.Default);

        Assert.Empty(settled);
        Assert.Empty(after.Alerts);
    }

    private static AlertCondition On(DateOnly today, params Filing[] filings)
    {
        var form = TheCatalogue.Form("PROV-Q");
        var ledger = filings.Length == 0 ? null : Ledger.InTurn(filings)[^1].After;
        return OverdueAlert.Of(ObligationRule.Decide(form, HaNoi.Organisation, HaNoi.Period, ledger, today, TheCatalogue.Default), form, HaNoi.Organisation, today);
    }
}
