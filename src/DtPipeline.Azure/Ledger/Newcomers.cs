using System.Collections.Concurrent;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Ledger;

/// <summary>
/// Who has filed nothing yet of a period that many file at once: their ledgers need not be read before they are written. One listing of the period tells. Since
/// then another instance may have written one; its head is there then, the writing is refused, and what stands is read.
/// </summary>
public sealed class Newcomers(StorageAccount account)
{
    // From so many on, the listing costs less than the reads that it spares.
    private const int Many = 16;
    private const int MostPeriods = 8;

    private readonly ConcurrentDictionary<string, Flood> floods = new(StringComparer.Ordinal);

    /// <summary>Asked by whoever is about to write the partition; of the same one the answer is no from then on.</summary>
    /// <returns>False also where that is not known.</returns>
    public async Task<bool> IsOneAsync(string partition)
    {
        var period = partition[..partition.IndexOf('~')];
        if (floods.Count > MostPeriods)
        {
            floods.Clear();
        }

        var flood = floods.GetOrAdd(period, p => new Flood(() => BegunAsync(p)));
        if (Interlocked.Increment(ref flood.Files) <= Many)
        {
            return false;
        }

        try
        {
            return (await flood.Begun.Value).TryAdd(partition, 0);
        }
        catch
        {
            floods.TryRemove(period, out _);
            throw;
        }
    }

    private async Task<ConcurrentDictionary<string, byte>> BegunAsync(string period)
    {
        var begun = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        await foreach (var head in account.Ledger.QueryAsync<TableEntity>(LedgerRange.HeadsOf(period), null, ["PartitionKey"]))
        {
            begun[head.PartitionKey] = 0;
        }

        return begun;
    }

    private sealed class Flood(Func<Task<ConcurrentDictionary<string, byte>>> list)
    {
        public int Files;

        public Lazy<Task<ConcurrentDictionary<string, byte>>> Begun { get; } = new(list);
    }
}
