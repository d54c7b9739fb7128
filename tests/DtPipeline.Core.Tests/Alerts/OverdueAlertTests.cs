using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

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

    [Theory]
    [InlineData("2023-06-20", false, "còn 6 ngày (hạn 26/06/2023)", "due in 6 days (2023-06-26)")]
    [InlineData("2023-06-21", true, "còn 5 ngày (hạn 26/06/2023)", "due in 5 days (2023-06-26)")]
    [InlineData("2023-06-25", true, "còn 1 ngày (hạn 26/06/2023)", "due in 1 day (2023-06-26)")]
    [InlineData("2023-06-26", true, "hạn là hôm nay (26/06/2023)", "due today (2023-06-26)")]
    [InlineData("2023-06-27", false, "quá hạn 1 ngày (hạn 26/06/2023)", "1 day overdue (due 2023-06-26)")]
    public void IsRemindedOfFromThreeWorkingDaysBeforeTheDueDayToItsEnd(string today, bool holds, string vi, string en)
    {
        var soon = Both(DateOnly.ParseExact(today, "yyyy-MM-dd", null), heldBack: false)[0];

        Assert.Equal(new AlertSubject("report.due_soon~2023-Q2~P63-01~PROV-Q", "report.due_soon", "P63-01", "2023-Q2", "PROV-Q", null), soon.Subject);
        Assert.Equal((holds, AlertSeverity.Green), (soon.Holds, soon.Severity));
        Assert.Equal(
            new Bilingual(
                $"Hà Nội chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: {vi}.",
                $"Ha Noi has not filed the 'Quarterly report of provinces' for 2023-Q2: {en}."),
            soon.WhileItHolds);
        Assert.Equal(
            new Bilingual(
                "Hà Nội: thôi nhắc «Báo cáo quý của địa phương» kỳ 2023-Q2.",
                "Ha Noi: no more reminder of the 'Quarterly report of provinces' for 2023-Q2."),
            soon.OnceSettled);
    }

    [Theory]
    [InlineData("2023-06-26")]
    [InlineData("2023-06-27")]
    public void TheAlertForAllHoldsThoseOfTheOrganisationsBack(string today) =>
        Assert.DoesNotContain(Both(DateOnly.ParseExact(today, "yyyy-MM-dd", null), heldBack: true), c => c.Holds);

    [Theory]
    [InlineData("2023-07-16", 0)]
    [InlineData("2023-07-17", 1)]
    public void GoesToTheNextRecipientAfterTwentyDays(string today, int escalation) =>
        Assert.Equal(escalation, On(DateOnly.ParseExact(today, "yyyy-MM-dd", null)).Escalation);

    [Fact]
    public void AFaultyFileLeavesAReportOverdueAndAnAcceptedOneDoesNot()
    {
        var today = new DateOnly(2023, 6, 29);

        Assert.True(On(today, Sent.Rows("DG-05,abc")).Holds);
        Assert.False(On(today, Sent.Rows("DG-05,abc"), Sent.Rows("DG-05,12")).Holds);
    }

    [Fact]
    public void IsRaisedTurnsRedIsPassedOnAndIsResolvedByWhatArrives()
    {
        var marks = LedgerState.Empty.Alerts;
        var events = new List<(AlertEvent, AlertSeverity, int)>();
        foreach (var condition in new[] { On(new(2023, 6, 27)), On(new(2023, 6, 28)), On(new(2023, 7, 7)), On(new(2023, 7, 17)), On(new(2023, 7, 18)), On(new(2023, 7, 18), Sent.Rows("DG-05,12")) })
        {
            (marks, var transitions) = AlertCondition.Settle(marks, [condition], Sent.At);
            events.AddRange(transitions.Select(t => (t.Event, t.Severity, t.Escalation)));
        }

        Assert.Equal(
            [(AlertEvent.Raised, AlertSeverity.Yellow, 0), (AlertEvent.Escalated, AlertSeverity.Red, 0), (AlertEvent.Escalated, AlertSeverity.Red, 1), (AlertEvent.Resolved, AlertSeverity.Red, 1)], events);
    }

    [Fact]
    public void OneAlertSpeaksForAllWhenNobodyHasFiled()
    {
        var form = TheCatalogue.Form("PROV-Q");

        var condition = OverdueAlert.OfForm(
            form, HaNoi.Period, DueDay.Of(form, HaNoi.Period, TheCatalogue.Default), 63, true, new DateOnly(2023, 7, 7), AlertTiming.Default, TheCatalogue.Default.Calendar)[1];

        Assert.Equal(new AlertSubject("report.overdue~2023-Q2~PROV-Q", "report.overdue", "@provinces", "2023-Q2", "PROV-Q", null), condition.Subject);
        Assert.Equal((true, AlertSeverity.Red), (condition.Holds, condition.Severity));
        Assert.Equal(
            new Bilingual(
                "Cả 63 cơ quan chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 11 ngày (hạn 26/06/2023).",
                "All 63 organisations have not filed the 'Quarterly report of provinces' for 2023-Q2: 11 days overdue (due 2023-06-26)."),
            condition.WhileItHolds);
        Assert.Equal(
            new Bilingual(
                "Cả 63 cơ quan: «Báo cáo quý của địa phương» kỳ 2023-Q2 không còn được nhắc chung; cơ quan nào chưa nộp được nhắc riêng.",
                "All 63 organisations: no more common alert of the 'Quarterly report of provinces' for 2023-Q2; those who have not filed it are told one by one."),
            condition.OnceSettled);
    }

    [Fact]
    public void AnOpenAlertIsClosedByWhatThePartitionNowHolds()
    {
        var now = new DateTimeOffset(2023, 6, 29, 2, 0, 0, TimeSpan.Zero);
        var raised = AlertCondition.Settle(LedgerState.Empty.Alerts, [On(new(2023, 6, 29))], now).Marks;
        var ledger = LedgerSteps.InTurn(Sent.Rows("DG-05,12"))[0].After with { Alerts = raised };

        var (after, settled) = OverdueAlert.Settle(HaNoi, ledger, now, AlertTiming.Default, TheCatalogue.Default);

        var transition = Assert.Single(settled);
        Assert.Equal(("report.overdue~2023-Q2~P63-01~PROV-Q~2~resolved", now), (transition.MessageId, transition.At));
        Assert.Equal("Ha Noi: the 'Quarterly report of provinces' for 2023-Q2 is no longer overdue.", transition.Message.En);
        Assert.Equal(ledger with { Alerts = after.Alerts }, after);
        Assert.Empty(OverdueAlert.Settle(HaNoi, after, now, AlertTiming.Default, TheCatalogue.Default).Settled);
    }

    [Fact]
    public void SettlingRaisesNothing()
    {
        var (after, settled) = OverdueAlert.Settle(HaNoi, LedgerState.Empty, Sent.At.AddDays(30), AlertTiming.Default, TheCatalogue.Default);

        Assert.Empty(settled);
        Assert.Empty(after.Alerts);
    }

    private static AlertCondition On(DateOnly today, params Filing[] filings) => Both(today, heldBack: false, filings)[1];

    private static IReadOnlyList<AlertCondition> Both(DateOnly today, bool heldBack, params Filing[] filings)
    {
        var form = TheCatalogue.Form("PROV-Q");
        var ledger = filings.Length == 0 ? null : LedgerSteps.InTurn(filings)[^1].After;
        var obligation = ObligationRule.Decide(form, HaNoi.Organisation, HaNoi.Period, ledger?.Facts, today, TheCatalogue.Default);
        return OverdueAlert.Of(obligation, form, HaNoi.Organisation, heldBack, today, AlertTiming.Default, TheCatalogue.Default.Calendar);
    }
}
