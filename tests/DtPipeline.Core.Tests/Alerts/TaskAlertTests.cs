using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>T24-27 of Hà Nội, due on Monday 30 June 2025.</summary>
public sealed class TaskAlertTests
{
    private const string Vi = "nhiệm vụ T24-27 «Công chức, viên chức cấp dưới xử lý công việc trên môi trường số và sử dụng chữ ký số»";
    private const string En = "task T24-27 'Officials and staff at lower levels handle work online and use e-signatures'";

    [Theory]
    [InlineData("2025-06-24", false, "còn 6 ngày (hạn 30/06/2025)", "due in 6 days (2025-06-30)")]
    [InlineData("2025-06-25", true, "còn 5 ngày (hạn 30/06/2025)", "due in 5 days (2025-06-30)")]
    [InlineData("2025-06-30", true, "hạn là hôm nay (30/06/2025)", "due today (2025-06-30)")]
    public void IsRemindedOfBeforeItsDueDay(string today, bool holds, string vi, string en)
    {
        var soon = On(today, null)[0];

        Assert.Equal(new AlertSubject("task.due_soon~T24-27~P63-01", "task.due_soon", "P63-01", null, null, null) { Task = "T24-27" }, soon.Subject);
        Assert.Equal((holds, AlertSeverity.Green), (soon.Holds, soon.Severity));
        Assert.Equal(new Bilingual($"Hà Nội chưa hoàn thành {Vi}: {vi}.", $"Ha Noi has not finished {En}: {en}."), soon.WhileItHolds);
    }

    [Fact]
    public void IsOverdueAfterItAndSaysWhatIsDoneAlready()
    {
        var overdue = On("2025-07-03", 62.5)[1];

        Assert.Equal(new AlertSubject("task.overdue~T24-27~P63-01", "task.overdue", "P63-01", null, null, null) { Task = "T24-27" }, overdue.Subject);
        Assert.True(overdue.Holds);
        Assert.Equal(
            new Bilingual(
                $"Hà Nội chưa hoàn thành {Vi} (đã đạt 62.5 %): quá hạn 3 ngày (hạn 30/06/2025).",
                $"Ha Noi has not finished {En} (62.5 % done): 3 days overdue (due 2025-06-30)."),
            overdue.WhileItHolds);
        Assert.Equal(new Bilingual($"Hà Nội: {Vi} không còn quá hạn.", $"Ha Noi: {En} is no longer overdue."), overdue.OnceSettled);
    }

    [Fact]
    public void ADoneTaskIsNeitherDueNorOverdue() => Assert.DoesNotContain(On("2025-06-30", 100).Concat(On("2025-07-03", 100)), c => c.Holds);

    [Fact]
    public void ATaskWithoutADueDayIsNeverSpokenOf() => Assert.Empty(Of("T24-24", new DateOnly(2030, 1, 1), null));

    [Fact]
    public void OneAlertForAllHoldsThoseOfTheOwnersBack()
    {
        var today = new DateOnly(2025, 7, 3);
        var all = TaskAlert.OfGroup(TheCatalogue.Task("T24-27"), "@all", 93, true, today, AlertTiming.Default, TheCatalogue.Default.Calendar)[1];

        Assert.Equal(new AlertSubject("task.overdue~T24-27~@all", "task.overdue", "@all", null, null, null) { Task = "T24-27" }, all.Subject);
        Assert.Equal($"All 93 organisations have not finished {En}: 3 days overdue (due 2025-06-30).", all.WhileItHolds.En);
        Assert.Equal($"Cả 93 cơ quan chưa hoàn thành {Vi}: quá hạn 3 ngày (hạn 30/06/2025).", all.WhileItHolds.Vi);
        Assert.DoesNotContain(Of("T24-27", today, null, heldBack: true), c => c.Holds);
    }

    [Theory]
    [InlineData("T24-27", true, "2025-06-30", "task.due_soon~T24-27~@all")]
    [InlineData("T24-27", true, "2025-07-01", "task.overdue~T24-27~@all")]
    [InlineData("T24-27", false, "2025-07-01", null)]
    [InlineData("T24-24", true, "2030-01-01", null)]
    public void OneAlertForAllHoldsWhileNobodyHasReported(string code, bool nobodyReported, string today, string? key) => Assert.Equal(
        key is null ? [] : [key],
        TaskAlert.OfGroup(TheCatalogue.Task(code), "@all", 93, nobodyReported, DateOnly.ParseExact(today, "O", null), AlertTiming.Default, TheCatalogue.Default.Calendar)
            .Where(c => c.Holds).Select(c => c.Subject.Key));

    [Fact]
    public void AnAlertOfAnOwnerThatIsGoneHoldsNoMore()
    {
        var raised = On("2025-07-03", null)[1];

        var gone = TaskAlert.OfNobody(raised.Subject.Key, TheCatalogue.Default);

        Assert.Equal((raised.Subject, false), (gone.Subject, gone.Holds));
        Assert.Equal(new Bilingual("Hà Nội không còn phải hoàn thành nhiệm vụ T24-27.", "Ha Noi no longer has to finish task T24-27."), gone.OnceSettled);
        Assert.Equal(
            new Bilingual("OLD không còn phải hoàn thành nhiệm vụ T24-27.", "OLD no longer has to finish task T24-27."),
            TaskAlert.OfNobody("task.overdue~T24-27~OLD", TheCatalogue.Default).OnceSettled);
    }

    private static IReadOnlyList<AlertCondition> On(string today, double? progress) =>
        Of("T24-27", DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), progress);

    private static IReadOnlyList<AlertCondition> Of(string code, DateOnly today, double? progress, bool heldBack = false)
    {
        var reports = new Dictionary<string, IReadOnlyList<TaskReport>>
        {
            ["P63-01"] = progress is { } value ? [new TaskReport(TheCatalogue.Period("2025-05"), value, new DateTimeOffset(2025, 6, 5, 2, 0, 0, TimeSpan.Zero))] : [],
        };
        var standing = TaskRule.Decide(TheCatalogue.Task(code), TheCatalogue.Organisation("P63-01"), reports, today, AlertTiming.Default, TheCatalogue.Default);
        return TaskAlert.Of(standing, heldBack, today, AlertTiming.Default, TheCatalogue.Default.Calendar);
    }
}
