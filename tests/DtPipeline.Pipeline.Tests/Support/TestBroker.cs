using System.Globalization;
using System.Text.Json.Nodes;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Services;

namespace DtPipeline.Pipeline.Tests.Support;

internal sealed record MessageCounts(int Active, int Locked, int DeadLettered);

/// <summary>A local Service Bus of its own, with its own journal.</summary>
internal sealed class TestBroker : IAsyncDisposable
{
    private readonly NodeService service;
    private readonly DirectoryInfo data;

    private readonly int port;
    private bool isStopped;

    private TestBroker(NodeService service, DirectoryInfo data, int port)
    {
        this.service = service;
        this.data = data;
        this.port = port;
    }

    public string Connection => LocalAzure.ServiceBusConnection(new Ports(0, 0, 0, 0, port));

    public static async Task<TestBroker> StartAsync()
    {
        await SharedAzurite.Tools.InstallAsync(_ => { }, CancellationToken.None);
        var port = Repository.FreePort();
        var data = Directory.CreateTempSubdirectory("dtpipeline-bus-");
        var service = await NodeService.StartAsync(
            "The local Service Bus",
            SharedAzurite.Tools,
            [Path.Combine("servicebus", "main.mjs"), "--port", $"{port}", "--config", "servicebus.config.json", "--data", data.FullName, "--exit-with-stdin"],
            [port],
            CancellationToken.None);
        return new TestBroker(service, data, port);
    }

    /// <summary>What a subscription of the alerts' topic holds, by the broker's own account.</summary>
    public async Task<MessageCounts> CountsAsync(string subscription)
    {
        using var http = new HttpClient();
        var health = JsonNode.Parse(await http.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/health"))))!;
        var counts = health["entities"]![$"{StorageNames.AlertsTopic}/subscriptions/{subscription}"]!;
        return new MessageCounts((int)counts["active"]!, (int)counts["locked"]!, (int)counts["deadLettered"]!);
    }

    public async ValueTask DisposeAsync()
    {
        if (isStopped)
        {
            return;
        }

        isStopped = true;
        await service.DisposeAsync();
        data.Delete(recursive: true);
    }
}
