using System.Text.Json.Nodes;

namespace DtPipeline.Worker.Tests.Running;

/// <summary>What the worker has sent to Application Insights by the time it has ended.</summary>
[Collection(nameof(WorkerRun))]
public sealed class ExportTests(WorkerRun run)
{
    [Fact]
    public void AReportIsOneTraceFromTheHostsCallToTheDeliveredAlert()
    {
        var spans = Of(run.Blob.Trace).Where(i => i.Table == "AppDependencies").ToList();

        Assert.Equal(
            ["alert.deliver", "alert.dispatch", "archive", "check", "commit", "function IngestReport", "ingest", "obligations", "receipt"],
            spans.Select(s => s.Name).Order(StringComparer.Ordinal));
        Assert.All(spans, s => Assert.True((bool)s.Data["success"]!, s.Whole));
        Assert.Equal(WorkerRun.Report, (string)Assert.Single(spans, s => s.Name == "ingest").Data["properties"]!["path"]!);
        Assert.Equal(
            ["1 alerts sent from 2023-Q1~P63-01.", $"Alert {Alert()} delivered.", $"Report {WorkerRun.Report} is rejected: 1 rows, 1 faulty, file {FileId()}.", "alert.written"],
            Of(run.Blob.Trace).Where(i => i.Table == "AppTraces").Select(i => (string)i.Data["message"]!).Order(StringComparer.Ordinal));
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
        Of(run.FailingTimer.Trace).Select(Short).Order(StringComparer.Ordinal));

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

    private string Alert() => (string)Assert.Single(Of(run.Blob.Trace), i => i is { Table: "AppDependencies", Name: "alert.deliver" }).Data["properties"]!["alert"]!;

    private string FileId() => (string)Assert.Single(Of(run.Blob.Trace), i => i is { Table: "AppDependencies", Name: "ingest" }).Data["properties"]!["file"]!;
}
