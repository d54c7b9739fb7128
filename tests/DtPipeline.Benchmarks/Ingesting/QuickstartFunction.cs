using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CsvHelper;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>The function that quickstarts show: the blob is read by CsvHelper, and each record upserted; nothing is checked, answered or kept. Files come one after the other.</summary>
internal sealed class QuickstartFunction(BlobContainerClient reports, TableClient table, ContenderSettings settings)
{
    public static async Task<QuickstartFunction> StartAsync(ContenderSettings settings)
    {
        var store = await MemoryStore.OpenAsync(settings.Storage, new TestClock(Quarter.WarmUp.Now));
        var table = new TableClient(settings.Storage, $"Upserts{settings.AtOnce}");
        await table.CreateIfNotExistsAsync();
        return new QuickstartFunction(store.Account.Reports, table, settings);
    }

    /// <returns>Observations.</returns>
    public async Task<long> TakeAsync(IReadOnlyList<string> organisations, Quarter quarter)
    {
        var observations = 0L;
        foreach (var organisation in organisations)
        {
            var blob = await reports.GetBlobClient(quarter.PathOf(organisation, "csv")).DownloadContentAsync();
            var rows = Read(blob.Value.Content, $"{quarter.Period}~{organisation}");
            await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = settings.AtOnce }, async (row, cancellationToken) =>
                await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken));
            observations += rows.Count;
        }

        return observations;
    }

    private static List<TableEntity> Read(BinaryData content, string partition)
    {
        using var csv = CsvReader.Create(content.ToStream());
        var rows = new List<TableEntity>();
        while (csv.Read())
        {
            rows.Add(new TableEntity(partition, csv.GetString("indicator")) { ["Value"] = csv.Parse<double>("value") });
        }

        return rows;
    }
}
