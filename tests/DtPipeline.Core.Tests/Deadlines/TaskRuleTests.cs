using System.Globalization;
using DtPipeline.Deadlines;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>T24-24 with a due day put on it, Tuesday 31 December 2024, and Hà Nội as owner.</summary>
public sealed class TaskRuleTests
{
    private static readonly DateOnly Due = new(2024, 12, 31);
    private static readonly string[] Periods = ["2024-09", "2024-Q3", "2024-Q4", "2024-12", "2024-S2", "2024", "2025-01"];

    private static readonly Gen<TaskReport> Report =
        from period in Gen.Elements(Periods)
        from value in Gen.Elements(0.0, 40.0, 99.9, 100.0, 100.0)
        from hours in Gen.Choose(-72, 72)
        select new TaskReport(TheCatalogue.Period(period), value, new DateTimeOffset(2024, 12, 31, 17, 0, 0, TimeSpan.Zero).AddHours(hours));

    private static readonly Gen<Case> Cases =
        from reports in Report.ArrayOf()
        from today in Gen.Choose(-8, 8)
        from hasDue in Gen.Elements(true, true, true, false)
        select new Case([.. reports.DistinctBy(r => r.Period)], Due.AddDays(today), hasDue);

    [Theory]
    [InlineData("2024-12-25", "assigned")]
    [InlineData("2024-12-26", "due_soon")]
    [InlineData("2024-12-31", "due_soon")]
    [InlineData("2025-01-01", "overdue")]
    public void WithoutAReportTheDayDecides(string today, string state) => Assert.Equal(state, State(Decide(today)));

    [Theory]
    [InlineData("2024-12-25", "in_progress")]
    [InlineData("2024-12-31", "due_soon")]
    [InlineData("2025-01-01", "overdue")]
    public void ProgressDoesNotMoveTheDueDay(string today, string state) => Assert.Equal((state, 60), Seen(Decide(today, ("2024-Q3", 60, "2024-10-05"))));

    [Fact]
    public void AReportOfNothingDoneLeavesItAsItWasAssigned() => Assert.Equal(("assigned", 0), Seen(Decide("2024-11-01", ("2024-Q3", 0, "2024-10-05"))));

    [Theory]
    [InlineData("2024-12-31T23:59:59+07:00", "done")]
    [InlineData("2025-01-01T00:00:00+07:00", "done_late")]
    public void TheDayEndsInVietnam(string uploadedAt, string state) => Assert.Equal(state, State(Decide("2025-02-01", ("2024-Q4", 100, uploadedAt))));

    [Fact]
    public void BeforeADayIsLateOnTheDayItself()
    {
        var task = Task(Due) with { DueIncluded = false };

        Assert.Equal(TaskState.Overdue, TaskRule.Decide(task, TheCatalogue.Organisation("P63-01"), Of([]), Due, AlertTiming.Default, TheCatalogue.Default).State);
    }

    [Fact]
    public void TheDueDayIsNotMovedOffASunday()
    {
        var sunday = new DateOnly(2024, 12, 29);

        var standing = TaskRule.Decide(Task(sunday), TheCatalogue.Organisation("P63-01"), Of([]), sunday.AddDays(1), AlertTiming.Default, TheCatalogue.Default);

        Assert.Equal(TaskState.Overdue, standing.State);
    }

    [Fact]
    public void TheLatestPeriodTellsTheProgressAndOfTwoThatEndTogetherTheLaterFile()
    {
        var standing = Decide("2024-11-01", ("2024-Q3", 30, "2024-10-09"), ("2024-09", 40, "2024-10-10"), ("2024-08", 90, "2024-10-20"));

        Assert.Equal(40, standing.Progress);
    }

