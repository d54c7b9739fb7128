using System.Text.Json.Nodes;

namespace DtPipeline.Worker.Tests.Running;

/// <summary>What the worker has sent to Application Insights by the time it has ended.</summary>
[Collection(nameof(WorkerRun))]
public sealed class ExportTests(WorkerRun run)
{
    [Fact]
    public void AReportIsOneTraceFromTheHostsCallToTheDeliveredAlert()
    {
        // An alert that could not be sent in time is sent again: that may be in the trace, too.
        var spans = Of(run.Blob.Trace).Where(i => i.Table == "AppDependencies" && (bool)i.Data["success"]!).ToList();
        var messages = Of(run.Blob.Trace).Where(i => i.Table == "AppTraces").Select(i => (string)i.Data["message"]!).ToHashSet();

        Assert.Equal(
            ["alert.deliver", "alert.dispatch", "archive", "check", "commit", "function IngestReport", "ingest", "obligations", "receipt"],
            spans.Select(s => s.Name).Distinct().Order(StringComparer.Ordinal));
        var ingest = Assert.Single(spans, s => s.Name == "ingest").Data["properties"]!;
        var alert = Assert.Single(spans, s => s.Name == "alert.deliver").Data["properties"]!["alert"];
        Assert.Equal(WorkerRun.Report, (string)ingest["path"]!);
        Assert.Superset(
            new HashSet<string> { "alert.written", $"Report {WorkerRun.Report} is rejected: 1 rows, 1 faulty, file {ingest["file"]}.", $"Alert {alert} delivered." },
            messages);
    }

    [Fact]
    public void TheMeterIsReadOnceMoreAtTheEnd()
    {
        var metrics = run.Telemetry.Where(i => i.Table == "AppMetrics").Select(i => (Metric: i.Data["metrics"]![0]!, Tags: i.Data["properties"])).ToList();
        (JsonNode Metric, JsonNode? Tags) Of(string name) => Assert.Single(metrics, m => (string)m.Metric["name"]! == name);

        var files = Of("dtpipeline.files");
        Assert.Equal((1, "rejected", "P63-01"), ((int)files.Metric["value"]!, (string)files.Tags!["status"]!, (string)files.Tags["organisation"]!));
        Assert.Equal("indicator.unknown", (string)Of("dtpipeline.faults").Tags!["code"]!);
        Assert.Equal(1, (int)Of("dtpipeline.ingest.duration").Metric["count"]!);
        Assert.True((double)Of("dtpipeline.outbox.age").Metric["value"]! >= 0);
    }

    /// <summary>An alarm on failed requests would never hear of it.</summary>
    [Fact]
    public void AFailedTimerIsAFailedDependencyAndAnExceptionAndNoRequest() => Assert.Equal(
        ["AppDependencies function RollUp failed", "AppDependencies rollup failed", "AppExceptions Azure.RequestFailedException"],
        Of(run.FailingTimers[0].Trace).Select(Short).Order(StringComparer.Ordinal));

    [Fact]
    public void NothingSentTellsASecret()
    {
        var sent = string.Join('\n', run.Telemetry.Select(i => i.Whole));

        Assert.Contains(WorkerRun.Report, sent, StringComparison.Ordinal);
        Assert.All(WorkerRun.Secrets, secret => Assert.DoesNotContain(secret, sent, StringComparison.Ordinal));
    }

    private static string Short(TelemetryItem item) => item.Table switch
    {
        "AppDependencies" => $"{item.Table} {item.Name} {((bool)item.Data["success"]! ? "succeeded" : "failed")}",
        "AppExceptions" => $"{item.Table} {item.Data["exceptions"]![0]!["typeName"]}",
        _ => $"{item.Table} {item.Data}",
    };

    private IEnumerable<TelemetryItem> Of(string trace) => run.Telemetry.Where(i => i.Trace == trace);
}
