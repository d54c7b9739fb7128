using System.Globalization;
using System.Text;
using DtPipeline.Azure.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace DtPipeline.LocalHost.Showing;

/// <summary>What the meter has measured since the start, as Prometheus text.</summary>
internal sealed class MetricsPage : IDisposable
{
    public const string Route = "/local/metrics";

    private readonly Latest latest = new();
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;

    public MetricsPage()
    {
        reader = new BaseExportingMetricReader(latest);
        provider = Sdk.CreateMeterProviderBuilder().AddMeter(PipelineMetrics.SourceName).AddReader(reader).Build();
    }

    public string Text()
    {
        lock (latest)
        {
            reader.Collect();
            return latest.Text;
        }
    }

    public void Dispose() => provider.Dispose();

    private sealed class Latest : BaseExporter<Metric>
    {
        public string Text { get; private set; } = string.Empty;

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var text = new StringBuilder();
            foreach (var metric in batch)
            {
                Write(metric, text);
            }

            Text = text.ToString();
            return ExportResult.Success;
        }

        private static void Write(Metric metric, StringBuilder text)
        {
            var name = metric.Name.Replace('.', '_') + UnitOf(metric) + (metric.MetricType == MetricType.LongSum ? "_total" : string.Empty);
            var type = metric.MetricType switch
            {
                MetricType.LongSum => "counter",
                MetricType.Histogram => "histogram",
                _ => "gauge",
            };
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {metric.Description}\n# TYPE {name} {type}\n");
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var tags = TagsOf(point);
                if (metric.MetricType == MetricType.Histogram)
                {
                    WriteBuckets(name, tags, point, text);
                }
                else
                {
                    var value = metric.MetricType switch
                    {
                        MetricType.LongSum => point.GetSumLong(),
                        MetricType.LongGauge => point.GetGaugeLastValueLong(),
                        _ => point.GetGaugeLastValueDouble(),
                    };
                    Line(text, name, tags, value);
                }
            }
        }

        private static void WriteBuckets(string name, IReadOnlyList<string> tags, in MetricPoint point, StringBuilder text)
        {
            var below = 0L;
            foreach (var bucket in point.GetHistogramBuckets())
            {
                below += bucket.BucketCount;
                var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
                Line(text, $"{name}_bucket", [.. tags, $"le=\"{bound}\""], below);
            }

            Line(text, $"{name}_sum", tags, point.GetHistogramSum());
            Line(text, $"{name}_count", tags, point.GetHistogramCount());
        }

        private static string UnitOf(Metric metric) => metric.Unit switch
        {
            "s" => "_seconds",
            "d" => "_days",
            _ => string.Empty,
        };

        // Values are codes and states: nothing in them has to be escaped.
        private static List<string> TagsOf(in MetricPoint point)
        {
            var tags = new List<string>();
            foreach (var tag in point.Tags)
            {
                tags.Add($"{tag.Key}=\"{tag.Value}\"");
            }

            return tags;
        }

        private static void Line(StringBuilder text, string name, IReadOnlyList<string> tags, double value) =>
            text.Append(CultureInfo.InvariantCulture, $"{name}{(tags.Count > 0 ? $"{{{string.Join(',', tags)}}}" : string.Empty)} {value}\n");
    }
}
