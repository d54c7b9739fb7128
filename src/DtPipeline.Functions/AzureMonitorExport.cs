using Azure.Monitor.OpenTelemetry.Exporter;
using DtPipeline.Azure.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Functions;

internal static class AzureMonitorExport
{
    /// <summary>Traces, metrics and logs to Application Insights, as the app's own identity; nothing where no connection string is set.</summary>
    public static void ExportToAzureMonitor(this FunctionsApplicationBuilder builder)
    {
        if (builder.Configuration[TelemetryIdentity.Connection] is not { Length: > 0 } connection)
        {
            return;
        }

        var telemetry = builder.Services.AddOpenTelemetry();
        telemetry.UseFunctionsWorkerDefaults();
        telemetry.WithTracing(traces => traces.AddSource(PipelineMetrics.SourceName));
        telemetry.WithMetrics(metrics => metrics.AddMeter(PipelineMetrics.SourceName));
        telemetry.UseAzureMonitorExporter(options =>
        {
            options.ConnectionString = connection;
            if (TelemetryIdentity.From(builder.Configuration) is { } identity)
            {
                options.Credential = identity;
            }

            // Some hundred files a day: every trace is kept, so that every file can be followed.
            options.TracesPerSecond = null;
            options.SamplingRatio = 1;
        });
    }
}
