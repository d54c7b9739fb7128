using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Telemetry;

/// <summary>What the meters of some pipelines record, and of no others beside them.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> recorded = new();
    private readonly MeterListener listener = new();

    public Measurements(params TestPipeline[] pipelines)
    {
        var scopes = pipelines.Select(p => p.Get<IMeterFactory>()).ToList();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Scope is IMeterFactory scope && scopes.Contains(scope))
            {
                Instruments.Add(instrument);
                to.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    public ConcurrentBag<Instrument> Instruments { get; } = [];

    public IReadOnlyList<double> Of(string instrument) => [.. recorded.Where(r => r.Instrument == instrument).Select(r => r.Value)];

    /// <summary>Sums by tags, as <c>tag=value,tag=value: sum</c>.</summary>
    public IReadOnlyList<string> SumsOf(string instrument) =>
    [
        .. recorded
            .Where(r => r.Instrument == instrument)
            .GroupBy(r => r.Tags)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {g.Sum(r => r.Value)}"))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var names = tags.ToArray().Select(t => $"{t.Key}={t.Value}").Order(StringComparer.Ordinal);
        recorded.Enqueue((instrument.Name, value, string.Join(',', names)));
    }
}
