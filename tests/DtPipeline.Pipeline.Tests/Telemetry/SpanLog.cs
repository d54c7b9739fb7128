using System.Collections.Concurrent;
using System.Diagnostics;
using DtPipeline.Azure.Telemetry;

namespace DtPipeline.Pipeline.Tests.Telemetry;

/// <summary>Every span that ends while it is listened to, those of tests that run beside it too: ask by trace.</summary>
internal sealed class SpanLog : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public SpanLog()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineMetrics.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. ended.Where(s => s.TraceId == trace).OrderBy(s => s.StartTimeUtc)];

    public IReadOnlyList<Activity> About(string tag, string value) => [.. ended.Where(s => Equals(s.GetTagItem(tag), value))];

    /// <summary>A span of its own, in whose trace everything runs that is awaited before it is disposed.</summary>
    public static Activity Begin(string name)
    {
        var span = new Activity(name) { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        return span.SetIdFormat(ActivityIdFormat.W3C).Start();
    }

    public void Dispose() => listener.Dispose();
}
