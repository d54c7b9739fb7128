using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DtPipeline.Cli.Costs;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

public sealed partial class CostTests
{
    [Theory]
    [InlineData("15 * * * * *", 43_800)]
    [InlineData("0 */5 * * * *", 8_760)]
    [InlineData("30 0 * * * *", 730)]
    [InlineData("0 30 0-10 * * *", 334.6)]
    public void ATimerRunsAsOftenAsItsScheduleSays(string schedule, double runs) => Assert.Equal(runs, Workload.RunsOf(schedule), 0.1);

    [Fact]
    public async Task TheSumIsThatOfTheLinesAndEachLineIsItsFormula()
    {
        var run = await DtpRun.HereAsync("cost", "--organisations", "3400", "--indicators", "60", "--frequency", "monthly", "--json");

        run.Succeeded();
        var cost = JsonNode.Parse(run.Output)!;
        var lines = cost["lines"]!.AsArray();
        Assert.Equal((double)cost["total"]!, lines.Sum(l => (double)l!["usd"]!), 9);
        var executions = lines.Single(l => (string?)l!["what"] == "executions")!;
        Assert.Equal(("110,575 - 250,000 free x $0.4 / 1,000,000", 0.0), ((string?)executions["formula"], (double)executions["usd"]!));
        var tables = lines.Single(l => (string?)l!["what"] == "table operations")!;
        var operations = double.Parse(((string)tables["formula"]!).Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture);
        Assert.Equal(operations * 0.00036 / 10_000, (double)tables["usd"]!, 6);
        Assert.Equal(110_575, cost["work"]!.AsArray().Sum(w => (double)w!["runs"]!), 0.5);
    }

    [Fact]
    public void WhatIsFreeIsNotPaidFor()
    {
        var prices = PriceList.Read();
        var small = MonthlyCost.Of(new CostQuestion(1, 1, DtPipeline.Catalogue.Frequency.Annual, 1), prices);

        Assert.All(small.Lines.Where(l => l.What is "executions" or "messages" or "events"), l => Assert.Equal(0, l.Usd));
        var seconds = small.Lines.Single(l => l.What == "GB-seconds");
        Assert.Equal((small.Work.Sum(w => w.GbSeconds) - 100_000) * 0.000026, seconds.Usd, 9);
    }

    [Fact]
    public void EveryPriceHasADayASourceAndAUnit() => Assert.All(PriceList.Read().All, p =>
    {
        Assert.True(p.Unit >= 1 && p.Usd > 0 && p.Source.Length > 10, p.Meter);
        Assert.InRange(p.On, new DateOnly(2026, 1, 1), new DateOnly(2030, 1, 1));
    });

    [Fact]
    public async Task WhatIsDeployedIsWhatIsPaidFor()
    {
        var alarms = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "infra", "alarms.bicep"));
        var main = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "infra", "main.bicep"));

        var memory = InstanceMemory().Match(main).Groups["mb"].Value;
        Assert.Equal(MeasuredCounts.InstanceGb * 1024, double.Parse(memory, CultureInfo.InvariantCulture));
        Assert.Equal(MeasuredCounts.LogAlarms, LogAlarm().Count(alarms));
        Assert.Equal(MeasuredCounts.MetricAlarms, MetricAlarm().Count(alarms));
        var app = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "infra", "functionapp.bicep"));
        Assert.Equal(MeasuredCounts.HostKept, double.Parse(HostKept().Match(app).Groups["part"].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void WhatTheHostTellsAtRestIsPaidForAsFarAsItIsKept()
    {
        var small = MonthlyCost.Of(new CostQuestion(1, 1, DtPipeline.Catalogue.Frequency.Annual, 1), PriceList.Read());

        Assert.Contains(" + 0.123 GB of the host - 5 free x $2.3", small.Lines.Single(l => l.What == "logs").Formula, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePageOnScaleShowsWhatTheCommandPrints()
    {
        var page = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "scale.md"))).ReplaceLineEndings("\n");
        var shown = Shown().Matches(page).Select(m => (Command: m.Groups["command"].Value, Output: m.Groups["output"].Value)).ToList();

        Assert.Contains(shown, s => s.Command.StartsWith("--organisations 34 ", StringComparison.Ordinal));
        Assert.Contains(shown, s => s.Command.StartsWith("--organisations 3400 ", StringComparison.Ordinal));
        foreach (var (command, output) in shown)
        {
            Assert.Equal((await DtpRun.HereAsync(["cost", .. command.Split(' ')])).Output, output);
        }
    }

    [GeneratedRegex(@"```\n\$ dtp cost (?<command>[^\n]+)\n(?<output>[^`]*)```")]
    private static partial Regex Shown();

    [GeneratedRegex(@"param instanceMemoryMB int = (?<mb>\d+)")]
    private static partial Regex InstanceMemory();

    [GeneratedRegex(@"OTEL_TRACES_SAMPLER_ARG: '(?<part>[\d.]+)'")]
    private static partial Regex HostKept();

    [GeneratedRegex(@"^    query: ", RegexOptions.Multiline)]
    private static partial Regex LogAlarm();

    [GeneratedRegex(@"^    metric: ", RegexOptions.Multiline)]
    private static partial Regex MetricAlarm();
}
