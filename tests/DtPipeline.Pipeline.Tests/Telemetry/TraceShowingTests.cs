using System.Collections.Concurrent;
using System.Diagnostics;
using DtPipeline.LocalHost.Showing;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Telemetry;

public sealed class TraceShowingTests
{
    private static readonly DateTime Noon = new(2024, 7, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void ATraceIsATreeWithDurationsAndWhenTheLaterSpansBegan()
    {
        var ingest = Span("ingest", null, 0, 250, ("path", "P63-01/2023-Q1/a.csv"), ("status", "accepted"));
        var commit = Span("commit", ingest, 100, 50);
        var dispatch = Span("alert.dispatch", commit, 41_000, 20, ("alert", "report.faulty~1"));
        var failed = Span("alert.deliver", dispatch, 41_100, 5, ("alert", "report.faulty~1"), ("error.type", "System.IO.IOException"));
        failed.SetStatus(ActivityStatusCode.Error);

        Assert.Equal(
            [
                $"trace {ingest.TraceId}",
                "ingest P63-01/2023-Q1/a.csv accepted                                     250.0 ms",
                "├─ commit                                                                 50.0 ms",
                "│  └─ alert.dispatch report.faulty~1                                      20.0 ms  after 41 s",
                "│     └─ alert.deliver report.faulty~1 failed: System.IO.IOException       5.0 ms  after 41 s",
                "└─ receipt                                                                 1.0 ms",
            ],
            TraceTree.LinesOf([failed, Span("receipt", ingest, 200, 1), dispatch, commit, ingest]));
    }

    [Fact]
    public async Task ATraceIsShownOnceItsAlertIsDelivered()
    {
        var shown = new ConcurrentQueue<string>();
        using var watch = new TraceWatch(lines => shown.Enqueue(string.Join('\n', lines)));
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        string trace;
        using (var run = SpanLog.Begin("test"))
        {
            trace = run.TraceId.ToString();
            await pipeline.DropAsync("P63-01/2023-Q1/bao-cao.csv", "indicator,value\nGOV-99,1\n");
        }

        Assert.DoesNotContain(shown, t => t.Contains(trace, StringComparison.Ordinal));
        await pipeline.SettleAsync();

        var tree = Assert.Single(shown, t => t.Contains(trace, StringComparison.Ordinal));
        Assert.Contains("└─ alert.deliver report.faulty~", tree, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATimerThatFoundNothingToDoIsNotShown()
    {
        var shown = new ConcurrentQueue<string>();
        string trace;
        using (new TraceWatch(lines => shown.Enqueue(string.Join('\n', lines))))
        {
            await using var pipeline = await TestPipeline.StartAsync();
            using var run = SpanLog.Begin("test");
            trace = run.TraceId.ToString();
            await pipeline.Get<DtPipeline.Azure.Alerting.AlertDispatch>().RunAsync(CancellationToken.None);
        }

        Assert.DoesNotContain(shown, t => t.Contains(trace, StringComparison.Ordinal));
    }

    private static Activity Span(string name, Activity? parent, int begin, int took, params (string Key, string Value)[] tags)
    {
        var span = new Activity(name).SetIdFormat(ActivityIdFormat.W3C).SetStartTime(Noon.AddMilliseconds(begin));
        if (parent is not null)
        {
            span.SetParentId(parent.TraceId, parent.SpanId);
        }

        foreach (var (key, value) in tags)
        {
            span.SetTag(key, value);
        }

        span.Start().SetEndTime(Noon.AddMilliseconds(begin + took)).Stop();
        return span;
    }
}
