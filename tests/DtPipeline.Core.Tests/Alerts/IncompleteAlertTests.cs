using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>The quarterly report of Hà Nội for 2023-Q2, due on 26 June 2023, of which something is filed and something required is missing.</summary>
public sealed class IncompleteAlertTests
{
    private const string Key = "report.incomplete~2023-Q2~P63-01~PROV-Q";

    private static readonly Owner HaNoi = new(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"));
    private static readonly string[] Required = [.. TheCatalogue.Form("PROV-Q").Indicators.Where(i => i.Required).Select(i => i.Indicator)];

    [Fact]
    public void SaysHowMuchIsMissingAndWhat()
    {
        var condition = On("2023-06-29", Rows(Required.Except(["DG-06", "DG-13"])));

        Assert.Equal(new AlertSubject(Key, "report.incomplete", "P63-01", "2023-Q2", "PROV-Q", null), condition.Subject);
        Assert.Equal(
            new Bilingual(
                "Hà Nội đã nộp «Báo cáo quý của địa phương» kỳ 2023-Q2 nhưng thiếu 2 trong 25 chỉ tiêu bắt buộc (DG-06, DG-13): quá hạn 3 ngày (hạn 26/06/2023).",
                "Ha Noi has filed the 'Quarterly report of provinces' for 2023-Q2, but 2 of 25 required indicators are missing (DG-06, DG-13): 3 days overdue (due 2023-06-26)."),
            condition.WhileItHolds);
        Assert.Equal(
            new Bilingual(
                "Hà Nội: «Báo cáo quý của địa phương» kỳ 2023-Q2 không còn thiếu chỉ tiêu bắt buộc.",
                "Ha Noi: the 'Quarterly report of provinces' for 2023-Q2 no longer lacks required indicators."),
            condition.OnceSettled);
    }

    [Theory]
    [InlineData("2023-06-26", false, "yellow", 0)]
    [InlineData("2023-06-27", true, "yellow", 0)]
    [InlineData("2023-07-07", true, "red", 0)]
    [InlineData("2023-07-17", true, "red", 1)]
    public void HoldsFromTheDayAfterTheDueDayAndBecomesWorseAsTheOverdueOneDoes(string today, bool holds, string severity, int escalation)
    {
        var condition = On(today, Sent.Rows("DG-05,12"));

        Assert.Equal((holds, severity, escalation), (condition.Holds, AlertTransition.NameOf(condition.Severity), condition.Escalation));
    }

    [Fact]
    public void OfWhatIsNotFiledOrIsCompleteItDoesNotHold()
    {
        Assert.False(On("2023-06-29").Holds);
        Assert.False(On("2023-06-29", Sent.Rows("DG-05,abc")).Holds);
        Assert.False(On("2023-06-29", Rows(Required)).Holds);
    }

    [Fact]
    public void TheOverdueAlertGivesWayToItWithTheFileThatIsNotWhole()
    {
        var now = new DateTimeOffset(2023, 6, 29, 2, 0, 0, TimeSpan.Zero);
        var (after, told) = Settle(Marks(LedgerState.Empty, now), now, Sent.Rows("DG-05,12"));

        Assert.Equal(["report.overdue~2023-Q2~P63-01~PROV-Q~2~resolved", $"{Key}~1~raised"], told.Select(t => t.MessageId));
        Assert.Equal("Ha Noi has filed the 'Quarterly report of provinces' for 2023-Q2; 24 of 25 required indicators are missing.", told[0].Message.En);

        (after, told) = Settle(after.Alerts, now, Sent.Rows("DG-05,12"), Rows(Required.Take(20)));
        Assert.Equal([$"{Key}~2~changed"], told.Select(t => t.MessageId));

        (_, told) = Settle(after.Alerts, now, Rows(Required));
        Assert.Equal([$"{Key}~3~resolved"], told.Select(t => t.MessageId));
    }

    [Fact]
    public void AFileThatIsNotWholeRaisesNothingBeforeTheRunOfTheDayDoes() =>
        Assert.Empty(Settle(LedgerState.Empty.Alerts, new DateTimeOffset(2023, 6, 29, 2, 0, 0, TimeSpan.Zero), Sent.Rows("DG-05,12")).Told);

    [Fact]
    public void NeitherDoesTheEndOfAReminder()
    {
        const string Soon = "report.due_soon~2023-Q2~P63-01~PROV-Q";
        var open = new Dictionary<string, AlertMark> { [Soon] = new(1, true, AlertSeverity.Green) };

        var (_, told) = Settle(open, new DateTimeOffset(2023, 6, 29, 2, 0, 0, TimeSpan.Zero), Sent.Rows("DG-05,12"));

        Assert.Equal([$"{Soon}~2~resolved"], told.Select(t => t.MessageId));
    }

    private static Filing Rows(IEnumerable<string> indicators) => Sent.Rows([.. indicators.Select(i => $"{i},không phát sinh")]);

    private static IReadOnlyDictionary<string, AlertMark> Marks(LedgerState ledger, DateTimeOffset now) =>
        AlertCondition.Settle(ledger.Alerts, All(new DateOnly(2023, 6, 29), null), now).Marks;

    private static (LedgerState After, IReadOnlyList<AlertTransition> Told) Settle(IReadOnlyDictionary<string, AlertMark> marks, DateTimeOffset now, params Filing[] filings) =>
        OverdueAlert.Settle(HaNoi, LedgerSteps.InTurn(filings)[^1].After with { Alerts = marks }, now, AlertTiming.Default, TheCatalogue.Default);

    private static AlertCondition On(string today, params Filing[] filings) =>
        Assert.Single(All(DateOnly.ParseExact(today, "yyyy-MM-dd", null), filings.Length == 0 ? null : LedgerSteps.InTurn(filings)[^1].After.Facts), c => c.Subject.Key == Key);

    private static IReadOnlyList<AlertCondition> All(DateOnly today, FilingFacts? facts)
    {
        var form = TheCatalogue.Form("PROV-Q");
        var obligation = ObligationRule.Decide(form, HaNoi.Organisation, HaNoi.Period, facts, today, TheCatalogue.Default);
        return OverdueAlert.Of(obligation, form, HaNoi.Organisation, heldBack: false, today, AlertTiming.Default, TheCatalogue.Default.Calendar);
    }
}
