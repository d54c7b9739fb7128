using System.Collections.Concurrent;
using System.Globalization;
using DtPipeline.Azure.Storage;
using DtPipeline.FaultInjection.Proxies;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Staging;

/// <summary>What some cases share: Azurite, the proxy in front of it, the local Service Bus with a topic for every case, a mail server.</summary>
internal sealed class Ground : IAsyncDisposable
{
    // So that a message that a killed process had taken comes back soon.
    private const string Lock = "PT1S";

    private readonly ConcurrentBag<string> accounts = [];
    private readonly string configuration;
    private int cases;

    private Ground(string configuration, TestBroker broker, StorageProxy proxy)
    {
        this.configuration = configuration;
        Broker = broker;
        Proxy = proxy;
    }

    public TestBroker Broker { get; }

    public StorageProxy Proxy { get; }

    public TestMailServer Mail { get; } = TestMailServer.Start();

    /// <param name="cases">How many there will be at most.</param>
    public static async Task<Ground> StartAsync(int cases)
    {
        var configuration = Path.GetTempFileName();
        await File.WriteAllTextAsync(configuration, Entities.Of(Enumerable.Range(1, cases).Select(TopicOf), Lock));
        return new Ground(configuration, await TestBroker.StartAsync(configuration), await StorageProxy.StartAsync(await SharedAzurite.NewAccountAsync()));
    }

    public async Task<Stage> StageAsync()
    {
        var number = Interlocked.Increment(ref cases);
        var stage = new Stage(this, accounts.TryTake(out var account) ? account : await SharedAzurite.NewAccountAsync(), TopicOf(number), number);
        await stage.SetAsync();
        return stage;
    }

    /// <summary>Leaves its account to another case.</summary>
    public async Task LeaveAsync(Stage stage)
    {
        await stage.ClearAsync();
        accounts.Add(stage.Storage);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Broker.DisposeAsync();
        await Mail.DisposeAsync();
        await SharedAzurite.EndAsync();
        File.Delete(configuration);
    }

    private static string TopicOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{StorageNames.AlertsTopic}-{number}");
}
