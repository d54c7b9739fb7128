using System.Text.Json;
using System.Text.RegularExpressions;
using DtPipeline.Infra.Tests.Compiling;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Infra.Tests;

public sealed partial class WatchTests
{
    private static IReadOnlyList<DeployedResource> LogAlarms => Deployment.Deployed("Microsoft.Insights/scheduledQueryRules");

    private static IReadOnlyList<DeployedResource> MetricAlarms => Deployment.Deployed("Microsoft.Insights/metricAlerts");

    [Fact]
    public void TheRunbookSaysWhatToDoAboutEveryAlarm()
    {
        var runbook = File.ReadAllText(Path.Combine(Repository.Root, "docs", "runbook.md"));

        Assert.All(
            LogAlarms.Concat(MetricAlarms).Select(a => AlarmName().Match(a.Name).Groups["name"].Value),
            name => Assert.Contains($"| `{name}` |", runbook, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dead letters", "DeadletteredMessages")]
    [InlineData("poison queue", "webjobs-blobtrigger-poison")]
    [InlineData("failed runs", "AppDependencies, AppRequests | where Success == false and (Name startswith \"function \"")]
    [InlineData("backlog of the sweeper", "\"dtpipeline.pending\"")]
    [InlineData("age of the outbox", "\"dtpipeline.outbox.age\"")]
    [InlineData("age of mail", "\"dtpipeline.mail.age\"")]
    [InlineData("no file on a day of reports", "\"dtpipeline.files\"")]
    [InlineData("throttled storage", "ClientThrottlingError")]
    public void AnAlarmWatches(string what, string by) => Assert.True(
        LogAlarms.Select(a => Criterion(a).Text("query")!)
            .Concat(MetricAlarms.Select(a => Criterion(a).Text("metricName")!))
            .Concat(MetricAlarms.SelectMany(a => Criterion(a).Items("dimensions")).SelectMany(d => d.GetProperty("values").EnumerateArray())
                .Select(v => v.GetString()!))
            .Any(asked => asked.Contains(by, StringComparison.Ordinal)),
        $"{what}: no alarm asks for {by}");

    [Fact]
    public void EveryAlarmTellsSomebody()
    {
        var told = Assert.Single(Deployment.Deployed("Microsoft.Insights/actionGroups"));

        Assert.True(told.Truth("properties.enabled"));
        Assert.Equal("alarms@example.org", Assert.Single(told.Items("properties.emailReceivers")).GetProperty("emailAddress").GetString());
        Assert.All(LogAlarms, a => Assert.Equal(told.Id, Assert.Single(a.Items("properties.actions.actionGroups")).GetString()));
        Assert.All(MetricAlarms, a => Assert.Equal(told.Id, Assert.Single(a.Items("properties.actions")).GetProperty("actionGroupId").GetString()));
        Assert.All(LogAlarms.Concat(MetricAlarms), a => Assert.True(a.Truth("properties.enabled")));
    }

    [Fact]
    public void CostIsBounded()
    {
        Assert.Equal(30, Assert.Single(Deployment.Deployed("Microsoft.Consumption/budgets")).Number("properties.amount"));
        Assert.Equal(2, Assert.Single(Deployment.Deployed("Microsoft.OperationalInsights/workspaces")).Number("properties.workspaceCapping.dailyQuotaGb"));
        Assert.Equal(41, Assert.Single(Deployment.Deployed("Microsoft.Web/sites")).Number("properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount"));
    }

    [Fact]
    public void TheWorkbookIsReadable()
    {
        using var workbook = JsonDocument.Parse(Assert.Single(Deployment.Deployed("Microsoft.Insights/workbooks")).Text("properties.serializedData")!);

        Assert.Equal("Notebook/1.0", workbook.RootElement.GetProperty("version").GetString());
        Assert.NotEmpty(workbook.RootElement.GetProperty("items").EnumerateArray());
    }

    private static DeployedResource Criterion(DeployedResource alarm) => new(Assert.Single(alarm.Items("properties.criteria.allOf")));

    [GeneratedRegex("^dtpipeline-(?<name>.+)-all-\\w+$")]
    private static partial Regex AlarmName();
}
