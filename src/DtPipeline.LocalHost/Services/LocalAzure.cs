using System.Globalization;

namespace DtPipeline.LocalHost.Services;

/// <summary>Ports of one instance, all on loopback.</summary>
internal sealed record Ports(int Http, int Blob, int Queue, int Table, int ServiceBus)
{
    public const int DefaultHttp = 7071;
    public const string MetricsRoute = "/local/metrics";

    public int Last => Math.Max(Math.Max(Http, Blob), Math.Max(Math.Max(Queue, Table), ServiceBus));

    /// <summary>The usual ports of Azurite and Service Bus beside the usual HTTP port; beside another one the four ports that follow it.</summary>
    public static Ports Beside(int http) =>
        http == DefaultHttp ? new Ports(http, 10000, 10001, 10002, 5672) : new Ports(http, http + 1, http + 2, http + 3, http + 4);
}

/// <summary>Azurite and the local Service Bus, or the ones that somebody else has started.</summary>
internal sealed class LocalAzure : IAsyncDisposable
{
    // Azurite's published development account; not a secret.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Is there while Azurite runs, and stays where it was killed: it keeps what it was told in memory for some seconds.
    private const string RunningFile = "running";

    private readonly List<NodeService> others = [];
    private NodeService? azurite;

    private LocalAzure(Ports ports, string? storage, string? serviceBus)
    {
        Storage = storage ?? StorageConnection(ports);
        ServiceBus = serviceBus ?? ServiceBusConnection(ports);
        (HasOwnStorage, HasOwnServiceBus) = (storage is null, serviceBus is null);
    }

    /// <summary>Azurite was started here; else the connection string is somebody's secret.</summary>
    public bool HasOwnStorage { get; }

    /// <inheritdoc cref="HasOwnStorage"/>
    public bool HasOwnServiceBus { get; }

    public string Storage { get; }

    public string ServiceBus { get; }

    /// <summary>Where Azurite writes what is in blobs; null where the storage is somebody else's.</summary>
    public string? BlobFolder { get; private set; }

    /// <summary>Azurite was killed when it ran last, and what it wrote may be older in one place than in another.</summary>
    public bool HasEndedBadly { get; private set; }

    public static string StorageConnection(Ports ports) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};BlobEndpoint=http://127.0.0.1:{ports.Blob}/{Account};QueueEndpoint=http://127.0.0.1:{ports.Queue}/{Account};TableEndpoint=http://127.0.0.1:{ports.Table}/{Account};");

    public static string ServiceBusConnection(Ports ports) => string.Create(
        CultureInfo.InvariantCulture,
        $"Endpoint=sb://127.0.0.1:{ports.ServiceBus};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;");

    /// <param name="storage">Connection string of a running storage service; null to start Azurite.</param>
    /// <param name="serviceBus">Connection string of a running Service Bus; null to start the local one.</param>
    public static async Task<LocalAzure> StartAsync(
        NodeTools tools, Ports ports, string dataFolder, string? storage, string? serviceBus, Action<string> say, CancellationToken cancellationToken)
    {
        var azure = new LocalAzure(ports, storage, serviceBus);
        try
        {
            if (storage is null || serviceBus is null)
            {
                await tools.InstallAsync(say, cancellationToken);
            }

            if (storage is null)
            {
                var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "azurite")).FullName;
                azure.BlobFolder = Path.Combine(folder, "__blobstorage__");
                var running = Path.Combine(folder, RunningFile);
                azure.HasEndedBadly = File.Exists(running);
                azure.azurite = await NodeService.StartAsync(
                    "Azurite",
                    tools,
                    AzuriteArguments(ports, dataFolder),
                    [ports.Blob, ports.Queue, ports.Table],
                    cancellationToken,
                    new Dictionary<string, string> { ["AZURITE_RUNNING_FILE"] = running });
            }

            if (serviceBus is null)
            {
                azure.others.Add(await NodeService.StartAsync("The local Service Bus", tools, ServiceBusArguments(ports, dataFolder), [ports.ServiceBus], cancellationToken));
            }

            return azure;
        }
        catch
        {
            await azure.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts whichever of both ends by itself again.</summary>
    /// <param name="storageLost">What Azurite had not written when it ended is lost: done once it runs again.</param>
    /// <exception cref="LocalHostException">One of them ends again and again.</exception>
    public async Task KeepAsync(Action<string> say, Func<CancellationToken, Task> storageLost, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = others.ConvertAll(s => s.KeepAsync(say, _ => Task.CompletedTask, either.Token));
        keeping.Add(azurite?.KeepAsync(say, storageLost, either.Token) ?? Task.Delay(Timeout.Infinite, either.Token));
        var ended = await Task.WhenAny(keeping);
        await either.CancelAsync();
        await ended;
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }

        foreach (var service in others)
        {
            await service.DisposeAsync();
        }
    }

    private static string[] AzuriteArguments(Ports ports, string dataFolder) =>
    [
        "azurite.mjs",
        "--location", Directory.CreateDirectory(Path.Combine(dataFolder, "azurite")).FullName,
        "--blobHost", "127.0.0.1", "--blobPort", Text(ports.Blob),
        "--queueHost", "127.0.0.1", "--queuePort", Text(ports.Queue),
        "--tableHost", "127.0.0.1", "--tablePort", Text(ports.Table),
    ];

    private static string[] ServiceBusArguments(Ports ports, string dataFolder) =>
    [
        Path.Combine("servicebus", "main.mjs"),
        "--host", "127.0.0.1", "--port", Text(ports.ServiceBus),
        "--config", "servicebus.config.json",
        "--data", Directory.CreateDirectory(Path.Combine(dataFolder, "servicebus")).FullName,
        "--exit-with-stdin",
    ];

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
