using DtPipeline.Azure;
using DtPipeline.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddDtPipeline(builder.Configuration);
builder.Services.AddHostedService<StorageSetup>();
builder.ExportToAzureMonitor();
await builder.Build().RunAsync();