    [Fact]
    public void ItWasDoneWithTheFirstFileFromWhichOnItStaysDone()
    {
        var standing = Decide("2025-03-01", ("2024-08", 100, "2024-09-05"), ("2024-09", 80, "2024-10-05"), ("2024-10", 100, "2024-11-05"), ("2024-11", 100, "2024-12-05"));

        Assert.Equal(new DateTimeOffset(2024, 11, 5, 0, 0, 0, TimeSpan.Zero), standing.DoneAt);
    }

    [Fact]
    public void ADoneTaskThatFallsBackIsOpenAgain() =>
        Assert.Equal(("overdue", 80), Seen(Decide("2025-03-01", ("2024-Q3", 100, "2024-10-05"), ("2024-Q4", 80, "2025-01-05"))));

    [Fact]
    public void IsExactlyTheExpectedStateInWhateverOrderReportsCome() => Always.Holds(Cases, c =>
    {
        var last = c.Reports.OrderBy(r => r.Period.LastDay).ThenBy(r => r.UploadedAt).ThenBy(r => r.Period.ToString(), StringComparer.Ordinal).ToList();
        var run = last.AsEnumerable().Reverse().TakeWhile(r => r.Value == 100).ToList();
        var inTime = run.Exists(r => r.UploadedAt < new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)));
        var isOpen = run.Count == 0;
        var isSoon = c.HasDue && c.Today <= Due && c.Today >= new DateOnly(2024, 12, 26);
        var isOver = c.HasDue && c.Today > Due;
        var hasBegun = last.Count > 0 && last[^1].Value > 0;
        var holds = new Dictionary<TaskState, bool>
        {
            [TaskState.Done] = !isOpen && (inTime || !c.HasDue),
            [TaskState.DoneLate] = !isOpen && !inTime && c.HasDue,
            [TaskState.Overdue] = isOpen && isOver,
            [TaskState.DueSoon] = isOpen && isSoon,
            [TaskState.InProgress] = isOpen && !isOver && !isSoon && hasBegun,
            [TaskState.Assigned] = isOpen && !isOver && !isSoon && !hasBegun,
        };

        var standing = Decide(c);

