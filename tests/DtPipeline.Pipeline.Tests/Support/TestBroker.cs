using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Services;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Support;

internal sealed record MessageCounts(int Active, int Locked, int DeadLettered);

/// <summary>A local Service Bus of its own, with its own journal.</summary>
internal sealed class TestBroker : IAsyncDisposable
{
    public const string Configuration = "servicebus.config.json";

    // To the end of the process: a client that outlives its broker must find nobody there, and not the broker of another test.
    private static readonly ConcurrentBag<ReservedPort> Taken = [];

    private readonly string configuration;
    private readonly DirectoryInfo data;
    private readonly ReservedPort port;

    private bool isStopped;

    private TestBroker(string configuration, DirectoryInfo data, ReservedPort port)
    {
        this.configuration = configuration;
        this.data = data;
        this.port = port;
    }

    public string Connection => ConnectionAt(Port);

    public int Port => port.Number;

    /// <param name="port">Of the broker, or of what stands in front of it.</param>
    public static string ConnectionAt(int port) => LocalAzure.ServiceBusConnection(new Ports(0, 0, 0, 0, port));

    /// <param name="configuration">Path of the entities' file; null for the one that the local host uses.</param>
    public static async Task<TestBroker> StartAsync(string? configuration = null)
    {
        var port = ReservedPort.Take();
        Taken.Add(port);
        var broker = new TestBroker(configuration ?? Configuration, Directory.CreateTempSubdirectory("dtpipeline-bus-"), port);
        await broker.ServeAsync();
        return broker;
    }

    /// <summary>Stops it and starts it again, with what its journal holds.</summary>
    public async Task RestartAsync()
    {
        await SharedBrokers.StopAsync(Port);
        await ServeAsync();
    }

    /// <summary>What a subscription of the alerts' topic holds, by the broker's own account.</summary>
    public async Task<MessageCounts> CountsAsync(string subscription)
    {
        var entities = await EntitiesAsync();
        return CountsOf(entities[$"{StorageNames.AlertsTopic}/subscriptions/{subscription}"]!);
    }

    /// <summary>What all subscriptions of that name hold together, whatever their topics.</summary>
    public async Task<MessageCounts> TotalAsync(string subscription)
    {
        var all = (await EntitiesAsync()).Where(e => e.Key.EndsWith($"/subscriptions/{subscription}", StringComparison.Ordinal)).Select(e => CountsOf(e.Value!)).ToList();
        return new MessageCounts(all.Sum(c => c.Active), all.Sum(c => c.Locked), all.Sum(c => c.DeadLettered));
    }

    public async ValueTask DisposeAsync()
    {
        if (isStopped)
        {
            return;
        }

        isStopped = true;
        await SharedBrokers.StopAsync(Port);
        data.Delete(recursive: true);
    }

    private Task ServeAsync() => SharedBrokers.StartAsync(Port, configuration, data.FullName);

    private async Task<JsonObject> EntitiesAsync()
    {
        using var http = new HttpClient();
        var health = JsonNode.Parse(await http.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/health"))))!;
        return health["entities"]!.AsObject();
    }

    private static MessageCounts CountsOf(JsonNode entity) => new((int)entity["active"]!, (int)entity["locked"]!, (int)entity["deadLettered"]!);
}
