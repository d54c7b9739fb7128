using System.Globalization;
using Azure.Data.Tables;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>The limit: ready-made observations by the hundred, as many transactions at once as the pipeline takes files.</summary>
internal sealed class BareTransactions(TableClient table, TableEntity observation, ContenderSettings settings)
{
    private const int Each = 100;

    private int transactions;

    public static async Task<BareTransactions> StartAsync(ContenderSettings settings)
    {
        var model = await MemoryStore.OpenAsync(settings.Model, new TestClock(Quarter.WarmUp.Now));
        var observation = await model.Account.Ledger.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey ge {"obs~"} and RowKey lt {"obs\u007f"}"), maxPerPage: 1).FirstAsync();
        var table = new TableClient(settings.Storage, "Transactions");
        await table.CreateIfNotExistsAsync();
        return new BareTransactions(table, observation, settings);
    }

    /// <returns>Entities: as many as the organisations' reports have observations, in whole transactions.</returns>
    public async Task<long> TakeAsync(IReadOnlyList<string> organisations, Quarter quarter)
    {
        var count = Math.Max(1, organisations.Count * settings.Indicators / Each);
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = settings.AtOnce }, async (_, cancellationToken) =>
        {
            var partition = string.Create(CultureInfo.InvariantCulture, $"{quarter.Period}~{Interlocked.Increment(ref transactions)}");
            await table.SubmitTransactionAsync(
                Enumerable.Range(0, Each).Select(n => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, ModelRow.Copy(observation, partition, string.Create(CultureInfo.InvariantCulture, $"obs~{n}")))),
                cancellationToken);
        });
        return count * Each;
    }
}
