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

    [Theory]
    [InlineData("2023-06-23", 0, "còn 3 ngày (hạn 26/06/2023)", "due in 3 days (2023-06-26)")]
    [InlineData("2023-06-29", 1, "quá hạn 3 ngày (hạn 26/06/2023)", "3 days overdue (due 2023-06-26)")]
    public void OfWhomAFileWasRefusedIsSaidThatItHasSentSomethingAndWhen(string today, int alert, string vi, string en)
    {
        var condition = Both(DateOnly.ParseExact(today, "yyyy-MM-dd", null), heldBack: false, Sent.Rows("DG-05,abc"), Sent.Rows("DG-05,xyz"))[alert];

        Assert.True(condition.Holds);
        Assert.Equal(
            new Bilingual(
                $"Hà Nội đã gửi tệp (nhận lần đầu 20/06/2023) nhưng không lưu được số liệu nào của «Báo cáo quý của địa phương» kỳ 2023-Q2: {vi}.",
                $"Ha Noi has sent something (first received 2023-06-20), but nothing of the 'Quarterly report of provinces' for 2023-Q2 could be taken: {en}."),
            condition.WhileItHolds);
    }

    [Theory]
    [InlineData("DG-05,abc", true)]
    [InlineData("DG-05,12", false)]
    public void OnlyAnAcceptedFileEndsTheAlertForAll(string row, bool nobodyFiled)
    {
        var sent = new Dictionary<string, FilingFacts> { ["P63-01"] = Facts(Sent.Rows(row)) };

        Assert.Equal(nobodyFiled, OverdueAlert.NobodyFiled(Decide(new(2023, 6, 29), sent)));
        Assert.Equal(nobodyFiled, OfForm(new(2023, 6, 29), sent).Holds);
    }

    [Theory]
    [InlineData(1, "Trong 63 cơ quan, 62 chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2 và 1 đã gửi tệp (nhận lần đầu 20/06/2023) nhưng không lưu được số liệu nào: quá hạn 3 ngày (hạn 26/06/2023).",
        "Of 63 organisations, 62 have not filed the 'Quarterly report of provinces' for 2023-Q2 and 1 has sent something (first received 2023-06-20) of which nothing could be taken: 3 days overdue (due 2023-06-26).")]
    [InlineData(62, "Trong 63 cơ quan, 1 chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2 và 62 đã gửi tệp (nhận lần đầu 20/06/2023) nhưng không lưu được số liệu nào: quá hạn 3 ngày (hạn 26/06/2023).",
        "Of 63 organisations, 1 has not filed the 'Quarterly report of provinces' for 2023-Q2 and 62 have sent something (first received 2023-06-20) of which nothing could be taken: 3 days overdue (due 2023-06-26).")]
    [InlineData(63, "Cả 63 cơ quan đã gửi tệp (nhận lần đầu 20/06/2023) nhưng không lưu được số liệu nào của «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 3 ngày (hạn 26/06/2023).",
        "All 63 organisations have sent something (first received 2023-06-20), but nothing of the 'Quarterly report of provinces' for 2023-Q2 could be taken: 3 days overdue (due 2023-06-26).")]
    public void TheAlertForAllSaysHowManyHaveSentWhatCouldNotBeTaken(int refused, string vi, string en)
    {
        var facts = Facts(Sent.Rows("DG-05,abc"));

        var condition = OfForm(new(2023, 6, 29), Owing.Take(refused).ToDictionary(o => o.Code, _ => facts));

        Assert.Equal(new Bilingual(vi, en), condition.WhileItHolds);
        Assert.Equal(
            "Ha Noi has sent something (first received 2023-06-20), but nothing of the 'Quarterly report of provinces' for 2023-Q2 could be taken: 3 days overdue (due 2023-06-26).",
            condition.Owed!.Of(HaNoi.Organisation).On(new(2023, 6, 29)).En);
        Assert.Equal(refused == 63, condition.Owed.Of(Owing[^1]).On(new(2023, 6, 29)).En.Contains("sent something", StringComparison.Ordinal));
    }

    [Fact]
    public void ARefusedFileChangesOnceWhatAnOpenAlertSays()
    {
        var (marks, transitions) = (LedgerState.Empty.Alerts, new List<string>());
        foreach (var condition in new[] { On(new(2023, 6, 27)), On(new(2023, 6, 28), Refused), On(new(2023, 6, 29), Refused, Refused), On(new(2023, 7, 7), Refused), On(new(2023, 7, 8), Refused, Sent.Rows("DG-05,12")) })
        {
            (marks, var told) = AlertCondition.Settle(marks, [condition], Sent.At);
            transitions.AddRange(told.Select(t => $"{t.Sequence} {AlertTransition.NameOf(t.Event)} {AlertTransition.NameOf(t.Severity)} {(t.Message.En.Contains("sent something", StringComparison.Ordinal) ? "sent" : "-")}"));
        }

        Assert.Equal(["1 raised yellow -", "2 changed yellow sent", "3 escalated red sent", "4 resolved red -"], transitions);
    }

    [Fact]
    public void TheRefusedFileItselfChangesWhatIsOpenAndRaisesNothing()
    {
        var now = new DateTimeOffset(2023, 6, 29, 2, 0, 0, TimeSpan.Zero);
        var raised = AlertCondition.Settle(LedgerState.Empty.Alerts, [On(new(2023, 6, 29))], now).Marks;
        var ledger = LedgerSteps.InTurn(Refused)[0].After;

        var (after, changed) = OverdueAlert.Settle(HaNoi, ledger with { Alerts = raised }, now, AlertTiming.Default, TheCatalogue.Default);

        Assert.Equal("report.overdue~2023-Q2~P63-01~PROV-Q~2~changed", Assert.Single(changed).MessageId);
        Assert.Empty(OverdueAlert.Settle(HaNoi, after, now, AlertTiming.Default, TheCatalogue.Default).Settled);
        Assert.Empty(OverdueAlert.Settle(HaNoi, ledger, now, AlertTiming.Default, TheCatalogue.Default).Settled);
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
        var condition = OfForm(new(2023, 7, 7), []);

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
        var whole = TheCatalogue.Form("PROV-Q").Indicators.Where(i => i.Required).Select(i => $"{i.Indicator},không phát sinh");
        var ledger = LedgerSteps.InTurn(Sent.Rows([.. whole]))[0].After with { Alerts = raised };

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

    private static Filing Refused => Sent.Rows("DG-05,abc");

    private static List<Organisation> Owing => [.. TheCatalogue.Default.WhoOwes(TheCatalogue.Form("PROV-Q"), HaNoi.Period)];

    private static FilingFacts Facts(Filing filing) => LedgerSteps.InTurn(filing)[^1].After.Facts;

    private static List<Obligation> Decide(DateOnly today, Dictionary<string, FilingFacts> facts) =>
        Owing.ConvertAll(o => ObligationRule.Decide(TheCatalogue.Form("PROV-Q"), o, HaNoi.Period, facts.GetValueOrDefault(o.Code), today, TheCatalogue.Default));

    private static AlertCondition OfForm(DateOnly today, Dictionary<string, FilingFacts> facts)
    {
        var form = TheCatalogue.Form("PROV-Q");
        return OverdueAlert.OfForm(
            form, HaNoi.Period, DueDay.Of(form, HaNoi.Period, TheCatalogue.Default), Decide(today, facts), today, AlertTiming.Default, TheCatalogue.Default.Calendar)[1];
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
