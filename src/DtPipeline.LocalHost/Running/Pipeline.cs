using Azure.Messaging.ServiceBus;
using DtPipeline.Azure;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.LocalHost.Services;
using DtPipeline.LocalHost.Showing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace DtPipeline.LocalHost.Running;

/// <summary>The function app in this process: its services, its functions and what triggers them.</summary>
internal sealed class Pipeline : IAsyncDisposable
{
    // An empty report, or one copied from another blob, is seen after so long at most.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterAWrite = TimeSpan.FromSeconds(2);

    private readonly WebApplication web;
    private readonly BlobWrites writes;

    private Pipeline(WebApplication web, LocalAzure azure, LocalClock clock)
    {
        this.web = web;
        Clock = clock;
        Account = web.Services.GetRequiredService<StorageAccount>();
        var serviceBus = web.Services.GetRequiredService<ServiceBusClient>();
        Shown = new ShownServices(
            azure.HasOwnStorage ? azure.Storage : $"{Account.Archive.AccountName}, as given with --storage",
            azure.HasOwnServiceBus ? azure.ServiceBus : $"{serviceBus.FullyQualifiedNamespace}, as given with --service-bus");
        var logger = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("DtPipeline.LocalHost");
        var app = new FunctionApp(web.Services, typeof(Functions.Reports).Assembly);
        var blob = app.TriggeredBy<BlobTriggerAttribute>().Single();
        var bus = app.TriggeredBy<ServiceBusTriggerAttribute>().Single();
        Timers = app.TriggeredBy<TimerTriggerAttribute>().ToDictionary(
            t => t.Function.Name, t => new TimerRunner(app, t.Function, t.Trigger, Failures, clock, logger), StringComparer.Ordinal);
        writes = new BlobWrites(azure.BlobFolder, AfterAWrite, Quiet);
        Watcher = new BlobWatcher(app, blob.Function, Account.Reports, writes, Failures, logger);
        Pump = new SubscriptionPump(app, bus.Function, bus.Trigger, serviceBus, Failures, logger);
        HttpRoutes.Map(web, app);

        // A page of another site can have its own name lead to this machine; the functions see to it themselves.
        web.MapPrometheusScrapingEndpoint(Ports.MetricsRoute).RequireHost("127.0.0.1", "localhost");
    }

    public LocalClock Clock { get; }

    public StorageAccount Account { get; }

    public IReadOnlyDictionary<string, TimerRunner> Timers { get; }

    public BlobWatcher Watcher { get; }

    public SubscriptionPump Pump { get; }

    public Failures Failures { get; } = new();

    public ShownServices Shown { get; }

    public IServiceProvider Services => web.Services;

    public static async Task<Pipeline> StartAsync(LocalAzure azure, Ports ports, LocalClock clock, string dataFolder, RunMode mode, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(LocalSettings.Of(azure, ports, dataFolder, mode));
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(mode.Verbose ? LogLevel.Information : LogLevel.Warning);

        // Why it does not start is thrown to whoever starts it, too, who says it in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.UseUrls($"http://127.0.0.1:{ports.Http}");
        builder.Services.AddMvcCore();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(PipelineMetrics.SourceName).AddPrometheusExporter());
        AddPipeline(builder);
        var pipeline = new Pipeline(builder.Build(), azure, clock);
        await pipeline.ReachAsync(cancellationToken);
        if (azure.HasOwnStorage)
        {
            await BrowserAccess.AllowAsync(azure.Storage, ports, cancellationToken);
        }

        await pipeline.Watcher.StartFromHereAsync(pipeline.Services.GetRequiredService<PipelineSettings>().SweepAfter, cancellationToken);
        try
        {
            await pipeline.web.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new LocalHostException($"Port {ports.Http} is taken. Stop the program there, or choose another port with --port.", e);
        }

        return pipeline;
    }

    private static void AddPipeline(WebApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddDtPipeline(builder.Configuration);
        }
        catch (InvalidOperationException e)
        {
            throw new LocalHostException(e.Message, e);
        }
    }

    /// <exception cref="LocalHostException">The storage or the Service Bus does not answer, or refuses, or is of a newer version.</exception>
    private async Task ReachAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Account.CreateIfNotExistsAsync(cancellationToken);
            await Services.GetRequiredService<StoreVersion>().EnsureAsync(cancellationToken);
            await Pump.HasMessagesAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && (StorageTrouble.SentenceOf(e) ?? BusTrouble.SentenceOf(e, Pump.Namespace)) is { } sentence)
        {
            throw new LocalHostException(sentence, e);
        }
        catch (StoreVersionException e)
        {
            throw new LocalHostException(e.Message, e);
        }
    }

    /// <summary>Runs until it is cancelled: timers by their schedules, the watcher, the subscription.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll([Watcher.RunAsync(cancellationToken), Pump.RunAsync(cancellationToken), .. Timers.Values.Select(t => t.RunAsync(cancellationToken))]);

    public async ValueTask DisposeAsync()
    {
        writes.Dispose();
        await web.DisposeAsync();
    }
}

/// <param name="Once">Stop when everything has settled.</param>
/// <param name="Verbose">Show what the functions log.</param>
internal sealed record RunMode(bool Once, bool Verbose);
