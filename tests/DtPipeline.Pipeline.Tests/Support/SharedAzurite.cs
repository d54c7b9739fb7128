using DtPipeline.LocalHost.Services;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>One Azurite for all tests, with an account for each; it ends with the test process.</summary>
internal static class SharedAzurite
{
    private const int Accounts = 999;
    // Short, because the environment takes no more than 32,767 characters on Windows.
    private const string Key = "a2V5";

    private static Lazy<Task<Ports>> started = new(StartAsync);
    private static int taken;

    // Held on to: a collected process closes the standard input whose end stops Azurite.
    private static NodeService? service;
    private static ReservedPort[] reserved = [];

    public static NodeTools Tools { get; } = new(Repository.Root);

    /// <summary>Connection string of an account that nobody else uses.</summary>
    public static async Task<string> NewAccountAsync()
    {
        var ports = await started.Value;
        GC.KeepAlive(service);
        var account = NameOf(Interlocked.Increment(ref taken));
        return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{ports.Blob}/{account};"
            + $"QueueEndpoint=http://127.0.0.1:{ports.Queue}/{account};TableEndpoint=http://127.0.0.1:{ports.Table}/{account};";
    }

    /// <summary>Nobody needs its accounts any more; the next account is one of another Azurite.</summary>
    public static async Task EndAsync()
    {
        (started, taken) = (new Lazy<Task<Ports>>(StartAsync), 0);
        if (Interlocked.Exchange(ref service, null) is { } running)
        {
            await running.DisposeAsync();
            Array.ForEach(reserved, port => port.Dispose());
        }
    }

    private static string NameOf(int number) => $"account{number:000}";

    private static async Task<Ports> StartAsync()
    {
        reserved = [ReservedPort.Take(), ReservedPort.Take(), ReservedPort.Take()];
        var ports = new Ports(0, reserved[0].Number, reserved[1].Number, reserved[2].Number, 0);
        await Tools.InstallAsync(_ => { }, CancellationToken.None);
        service = await NodeService.StartAsync(
            "Azurite",
            Tools,
            [
                "azurite.mjs", "--inMemoryPersistence",
                "--blobHost", "127.0.0.1", "--blobPort", $"{ports.Blob}",
                "--queueHost", "127.0.0.1", "--queuePort", $"{ports.Queue}",
                "--tableHost", "127.0.0.1", "--tablePort", $"{ports.Table}",
            ],
            [ports.Blob, ports.Queue, ports.Table],
            CancellationToken.None,
            new Dictionary<string, string> { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(n => $"{NameOf(n)}:{Key}")) });
        return ports;
    }
}
