using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>Takes in the reports that no event has brought: those without a receipt of their own, and versions overwritten before they were read.</summary>
public sealed class ReportSweep(
    StorageAccount account, ReportIntake intake, Archive archive, LedgerStore ledger, CatalogueStore catalogues, PipelineSettings settings, ILogger<ReportSweep> logger)
{
    private const int AtOnce = 4;

    // How far back overwritten versions are looked for, where the account keeps versions.
    private static readonly TimeSpan VersionsBack = TimeSpan.FromDays(1);

    /// <returns>How many reports were open.</returns>
    /// <exception cref="InvalidOperationException">At least one could not be taken in; it is tried again by the next sweep.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var answered = await AnsweredTagsAsync(cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        var open = new List<BlobItem>();
        var overwritten = new List<BlobItem>();
        await foreach (var blob in account.Reports.GetBlobsAsync(BlobTraits.Metadata, BlobStates.Version, null, cancellationToken))
        {
            if (blob.Properties.LastModified > now - settings.SweepAfter)
            {
                continue;
            }

            if (IsOverwritten(blob))
            {
                if (blob.Properties.LastModified >= now - VersionsBack)
                {
                    overwritten.Add(blob);
                }
            }
            else if (ReceiptWriter.NamesOf(blob.Name).Any(n => answered.GetValueOrDefault(n) != ReceiptWriter.Plain(blob.Properties.ETag!.Value)))
            {
                open.Add(blob);
            }
        }

        open.AddRange(await UnknownAsync(overwritten, cancellationToken));
        var each = new EachItem("reports", cancellationToken);
        await Parallel.ForEachAsync(
            open,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (report, token) => await each.TryAsync(report.Name, () => TakeAsync(report, token)));
        each.End();
        return open.Count;
    }

    /// <summary>Whether one of a partition's files is this version of its path.</summary>
    /// <param name="files">Id, path and hash of each.</param>
    internal static bool IsKnown(BlobItem version, IEnumerable<(string Id, string Path, string Sha256)> files) =>
        files.Any(f => f.Path == version.Name && ReportVersion.IsOf(version, f.Id, f.Sha256));

    /// <summary>Overwritten versions that the ledger lacks: one query for each partition that has any.</summary>
    private async Task<IReadOnlyList<BlobItem>> UnknownAsync(List<BlobItem> overwritten, CancellationToken cancellationToken)
    {
        var unknown = new List<BlobItem>();
        var catalogue = await catalogues.GetAsync(cancellationToken);
        foreach (var partition in overwritten.GroupBy(b => PartitionOf(b, catalogue), StringComparer.Ordinal))
        {
            var known = await ledger.ReadFilesAsync(partition.Key, cancellationToken);
            unknown.AddRange(partition.Where(b => !IsKnown(b, known)));
        }

        return unknown;
    }

    private static string PartitionOf(BlobItem blob, ReportingCatalogue catalogue)
    {
        var file = new ReceivedFile(string.Empty, blob.Name, string.Empty, blob.Properties.LastModified!.Value, null, 0);
        return LedgerKey.Of(FilingReader.OwnerOf(file, catalogue), blob.Name);
    }

    private async Task TakeAsync(BlobItem report, CancellationToken cancellationToken)
    {
        try
        {
            await (archive.IsOutOfReach(report.Name) ? intake.RunAsync(report, cancellationToken) : intake.RunAsync(ClientOf(report), cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The run names it, and has the stack of the first alone.
            logger.ReportFailed(e, report.Name);
            throw;
        }
    }

    /// <summary>Of the version that stands there whatever it is by now, of an overwritten one that version.</summary>
    private BlobClient ClientOf(BlobItem report)
    {
        var client = account.Reports.GetBlobClient(report.Name);
        return IsOverwritten(report) ? client.WithVersion(report.VersionId) : client;
    }

    private static bool IsOverwritten(BlobItem report) => report.VersionId is not null && report.IsLatestVersion != true;

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
}
