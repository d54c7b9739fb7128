using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Starting;
using DtPipeline.Worker.Tests.Hosting;

namespace DtPipeline.Benchmarks.Instances;

/// <summary>
/// Workers on one store, each a process of the function app, fed as the platform feeds instances: files and messages go to whoever has a hand free, and what a worker had that died
/// goes to another. Timers, of which the platform runs one at a time, are run by all at the same moment.
/// </summary>
internal sealed class Fleet : IAsyncDisposable
{
    // As host.json says it of blobs.
    private const int AtOnce = 4;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly List<StartedWorker> workers;

    private Fleet(List<StartedWorker> workers) => this.workers = workers;

    private List<StartedWorker> Alive => workers.FindAll(w => !w.HasEnded);

    /// <summary>Of all together, in seconds; of those that died as far as was known of them.</summary>
    public double Processor => workers.Sum(w => w.Processor);

    /// <summary>Working set of the largest at its highest, in bytes.</summary>
    public long Peak => Alive.Max(w => w.Memory().Peak);

    public static async Task<Fleet> StartAsync(int hosts, IReadOnlyDictionary<string, string> settings)
    {
        var fleet = new Fleet([]);
        for (var host = 0; host < hosts; host++)
        {
            fleet.workers.Add(await StartedWorker.StartAsync(BuiltApps.Functions, settings));
        }

        return fleet;
    }

    /// <summary>Each takes files of its own, so that what is compiled at first use is compiled.</summary>
    public Task WarmUpAsync(IEnumerable<SentReport> files) => Task.WhenAll(workers.Zip(files.Chunk(files.Count() / workers.Count), async (worker, some) =>
    {
        foreach (var file in some)
        {
            await TakeAsync(worker, file.Path);
        }
    }));

    /// <param name="paths">One that stands there twice is delivered twice.</param>
    /// <param name="killAfter">After so many files one worker is killed; null where none is.</param>
    public async Task TakeAsync(IEnumerable<string> paths, int? killAfter = null)
    {
        var waiting = new ConcurrentQueue<string>(paths);
        var taken = 0;
        while (!waiting.IsEmpty)
        {
            await Task.WhenAll(Alive.SelectMany(w => Enumerable.Repeat(w, AtOnce)).Select(LoopAsync));
        }

        async Task LoopAsync(StartedWorker worker)
        {
            while (waiting.TryDequeue(out var path))
            {
                try
                {
                    await TakeAsync(worker, path);
                }
                catch (InvalidOperationException) when (worker.HasEnded)
                {
                    waiting.Enqueue(path);
                    return;
                }

                if (Interlocked.Increment(ref taken) == killAfter)
                {
                    Alive[0].Kill();
                }
            }
        }
    }

    /// <summary>One after the other, each by all workers at once.</summary>
    public async Task RunTimersAsync(params IEnumerable<string> timers)
    {
        foreach (var timer in timers)
        {
            await Task.WhenAll(Alive.Select(w => w.InvokeAsync(timer, Invocation.OfTimer("timer"))));
        }
    }

    /// <summary>All workers take messages of the one subscription until none comes.</summary>
    public Task DeliverAsync(ServiceBusClient client) => Task.WhenAll(Alive.Select(async worker =>
    {
        await using var receiver = client.CreateReceiver(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription);
        while (await receiver.ReceiveMessagesAsync(AtOnce, Wait) is { Count: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(async message =>
            {
                await worker.InvokeAsync(nameof(Functions.Alerts.DeliverAlert), Invocation.OfMessage("message", message));
                await receiver.CompleteMessageAsync(message);
            }));
        }
    }));

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }
    }

    private static Task TakeAsync(StartedWorker worker, string path) =>
        worker.InvokeAsync(nameof(Functions.Reports.IngestReport), Invocation.OfBlob("report", StorageNames.StorageConnection, StorageNames.Reports, path));
}
