using System.Diagnostics.Metrics;

namespace DtPipeline.Benchmarks.Stores;

/// <summary>Counts the HTTP requests of this process by the runtime's own meter.</summary>
internal sealed class HttpCalls : IDisposable
{
    private readonly MeterListener listener = new();
    private long count;

    /// <param name="counted">Told after each, on the thread that it came back on, how many there were.</param>
    public HttpCalls(Action<long>? counted = null)
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) =>
        {
            var now = Interlocked.Increment(ref count);
            counted?.Invoke(now);
        });
        listener.Start();
    }

    public long Count => Interlocked.Read(ref count);

    public void Dispose() => listener.Dispose();
}
