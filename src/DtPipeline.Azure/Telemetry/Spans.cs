using System.Diagnostics;

namespace DtPipeline.Azure.Telemetry;

/// <summary>
/// Spans of the source <c>DtPipeline</c>. Tags name files, paths, codes and states, and never a value of a report, a person or an address;
/// of an exception the type alone. Where nobody listens they cost nothing.
/// </summary>
internal static class Spans
{
    /// <summary>Event of a span: an alert was written to an outbox in it.</summary>
    public const string AlertWritten = "alert.written";

    public const string AlertDispatch = "alert.dispatch";
    public const string AlertDeliver = "alert.deliver";

    private static readonly ActivitySource Source = new(PipelineMetrics.SourceName);

    public static T Run<T>(string name, Func<T> work)
    {
        using var span = Source.StartActivity(name);
        try
        {
            return work();
        }
        catch (Exception e)
        {
            Fail(span, e);
            throw;
        }
    }

    public static Task RunAsync(string name, Func<Activity?, Task> work) => FinishAsync(() => Source.StartActivity(name), work);

    /// <summary>With what it is about as a tag.</summary>
    public static Task RunAsync(string name, string tag, string value, Func<Task> work) => FinishAsync(() => Source.StartActivity(name)?.SetTag(tag, value), _ => work());

    public static async Task<T> RunAsync<T>(string name, Func<Activity?, Task<T>> work)
    {
        T result = default!;
        await FinishAsync(() => Source.StartActivity(name), async span => { result = await work(span); });
        return result;
    }

    /// <summary>Does work in the trace that another process, or an earlier run, has begun.</summary>
    /// <param name="traceParent">W3C trace context of the span that is gone on from; null where there is none.</param>
    public static Task ContinueAsync(string name, string? traceParent, Func<Activity?, Task> work) =>
        FinishAsync(() => Continue(name, ActivityKind.Internal, traceParent), work);

    /// <summary>Starts a span beside the current one, which stays current: several of them can be open at once.</summary>
    public static Activity? StartApart(string name, ActivityKind kind, string? traceParent)
    {
        var current = Activity.Current;
        var span = Continue(name, kind, traceParent);
        Activity.Current = current;
        return span;
    }

    public static void Fail(Activity? span, Exception exception) =>
        span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", exception.GetType().FullName);

    /// <summary>The run that does the work is linked, unless it belongs to the same trace already, as where the Functions host has gone on from it itself.</summary>
    private static Activity? Continue(string name, ActivityKind kind, string? traceParent)
    {
        var run = Activity.Current;
        if (!ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent) || run?.TraceId == parent.TraceId)
        {
            return Source.StartActivity(name, kind);
        }

        return Source.StartActivity(name, kind, parent, links: run is null ? null : [new ActivityLink(run.Context)]);
    }

    // Started in here: what an asynchronous method makes current is no longer so for its caller.
    private static async Task FinishAsync(Func<Activity?> start, Func<Activity?, Task> work)
    {
        using var span = start();
        try
        {
            await work(span);
        }
        catch (Exception e)
        {
            Fail(span, e);
            throw;
        }
    }
}
