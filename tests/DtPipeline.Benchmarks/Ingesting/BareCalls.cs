using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>
/// The storage calls of a report and nothing else: it is read from where it was dropped, and what is written for it is ready-made, as the pipeline wrote it for
/// another. What the pipeline writes together of reports that come at once is written together here.
/// </summary>
internal sealed class BareCalls(BareModel model, BlobContainerClient reports, MemoryStore own, int atOnce)
{
    private readonly StorageAccount account = own.Account;
    private readonly PendingStore pending = own.Get<PendingStore>();
    private readonly Together<TableEntity, Response> obligations = new(100, row => row.RowKey);

    public static async Task<BareCalls> StartAsync(ContenderSettings settings)
    {
        var clock = new TestClock(Quarter.WarmUp.Now);
        var (read, own) = (await MemoryStore.OpenAsync(settings.Model, clock), await MemoryStore.OpenAsync(settings.Storage, clock));
        return new BareCalls(await BareModel.ReadAsync(read.Account, MemoryStore.Codes(1).Single(), Quarter.WarmUp), read.Account.Reports, own, settings.AtOnce);
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
    public async Task<PendingMark> CommitAsync(string organisation, Quarter quarter, CancellationToken cancellationToken)
    {
        var (path, partition) = (quarter.PathOf(organisation, "csv"), $"{quarter.Period}~{organisation}");
        await reports.GetBlobClient(path).DownloadContentAsync(cancellationToken);
        var archived = $"{model.Sha256}/{partition}";
        await account.Archive.GetBlobClient(archived).UploadAsync(
            model.Report, new BlobUploadOptions { Metadata = model.ArchiveMetadata, Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        var begun = await pending.BeginAsync(partition, "file", archived, cancellationToken);

        await account.Ledger.SubmitTransactionAsync(
            model.Rows.Select(r => new TableTransactionAction(r.RowKey == "head" ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, ModelRow.Copy(r, partition, r.RowKey))), cancellationToken);
        await obligations.DoAsync($"{quarter.Period}~{BigForm.Code}", ModelRow.Copy(model.Obligation, $"{quarter.Period}~{BigForm.Code}", organisation), ObligeAsync, cancellationToken);
        return begun;
    }

    private async Task<IReadOnlyList<Response>> ObligeAsync(string partition, IReadOnlyList<TableEntity> rows) => rows is [var alone]
        ? [await account.Obligations.UpsertEntityAsync(alone, TableUpdateMode.Replace)]
        : (await account.Obligations.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)))).Value;

    private async Task AnswerAsync(string organisation, Quarter quarter, PendingMark work, CancellationToken cancellationToken)
    {
        var path = quarter.PathOf(organisation, "csv");
        foreach (var (suffix, content, options) in model.Receipts)
        {
            await account.Receipts.GetBlobClient(path + suffix).UploadAsync(content, options, cancellationToken);
        }

        await pending.FinishAsync(work, quarter.Period, hasOutbox: false, new Dictionary<string, string> { [$"{quarter.Period}~{organisation}"] = model.Arrival }, areReceiptsToBeSeen: false, cancellationToken);
    }
}
