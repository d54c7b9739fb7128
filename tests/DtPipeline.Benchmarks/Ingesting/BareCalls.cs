using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>The storage calls of a report and nothing else: it is read from where it was dropped, and what is written for it is ready-made, as the pipeline wrote it for another.</summary>
internal sealed class BareCalls(BareModel model, BlobContainerClient reports, StorageAccount account, int atOnce)
{
    public static async Task<BareCalls> StartAsync(ContenderSettings settings)
    {
        var clock = new TestClock(Quarter.Both[0].Now);
        var (read, own) = (await MemoryStore.OpenAsync(settings.Model, clock), await MemoryStore.OpenAsync(settings.Storage, clock));
        return new BareCalls(await BareModel.ReadAsync(read.Account, MemoryStore.Codes(1).Single(), Quarter.Both[0]), read.Account.Reports, own.Account, settings.AtOnce);
    }

    /// <returns>Observations.</returns>
    public async Task<long> TakeAsync(IReadOnlyList<string> organisations, Quarter quarter)
    {
        await Parallel.ForEachAsync(organisations, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (organisation, cancellationToken) =>
        {
            var mark = await CommitAsync(organisation, quarter, cancellationToken);
            await AnswerAsync(organisation, quarter, mark, cancellationToken);
        });
        return organisations.Count * (long)model.Observations;
    }

    /// <summary>From reading the report to its obligation.</summary>
    /// <returns>The mark of the work.</returns>
    public async Task<TableEntity> CommitAsync(string organisation, Quarter quarter, CancellationToken cancellationToken)
    {
        var (path, partition) = (quarter.PathOf(organisation, "csv"), $"{quarter.Period}~{organisation}");
        await reports.GetBlobClient(path).DownloadContentAsync(cancellationToken);
        await account.Archive.GetBlobClient($"{model.Sha256}/{partition}").UploadAsync(
            model.Report, new BlobUploadOptions { Metadata = model.ArchiveMetadata, Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        var work = new TableEntity("pending", $"work~{partition}~file");
        var begun = await account.Pending.UpsertEntityAsync(work, TableUpdateMode.Replace, cancellationToken);

        await account.Obligations.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {"closings"} and RowKey ge {$"{quarter.Period}~"} and RowKey lt {$"{quarter.Period}\u007f"}"), cancellationToken);
        await account.Ledger.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"head"} and RowKey lt {"out~"}"), cancellationToken);
        await account.Ledger.SubmitTransactionAsync(
            model.Rows.Select(r => new TableTransactionAction(r.RowKey == "head" ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, ModelRow.Copy(r, partition, r.RowKey))), cancellationToken);
        await account.Obligations.UpsertEntityAsync(ModelRow.Copy(model.Obligation, $"{quarter.Period}~{BigForm.Code}", organisation), TableUpdateMode.Replace, cancellationToken);
        work.ETag = begun.Headers.ETag!.Value;
        return work;
    }

    private async Task AnswerAsync(string organisation, Quarter quarter, TableEntity work, CancellationToken cancellationToken)
    {
        var (path, partition) = (quarter.PathOf(organisation, "csv"), $"{quarter.Period}~{organisation}");
        foreach (var (suffix, content, options) in model.Receipts)
        {
            await account.Receipts.GetBlobClient(path + suffix).UploadAsync(content, options, cancellationToken);
        }

        await account.Pending.SubmitTransactionAsync(
            [
                .. model.Marks.Select(m => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ModelRow.Copy(m, "pending", MarkOf(m.RowKey, partition)))),
                new TableTransactionAction(TableTransactionActionType.Delete, work, work.ETag),
            ],
            cancellationToken);
    }

    /// <summary>Of the period one for all, of the others one a file.</summary>
    private static string MarkOf(string key, string partition) => key.StartsWith("period~", StringComparison.Ordinal) ? key : $"{key.Split('~')[0]}~{partition}";
}
