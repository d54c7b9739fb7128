using System.Collections.Concurrent;
using System.Diagnostics;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Pipeline.Tests.Telemetry;

public sealed class TraceTests
{
    private const string Partition = "2023-Q1~P63-01";
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Faulty = "indicator,value\nDE-08,148\nGOV-99,1\n";

    [Fact]
    public async Task AFileIsOneTraceFromUploadToDeliveredAlert()
    {
        using var spans = new SpanLog();
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");

        await pipeline.DropAsync(Path, Faulty);
        await pipeline.SettleAsync();

        var ingest = await IngestOfAsync(spans, pipeline);
        Assert.Equal(
            ["alert.deliver < alert.dispatch", "alert.dispatch < ingest", "archive < ingest", "check < ingest", "commit < ingest", "ingest", "obligations < ingest", "receipt < ingest"],
            Shape(spans.Of(ingest.TraceId)));
        Assert.Equal("P63-01", ingest.GetTagItem("organisation"));
        Assert.Equal("2023-Q1", ingest.GetTagItem("period"));
        Assert.Equal("accepted_with_faults", ingest.GetTagItem("status"));
        Assert.Equal(await FileIdAsync(pipeline), ingest.GetTagItem("file"));
    }

    [Fact]
    public async Task AnotherInstanceThatDispatchesAndDeliversGoesOnInTheSameTrace()
    {
        using var spans = new SpanLog();
        await using var first = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await first.StopServiceBusAsync();
        await first.DropAsync(Path, Faulty);
        await using var second = await TestPipeline.StartAsync(storage: first.Storage, clock: first.Clock);

        ActivityTraceId another;
        using (var run = SpanLog.Begin("another trace"))
        {
            another = run.TraceId;
            await second.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        }

        await second.DeliverAsync();

        var trace = spans.Of((await IngestOfAsync(spans, first)).TraceId);
        var sent = Assert.Single(trace, s => s.OperationName == "alert.dispatch" && s.Status != ActivityStatusCode.Error);
        var delivered = Assert.Single(trace, s => s.OperationName == "alert.deliver");
        Assert.Equal(trace.Single(s => s.OperationName == "commit").SpanId, sent.ParentSpanId);
        Assert.Equal(sent.SpanId, delivered.ParentSpanId);
        Assert.Equal(another, Assert.Single(sent.Links).Context.TraceId);
    }

    [Fact]
    public async Task AnAlertOfATimerBelongsToTheTraceOfItsRun()
    {
        using var spans = new SpanLog();
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        ActivityTraceId trace;
        using (var run = SpanLog.Begin("timer"))
        {
            trace = run.TraceId;
            pipeline.Clock.Set("2023-07-26T09:00:00+07:00");
            await pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        }

        await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        var delivered = await pipeline.DeliverAsync();

        var check = Assert.Single(spans.Of(trace), s => s.OperationName == "overdue");
        Assert.True(delivered > 0);
        Assert.Equal(delivered, spans.Of(trace).Count(s => s.OperationName == "alert.deliver"));
        Assert.All(spans.Of(trace).Where(s => s.OperationName == "alert.dispatch"), s => Assert.Equal(check.SpanId, s.ParentSpanId));
    }

    [Fact]
    public async Task AReplayNeitherSendsAnAlertAgainNorMovesItToAnotherTrace()
    {
        using var spans = new SpanLog();
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var later = await TestPipeline.StartAsync(storage: pipeline.Storage, clock: pipeline.Clock);
        await pipeline.StopServiceBusAsync();
        await pipeline.DropAsync(Path, Faulty);
        var before = await OutboxTracesAsync(pipeline);

        using (SpanLog.Begin("another trace"))
        {
            await pipeline.Get<PartitionReplay>().RunAsync(Partition, CancellationToken.None);
        }

        Assert.Single(before);
        Assert.Equal(before, await OutboxTracesAsync(pipeline));
        await later.SettleAsync();
        await later.Get<PartitionReplay>().RunAsync(Partition, CancellationToken.None);
        Assert.Empty(await OutboxTracesAsync(pipeline));
    }

    [Fact]
    public async Task ASpanThatFailsSaysOfItsExceptionTheTypeAlone()
    {
        using var spans = new SpanLog();
        using var run = SpanLog.Begin("test");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Spans.RunAsync("failing", _ => throw new InvalidOperationException("nguyen.van.a@example.gov.vn")));

        var span = Assert.Single(spans.Of(run.TraceId));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Equal(["error.type=System.InvalidOperationException"], span.TagObjects.Select(t => $"{t.Key}={t.Value}"));
    }

    [Fact]
    public async Task ALogMessageOfTheIntakeIsWrittenInItsTrace()
    {
        using var spans = new SpanLog();
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        using var log = new TraceOfLog();
        pipeline.Get<ILoggerFactory>().AddProvider(log);

        await pipeline.DropAsync(Path, Faulty);
        await pipeline.SettleAsync();

        var trace = (await IngestOfAsync(spans, pipeline)).TraceId;
        Assert.Equal(trace, log.Traces["ReportTaken"]);
        Assert.Equal(trace, log.Traces["AlertDelivered"]);
    }

    private static async Task<Activity> IngestOfAsync(SpanLog spans, TestPipeline pipeline) =>
        Assert.Single(spans.About("file", await FileIdAsync(pipeline)));

    private static IEnumerable<string> Shape(IReadOnlyList<Activity> trace)
    {
        var names = trace.ToDictionary(s => s.SpanId, s => s.OperationName);
        return trace.Select(s => names.TryGetValue(s.ParentSpanId, out var parent) ? $"{s.OperationName} < {parent}" : s.OperationName).Order(StringComparer.Ordinal);
    }

    private static async Task<string> FileIdAsync(TestPipeline pipeline) =>
        (await pipeline.RowsAsync(Partition, "file~")).Single().RowKey["file~".Length..];

    private static async Task<IReadOnlyList<string>> OutboxTracesAsync(TestPipeline pipeline) =>
        [.. (await pipeline.RowsAsync(Partition, "out~")).Select(r => $"{r.RowKey} {r.GetString("TraceParent")} {r.GetDateTimeOffset("Since"):O}")];

    /// <summary>By event name: the trace in which it was logged last.</summary>
    private sealed class TraceOfLog : ILoggerProvider, ILogger
    {
        public ConcurrentDictionary<string, ActivityTraceId?> Traces { get; } = new(StringComparer.Ordinal);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Traces[eventId.Name ?? string.Empty] = Activity.Current?.TraceId;

        public void Dispose()
        {
        }
    }
}
