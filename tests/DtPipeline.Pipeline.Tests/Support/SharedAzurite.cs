using System.Collections.Concurrent;
using DtPipeline.LocalHost.Services;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>
/// An Azurite for every hundred accounts, and an account for each test: it looks for a table among all that it has, whosever they are, so that one for all tests would take the longer the
/// later a test comes. Tests take two of them in turns, for each does one thing at a time. They end with the test process.
/// </summary>
internal static class SharedAzurite
{
    private const int Accounts = 100;

    // Short, because the environment takes no more than 32,767 characters on Windows.
    private const string Key = "a2V5";

    private static readonly ConcurrentDictionary<(int Lane, int Number), Lazy<Task<Running>>> Started = [];
    private static readonly int[] Taken = new int[2];
    private static int turn;

    public static NodeTools Tools { get; } = new(Repository.Root);

    /// <summary>Connection string of an account that nobody else uses, of the Azurite that serves all who ask here.</summary>
    public static Task<string> NewAccountAsync() => NewAccountAsync(lane: 0);

    /// <summary>As above, of one Azurite after the other.</summary>
    public static Task<string> NewAccountInTurnAsync() => NewAccountAsync(Interlocked.Increment(ref turn) % Taken.Length);

    private static async Task<string> NewAccountAsync(int lane)
    {
        var number = Interlocked.Increment(ref Taken[lane]) - 1;
        var ports = (await Started.GetOrAdd((lane, number / Accounts), _ => new Lazy<Task<Running>>(StartAsync)).Value).Ports;
        var account = NameOf(number % Accounts);
        return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{ports.Blob}/{account};"
            + $"QueueEndpoint=http://127.0.0.1:{ports.Queue}/{account};TableEndpoint=http://127.0.0.1:{ports.Table}/{account};";
    }

    /// <summary>Processor time that all of them have used so far.</summary>
    public static async Task<TimeSpan> ProcessorTimeAsync()
    {
        var running = await Task.WhenAll(Started.Values.Select(s => s.Value));
        return running.Aggregate(TimeSpan.Zero, (sum, r) => sum + r.Service.ProcessorTime);
    }

    /// <summary>Nobody needs its accounts any more; the next account is one of another Azurite.</summary>
    public static async Task EndAsync()
    {
        foreach (var number in Started.Keys)
        {
            if (Started.TryRemove(number, out var started))
            {
                var running = await started.Value;
                await running.Service.DisposeAsync();
                Array.ForEach(running.Reserved, port => port.Dispose());

                // None of the accounts that it still had: those who come together stay together.
                Taken[number.Lane] = Math.Max(Taken[number.Lane], (number.Number + 1) * Accounts);
            }
        }
    }

    private static string NameOf(int number) => $"account{number:000}";

    private static async Task<Running> StartAsync()
    {
        ReservedPort[] reserved = [ReservedPort.Take(), ReservedPort.Take(), ReservedPort.Take()];
        var ports = new Ports(0, reserved[0].Number, reserved[1].Number, reserved[2].Number, 0);
        await Tools.InstallAsync(_ => { }, CancellationToken.None);
        var service = await NodeService.StartAsync(
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
            new Dictionary<string, string>
            {
                ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(n => $"{NameOf(n)}:{Key}")),
                // What a request leaves behind is gone before it is moved.
                ["NODE_OPTIONS"] = "--max-semi-space-size=32",
            });
        return new Running(service, ports, reserved);
    }

    // Held on to: a collected process closes the standard input whose end stops Azurite.
    private sealed record Running(NodeService Service, Ports Ports, ReservedPort[] Reserved);
}
