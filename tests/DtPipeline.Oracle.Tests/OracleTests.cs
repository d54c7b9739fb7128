using DtPipeline.Deadlines;
using DtPipeline.Oracle.Tests.Comparing;
using DtPipeline.Oracle.Tests.Simulating;

namespace DtPipeline.Oracle.Tests;

public sealed class OracleTests(ITestOutputHelper output)
{
    private static readonly string[] States = ["exempt", "expected", "faulty", "late", "missing", "nil", "on_time"];

    private static readonly string[] Types =
        ["report.due_soon", "report.faulty", "report.incomplete", "report.late", "report.overdue", "report.revised", "task.due_soon", "task.overdue", "value.moved"];

    /// <summary>The command <c>memory</c> does it with all organisations, <c>run</c> with the whole pipeline.</summary>
    [Fact]
    public void InFourteenMonthsTheProductSaysOfEveryRowWhatTheDocumentsSay()
    {
        var tally = MemoryComparison.Run(Simulation.Of(Plan.Of(seed: 1, provinces: 3, grants: 52)), AlertTiming.Default);

        output.WriteLine(tally.ByKind);
        Assert.True(tally.IsWell, tally.Differences);
        Assert.Equal(States, tally.Agreed("obligation states").Keys);
        Assert.Equal(Types, tally.Agreed("alerts").Keys);
    }

    /// <summary>One day more or less in one rule is a difference.</summary>
    [Theory]
    [InlineData(2, 10, 20, "report.due_soon")]
    [InlineData(3, 11, 20, "yellow")]
    [InlineData(3, 10, 21, "red no")]
    public void ADayTooManyIsSeen(int remindWorkingDays, int redAfterDays, int passedOnAfterDays, string seen)
    {
        var plan = Plan.Of(seed: 2, provinces: 2, grants: 4);

        var tally = MemoryComparison.Run(Simulation.Of(plan with { To = plan.From.AddDays(60) }), new AlertTiming(remindWorkingDays, redAfterDays, passedOnAfterDays));

        Assert.False(tally.IsWell);
        Assert.Contains(seen, tally.Differences, StringComparison.Ordinal);
    }

    [Fact]
    public void TheOracleNamesNothingOfTheProduct()
    {
        var named = typeof(Oversight).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(named, n => n.StartsWith("DtPipeline", StringComparison.Ordinal));
    }
}
