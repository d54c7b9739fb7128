using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Worker.Tests.Running;

namespace DtPipeline.Worker.Tests.Alarms;

/// <summary>The queries of infra/alarms.bicep, asked of what the app has really sent, and of the same with other figures in it.</summary>
[Collection(nameof(WorkerRun))]
public sealed partial class AlarmTests(WorkerRun run)
{
    // A Tuesday on which reports are due, five in the afternoon in Vietnam.
    private static readonly DateTimeOffset DueDay = new(2026, 8, 25, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Asked of logs that Azure itself writes, not the app.</summary>
    private static readonly string[] OfThePlatform = ["log-cap", "poison"];

    public static TheoryData<string> OfTheApp => [.. Alarms.Keys.Except(OfThePlatform)];

    private static IReadOnlyDictionary<string, string> Alarms { get; } = Alarm().Matches(Repository.Text("infra/alarms.bicep"))
        .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["query"].Value.Replace("${string(reportingDays)}", "[10,25]", StringComparison.Ordinal), StringComparer.Ordinal);

    private IEnumerable<TelemetryItem> Healthy => run.Telemetry.Where(i => !run.FailingTimers.Any(f => f.Trace == i.Trace));

    [Theory]
    [MemberData(nameof(OfTheApp))]
    public void IsSilentWhileAllIsWell(string name) => Assert.False(Fires(name, At(DueDay, Healthy)));

    [Fact]
    public void FourFailedTimersAreFailedRunsAndThreeAreNot()
    {
        Assert.True(Fires("failed-runs", run.Telemetry));
        Assert.False(Fires("failed-runs", run.Telemetry.Where(i => i.Trace != run.FailingTimers[0].Trace)));
    }

    [Theory]
    [InlineData("backlog", "dtpipeline.pending", 1, 0)]
    [InlineData("outbox-age", "dtpipeline.outbox.age", 901, 900)]
    [InlineData("mail-age", "dtpipeline.mail.age", 14_401, 14_400)]
    public void FiresAboveAFigureOfTheApp(string name, string metric, double tooMuch, double enough)
    {
        Assert.True(Fires(name, With(metric, tooMuch)));
        Assert.False(Fires(name, With(metric, enough)));
    }

    [Theory]
    [InlineData("2026-08-25T16:01:00+07:00", true)]
    [InlineData("2026-08-25T15:59:00+07:00", false)]
    [InlineData("2026-08-24T16:01:00+07:00", false)]
    [InlineData("2026-10-10T16:01:00+07:00", false)]
    public void NoReportIsToldInTheAfternoonOfADayOnWhichSomeAreDueAndThatIsNoSaturday(string now, bool fires)
    {
        var moment = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture).ToUniversalTime();

        Assert.Equal(fires, Fires("no-report", [], moment));
        Assert.False(Fires("no-report", At(moment.AddHours(-5), Healthy), moment));
        Assert.Equal(fires, Fires("no-report", At(moment.AddHours(-20), Healthy), moment));
    }

    [Fact]
    public void SilenceIsThatNothingWasMeasured() => Assert.True(Fires("silent", Healthy.Where(i => i.Table != "AppMetrics")));

    /// <summary>Their rows are as Azure documents them.</summary>
    [Theory]
    [InlineData("poison", "StorageQueueLogs", """{"OperationName":"PutMessage","Uri":"https://x.queue.core.windows.net/webjobs-blobtrigger-poison/messages"}""", true)]
    [InlineData("poison", "StorageQueueLogs", """{"OperationName":"PutMessage","Uri":"https://x.queue.core.windows.net/azure-webjobs-blobtrigger/messages"}""", false)]
    [InlineData("log-cap", "_LogOperation", """{"Category":"ingestion","Detail":"Data collection stopped due to daily limit: OverQuota"}""", true)]
    [InlineData("log-cap", "_LogOperation", """{"Category":"Ingestion","Detail":"Data collection resumed"}""", false)]
    public void ReadsWhatThePlatformWrites(string name, string table, string row, bool fires)
    {
        var columns = JsonNode.Parse(row)!.AsObject().ToDictionary(c => c.Key, c => (object?)(string?)c.Value, StringComparer.Ordinal);
        var tables = new[] { (IReadOnlyDictionary<string, object?>)columns }.ToLookup(_ => table);

        Assert.Equal(fires, KustoQuery.Run(Alarms[name], tables, DueDay).Count > 0);
    }

    /// <summary>As it was sent, with another figure of one metric.</summary>
    private IEnumerable<TelemetryItem> With(string metric, double value)
    {
        var sent = Assert.Single(run.Telemetry, i => (string?)i.Data["metrics"]?[0]?["name"] == metric);
        var envelope = JsonNode.Parse(sent.Whole)!;
        envelope["data"]!["baseData"]!["metrics"]![0]!["value"] = value;
        return [TelemetryItem.Read(envelope.ToJsonString())];
    }

    /// <summary>As it was sent, at another time.</summary>
    private static IEnumerable<TelemetryItem> At(DateTimeOffset moment, IEnumerable<TelemetryItem> items) => items.Select(item =>
    {
        var envelope = JsonNode.Parse(item.Whole)!;
        envelope["time"] = moment.ToString("O", CultureInfo.InvariantCulture);
        return TelemetryItem.Read(envelope.ToJsonString());
    });

    private static bool Fires(string name, IEnumerable<TelemetryItem> items, DateTimeOffset? now = null) => KustoQuery.Run(Alarms[name], LogTables.Of(items), now ?? DueDay).Count > 0;

    [GeneratedRegex(@"name: '(?<name>[\w-]+)'\n(?:    (?!name:|query:)[^\n]*\n)+    query: '(?<query>[^\n]*)'\n")]
    private static partial Regex Alarm();
}
