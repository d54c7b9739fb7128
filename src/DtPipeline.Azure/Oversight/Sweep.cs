using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>Finds what events and crashes left undone, and does it: reports without a receipt, versions overwritten before they were read, and partitions whose work was begun only.</summary>
public sealed class Sweep(
    StorageAccount account,
    ReportIntake intake,
    PartitionReplay replay,
    CatalogueStore catalogues,
    LedgerStore ledger,
    ObligationStore obligations,
    TaskProgress tasks,
    PendingStore pending,
    PipelineSettings settings,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<Sweep> logger)
{
    private const int AtOnce = 4;

    // How far back overwritten versions are looked for, where the account keeps versions.
    private static readonly TimeSpan VersionsBack = TimeSpan.FromDays(1);

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("sweep", _ => SweepAsync(cancellationToken));

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        metrics.PendingSeen((await pending.WorkAsync(TimeSpan.Zero, cancellationToken)).Count);
        var reports = await SweepReportsAsync(cancellationToken);
        var partitions = await SweepPartitionsAsync(cancellationToken);
        logger.Swept(reports, partitions);
    }

    private async Task<int> SweepReportsAsync(CancellationToken cancellationToken)
    {
        var answered = await AnsweredTagsAsync(cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        var open = new List<BlobClient>();
        await foreach (var blob in account.Reports.GetBlobsAsync(BlobTraits.None, BlobStates.Version, null, cancellationToken))
        {
            var report = account.Reports.GetBlobClient(blob.Name);
            var isSettled = blob.Properties.LastModified <= now - settings.SweepAfter;
            if (blob.VersionId is { } version && blob.IsLatestVersion != true)
            {
                if (isSettled && blob.Properties.LastModified >= now - VersionsBack)
                {
                    open.Add(report.WithVersion(version));
                }
            }
            else if (isSettled && ReceiptWriter.NamesOf(blob.Name).Any(n => answered.GetValueOrDefault(n) != ReceiptWriter.Plain(blob.Properties.ETag!.Value)))
            {
                open.Add(report);
            }
        }

        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, TakeAsync);
        return open.Count;
    }

    private async ValueTask TakeAsync(BlobClient report, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // One report that cannot be processed now must not keep the sweeper from the others.
        try
        {
            await intake.RunAsync(report, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.ReportFailed(e, report.Name);
        }
#pragma warning restore CA1031
    }

    /// <summary>By receipt: the ETag of the report that it answers.</summary>
    private async Task<Dictionary<string, string?>> AnsweredTagsAsync(CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var receipt in account.Receipts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellationToken))
        {
            tags[receipt.Name] = receipt.Metadata.TryGetValue(ReceiptWriter.ReportTagKey, out var tag) ? tag : null;
        }

        return tags;
    }

    private async Task<int> SweepPartitionsAsync(CancellationToken cancellationToken)
    {
        var marks = await pending.WorkAsync(settings.SweepAfter, cancellationToken);
        foreach (var mark in marks)
        {
            await Spans.RunAsync("finish", "partition", mark.Name, () => FinishAsync(mark, cancellationToken));
        }

        return marks.Count;
    }

    private async Task FinishAsync(PendingMark mark, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var snapshot = await ledger.ReadAsync(mark.Name, cancellationToken);
        var state = snapshot.Applying is null ? snapshot.State : await replay.RunAsync(mark.Name, cancellationToken);
        var owner = OwnerOf(mark.Name, catalogue);
        if (owner is not null)
        {
            await obligations.WriteAsync(owner, state, VietnamTime.DayOf(clock.GetUtcNow()), catalogue, cancellationToken);
            await tasks.WriteAsync(owner, state, catalogue, cancellationToken);
        }

        await pending.FinishAsync(mark.Name, mark.ETag, owner?.Period.ToString(), hasOutbox: true, cancellationToken);
    }

    private static Owner? OwnerOf(string partition, ReportingCatalogue catalogue)
    {
        var parts = partition.Split('~');
        return Period.TryParse(parts[0], out var period) && catalogue.FindOrganisation(parts[1]) is { } organisation
            ? new Owner(organisation, period)
            : null;
    }
}
