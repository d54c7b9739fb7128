using System.Diagnostics;
using DtPipeline.Azure.Telemetry;

namespace DtPipeline.LocalHost.Showing;

/// <summary>
/// Shows a trace when it is finished: no span is open, and every alert that was written in it is delivered. What a run has not finished is
/// shown at its end; a timer that found nothing to do is not shown.
/// </summary>
internal sealed class TraceWatch : IDisposable
{
    private readonly Action<IEnumerable<string>> show;
    private readonly Dictionary<ActivityTraceId, Trace> traces = [];
    private readonly ActivityListener listener;

    public TraceWatch(Action<IEnumerable<string>> show)
    {
        this.show = show;
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineMetrics.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = Started,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose()
    {
        listener.Dispose();
        lock (traces)
        {
            foreach (var trace in traces.Values)
            {
                Show(trace);
            }

            traces.Clear();
        }
    }

    private void Started(Activity span)
    {
        lock (traces)
        {
            (traces.TryGetValue(span.TraceId, out var trace) ? trace : traces[span.TraceId] = new Trace()).Open++;
        }
    }

    private void Stopped(Activity span)
    {
        lock (traces)
        {
            if (!traces.TryGetValue(span.TraceId, out var trace))
            {
                return;
            }

            trace.Add(span);
            if (trace.IsFinished)
            {
                traces.Remove(span.TraceId);
                Show(trace);
            }
        }
    }

    private void Show(Trace trace)
    {
        if (trace.HasSomethingToShow)
        {
            show([string.Empty, .. TraceTree.LinesOf(trace.Finished)]);
        }
    }

    private sealed class Trace
    {
        private readonly HashSet<string> undelivered = new(StringComparer.Ordinal);

        public List<Activity> Finished { get; } = [];

        public int Open { get; set; }

        public bool IsFinished => Open == 0 && undelivered.Count == 0;

        public bool HasSomethingToShow => Finished.Exists(s => s.Status == ActivityStatusCode.Error || s.Events.Any()) || Finished.Count > 1;

        public void Add(Activity span)
        {
            Open--;
            Finished.Add(span);
            undelivered.UnionWith(span.Events.Where(e => e.Name == Spans.AlertWritten).Select(e => e.Tags.First().Value!.ToString()!));
            if (span.OperationName == Spans.AlertDispatch)
            {
                undelivered.Add(AlertOf(span));
            }
            else if (span.OperationName == Spans.AlertDeliver && span.Status != ActivityStatusCode.Error)
            {
                undelivered.Remove(AlertOf(span));
            }
        }

        private static string AlertOf(Activity span) => span.GetTagItem("alert")!.ToString()!;
    }
}
