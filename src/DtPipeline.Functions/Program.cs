using DtPipeline.Azure;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddDtPipeline(builder.Configuration);
ExportTelemetry(builder);
await builder.Build().RunAsync();

/// <summary>Starts the function app.</summary>
internal static partial class Program
{
    /// <summary>In AzureMonitorExport.cs, which is compiled with the published packages alone.</summary>
    static partial void ExportTelemetry(FunctionsApplicationBuilder builder);
}
