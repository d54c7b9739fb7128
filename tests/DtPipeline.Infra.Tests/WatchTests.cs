using System.Text.Json;
using DtPipeline.Infra.Tests.Bicep;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Infra.Tests;

public sealed class WatchTests
{
    private static readonly BicepFile Alarms = Deployment.File("alarms.bicep");

    private static readonly IReadOnlyList<BicepMap> All =
        [.. new[] { "logAlarms", "metricAlarms" }.SelectMany(v => ((BicepList)Alarms.Variables[v]).Items).Cast<BicepMap>()];

    public static TheoryData<string> Names => [.. All.Select(a => Text(a, "name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRunbookSaysWhatToDoAboutEveryAlarm(string name) =>
        Assert.Contains($"| `{name}` |", File.ReadAllText(Path.Combine(Repository.Root, "docs", "runbook.md")), StringComparison.Ordinal);

    [Theory]
    [InlineData("dead letters", "DeadletteredMessages")]
    [InlineData("poison queue", "webjobs-blobtrigger-poison")]
    [InlineData("failed runs", "AppRequests | where Success == false")]
    [InlineData("backlog of the sweeper", "\"dtpipeline.pending\"")]
    [InlineData("age of the outbox", "\"dtpipeline.outbox.age\"")]
    [InlineData("no file on a day of reports", "\"dtpipeline.files\"")]
    [InlineData("throttled storage", "ClientThrottlingError")]
    public void AnAlarmWatches(string what, string by) => Assert.True(Alarms.Source.Contains(by, StringComparison.Ordinal), $"{what}: no alarm asks for {by}");

    [Fact]
    public void EveryAlarmTellsSomebody()
    {
        Assert.Contains("actions: { actionGroups: [told.id] }", Alarms.Source, StringComparison.Ordinal);
        Assert.Contains("actions: [{ actionGroupId: told.id }]", Alarms.Source, StringComparison.Ordinal);
        Assert.All(["fromLogs", "fromMetrics"], symbol => Assert.True(Alarms.Resources.Single(r => r.Symbol == symbol).Truth("properties.enabled")));
    }

    [Fact]
    public void CostIsBounded()
    {
        Assert.Single(Deployment.Deployed("Microsoft.Consumption/budgets"));
        Assert.Equal("dailyCapGb", Assert.Single(Deployment.Deployed("Microsoft.OperationalInsights/workspaces")).Resource.Expression("properties.workspaceCapping.dailyQuotaGb"));
        Assert.Contains("maximumInstanceCount: maximumInstances", Deployment.File("functionapp.bicep").Source, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWorkbookIsReadable()
    {
        using var workbook = JsonDocument.Parse(File.ReadAllText(Path.Combine(Deployment.Folder, "workbook.json")));

        Assert.Equal("Notebook/1.0", workbook.RootElement.GetProperty("version").GetString());
        Assert.NotEmpty(workbook.RootElement.GetProperty("items").EnumerateArray());
    }

    private static string Text(BicepMap map, string name) => ((BicepText)map.Properties[name]).Value;
}