        Assert.Equal(holds.Single(h => h.Value).Key, standing.State);
        Assert.Equal(standing, Decide(c with { Reports = [.. c.Reports.Reverse()] }));
        Assert.Equal(standing.IsDone, standing.DoneAt is not null);
        Assert.Equal(last.Count > 0, standing.IsReported);
        Assert.Equal(last.Count > 0 ? last[^1].Value : null, standing.Progress);
    }, 3_000);

    [Theory]
    [InlineData(100, 100, "done", 100)]
    [InlineData(100, 80, "overdue", 80)]
    [InlineData(100, null, "overdue", null)]
    [InlineData(30, 80, "overdue", 30)]
    public void ASuccessorIsAsFarAsTheLastOfThoseItWasMadeOf(int haGiang, int? tuyenQuang, string state, int? progress)
    {
        var reports = new Dictionary<string, IReadOnlyList<TaskReport>>
        {
            ["P63-02"] = [Told("2024-Q4", haGiang, "2024-12-20")],
            ["P63-08"] = tuyenQuang is { } value ? [Told("2024-Q4", value, "2024-12-22")] : [],
        };

        var standing = OfTuyenQuang(reports);

        Assert.Equal((state, progress), (State(standing), (int?)standing.Progress));
        Assert.True(standing.IsReported);
    }

    [Fact]
    public void ASuccessorWasDoneWhenTheLastOfItsPredecessorsWas() => Assert.Equal(
        new DateTimeOffset(2024, 12, 22, 0, 0, 0, TimeSpan.Zero),
        OfTuyenQuang(new Dictionary<string, IReadOnlyList<TaskReport>>
        {
            ["P63-02"] = [Told("2024-Q4", 100, "2024-12-20")],
            ["P63-08"] = [Told("2024-Q4", 100, "2024-12-22")],
            ["P34-08"] = [Told("2025-Q3", 100, "2025-10-01")],
        }).DoneAt);

    [Fact]
    public void ASuccessorIsDoneByItsOwnReportWhateverCameBefore() => Assert.Equal(("done_late", 100), Seen(
        OfTuyenQuang(new Dictionary<string, IReadOnlyList<TaskReport>> { ["P34-08"] = [Told("2025-Q3", 100, "2025-10-01")] })));

    [Fact]
    public void ASuccessorThatHasSaidSomethingIsAsFarAsItSays() => Assert.Equal(("overdue", 70), Seen(
        OfTuyenQuang(new Dictionary<string, IReadOnlyList<TaskReport>>
        {
            ["P63-02"] = [Told("2024-Q4", 30, "2024-12-20")],
            ["P63-08"] = [Told("2024-Q4", 80, "2024-12-22")],
            ["P34-08"] = [Told("2025-Q3", 70, "2025-10-01")],
        })));

    [Theory]
    [InlineData("2024-12-21", "2024-12-21")]
    [InlineData("2024-12-23", "2024-12-22")]
    public void ASuccessorWasDoneByItsOwnWordOrThatOfItsPredecessorsWhicheverCameFirst(string own, string done) => Assert.Equal(
        Told("2025-Q3", 100, done).UploadedAt,
        OfTuyenQuang(new Dictionary<string, IReadOnlyList<TaskReport>>
        {
            ["P63-02"] = [Told("2024-Q4", 100, "2024-12-20")],
            ["P63-08"] = [Told("2024-Q4", 100, "2024-12-22")],
            ["P34-08"] = [Told("2025-Q3", 100, own)],
        }).DoneAt);

    [Fact]
    public void OfTwoPeriodsThatEndTogetherAndCameTogetherOneIsTakenInWhateverOrder()
    {
        var (month, quarter) = (("2024-09", 40d, "2024-10-10"), ("2024-Q3", 30d, "2024-10-10"));

        Assert.Equal((30, 30), (Decide("2024-11-01", month, quarter).Progress, Decide("2024-11-01", quarter, month).Progress));
    }

    [Fact]
    public void ADissolvedOwnerStaysAsItWasOnItsLastDay()
    {
        var task = Task(new DateOnly(2025, 7, 31));

        var standing = TaskRule.Decide(task, TheCatalogue.Organisation("P63-01"), Of([]), new DateOnly(2025, 9, 1), AlertTiming.Default, TheCatalogue.Default);

        Assert.Equal(TaskState.Assigned, standing.State);
    }

    private static TaskStanding OfTuyenQuang(Dictionary<string, IReadOnlyList<TaskReport>> reports) =>
        TaskRule.Decide(Task(Due), TheCatalogue.Organisation("P34-08"), reports, new DateOnly(2025, 10, 10), AlertTiming.Default, TheCatalogue.Default);

    private static TaskStanding Decide(string today, params (string Period, double Value, string At)[] reports) => Decide(new Case(
        [.. reports.Select(r => Told(r.Period, r.Value, r.At))], DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), true));

    private static TaskStanding Decide(Case c) =>
        TaskRule.Decide(Task(c.HasDue ? Due : null), TheCatalogue.Organisation("P63-01"), Of(c.Reports), c.Today, AlertTiming.Default, TheCatalogue.Default);

    private static DtPipeline.Catalogue.AssignedTask Task(DateOnly? due) => TheCatalogue.Task("T24-24") with { DueDay = due };

    private static Dictionary<string, IReadOnlyList<TaskReport>> Of(TaskReport[] reports) => new() { ["P63-01"] = reports };

    private static TaskReport Told(string period, double value, string at) =>
        new(TheCatalogue.Period(period), value, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private static string State(TaskStanding standing) => TaskStanding.NameOf(standing.State);

    private static (string State, double? Progress) Seen(TaskStanding standing) => (State(standing), standing.Progress);

    private sealed record Case(TaskReport[] Reports, DateOnly Today, bool HasDue);
}
