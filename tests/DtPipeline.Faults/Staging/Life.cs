using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using DtPipeline.Azure;
using DtPipeline.Azure.Storage;
using DtPipeline.FaultInjection.Disturbing;
using DtPipeline.FaultInjection.Proxies;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.FaultInjection.Staging;

/// <summary>
/// One process of the pipeline, as a service provider with connections of its own. Killed, it has no effect any more: its connections are cut, and
/// whatever it still asks for is dropped; the next one begins with nothing that it had in memory.
/// </summary>
internal sealed class Life : IAsyncDisposable
{
    private static int lives;

    private readonly string name = $"{Interlocked.Increment(ref lives)}";
    private readonly ServiceProvider services;
    private readonly BusProxy bus;
    private readonly Ground ground;

    public Life(Stage stage)
    {
        ground = stage.Ground;
        Stage = stage;
        ground.Proxy.Add(name, Disturbance);
        bus = new BusProxy(ground.Broker.Port, Disturbance);
        var storage = ground.Proxy.Before(stage.Storage);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageNames.StorageConnection] = storage,
            [StorageNames.ServiceBusConnection] = TestBroker.ConnectionAt(bus.Port),
            ["DtPipeline:SweepAfter"] = "00:00:00",
            ["DtPipeline:SmtpHost"] = "127.0.0.1",
            ["DtPipeline:SmtpPort"] = $"{ground.Mail.Port}",
            ["DtPipeline:AllowInsecureSmtp"] = "true",
            ["DtPipeline:MailFrom"] = "dtpipeline@example.test",
        }).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(stage.Clock)
            .AddDtPipeline(configuration)
            .AddSingleton(AccountAt(storage))
            .AddSingleton(_ => new ServiceBusClient(TestBroker.ConnectionAt(bus.Port), Impatient()))
            .AddSingleton(provider => provider.GetRequiredService<ServiceBusClient>().CreateSender(stage.Topic))
            .BuildServiceProvider();
    }

    public Disturbance Disturbance { get; } = new();

    public Stage Stage { get; }

    public IServiceProvider Services => services;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await bus.DisposeAsync();
        ground.Proxy.Remove(name);
    }

    /// <summary>As often as in the app, and with next to no wait between.</summary>
    private StorageAccount AccountAt(string storage)
    {
        var blobs = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03);
        var tables = new TableClientOptions();
        foreach (var options in new ClientOptions[] { blobs, tables })
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(2);
            options.Retry.MaxDelay = TimeSpan.FromMilliseconds(10);
            options.AddPolicy(new Named(name), HttpPipelinePosition.PerCall);
        }

        return new StorageAccount(new BlobServiceClient(storage, blobs), new TableServiceClient(storage, tables));
    }

    private static ServiceBusClientOptions Impatient() => new()
    {
        RetryOptions = new ServiceBusRetryOptions { Delay = TimeSpan.FromMilliseconds(5), MaxDelay = TimeSpan.FromMilliseconds(20), TryTimeout = TimeSpan.FromSeconds(3) },
    };

    private sealed class Named(string process) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue(StorageProxy.Process, process);
    }
}
