using DtPipeline.LocalHost.Services;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>A local Service Bus of its own, with its own journal.</summary>
internal sealed class TestBroker : IAsyncDisposable
{
    private readonly NodeService service;
    private readonly DirectoryInfo data;

    private TestBroker(NodeService service, DirectoryInfo data, string connection)
    {
        this.service = service;
        this.data = data;
        Connection = connection;
    }

    public string Connection { get; }

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
        return new TestBroker(service, data, LocalAzure.ServiceBusConnection(new Ports(0, 0, 0, 0, port)));
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        data.Delete(recursive: true);
    }
}
