using System.Threading.Channels;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace DtPipeline.LocalHost.Running;

/// <summary>Calls a function for every blob that is new or overwritten, as Event Grid and the blob trigger's queue do: at least once, several at a time.</summary>
internal sealed class BlobWatcher(FunctionApp app, LocalFunction function, BlobContainerClient container, BlobWrites writes, Failures failures, ILogger logger)
{
    private const int AtOnce = 4;
    private const int MostTries = 5;

    /// <summary>From the end of one look to the next while blobs are written.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    // Upload times are whole seconds, and the first sweep starts a little later than the watcher.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly Channel<string> changed = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private int unfinished;

    /// <summary>Nothing that was seen is still waiting or running.</summary>
    public bool IsIdle => Volatile.Read(ref unfinished) == 0;

    /// <summary>
    /// Takes what is there already as seen: it belongs to the sweeper. Except the newest, which the sweeper would leave alone at first:
    /// what happened to them just before a host ended is told again, as Event Grid does with what was not acknowledged.
    /// </summary>
    /// <param name="sweepAfter">How old a report must be for the sweeper to take it.</param>
    public Task StartFromHereAsync(TimeSpan sweepAfter, CancellationToken cancellationToken) =>
        LookAsync(uploadedSince: TimeProvider.System.GetUtcNow() - sweepAfter - Margin, cancellationToken);

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(WatchAsync(cancellationToken), CallForAllAsync(cancellationToken));

    /// <summary>Calls the function for what others have it look for.</summary>
    public Task CallForAllAsync(CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(cancellationToken)));

    public Task LookAsync(CancellationToken cancellationToken) => LookAsync(DateTimeOffset.MinValue, cancellationToken);

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
#pragma warning disable CA1031 // The host survives a storage that is away for a while.
            try
            {
                await LookAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.StorageAway(e);
            }
#pragma warning restore CA1031

            await writes.NextAsync(Interval, cancellationToken);
        }
    }

    private async Task LookAsync(DateTimeOffset uploadedSince, CancellationToken cancellationToken)
    {
        var found = new List<(string Name, string Tag, bool Call)>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            found.Add((blob.Name, blob.Properties.ETag.ToString()!, blob.Properties.LastModified >= uploadedSince));
        }

        lock (seen)
        {
            foreach (var (name, tag, call) in found.Where(f => seen.GetValueOrDefault(f.Name) != f.Tag))
            {
                seen[name] = tag;
                if (call)
                {
                    Interlocked.Increment(ref unfinished);
                    changed.Writer.TryWrite(name);
                }
            }
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var name in changed.Reader.ReadAllAsync(cancellationToken))
        {
            await CallAsync(name, cancellationToken);
            Interlocked.Decrement(ref unfinished);
        }
    }

    private async Task CallAsync(string name, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
#pragma warning disable CA1031 // The host survives whatever a function throws, as the Functions host does.
            try
            {
                await app.CallAsync(function, container.GetBlobClient(name), cancellationToken);
                failures.Done(function.Name, name);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.FunctionFailed(e, function.Name, attempt, MostTries);
                failures.Failed(function.Name, name, e);
            }
#pragma warning restore CA1031
        }
    }
}
