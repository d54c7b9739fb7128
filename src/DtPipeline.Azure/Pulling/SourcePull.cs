using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Pulling;

/// <summary>
/// Fetches the reports of every source whose schedule has come round since its last run, and drops what is new into the container
/// <c>reports</c>, from where it goes the way of every other report. It looks at states, so runs that were missed are made up once.
/// </summary>
public sealed class SourcePull(
    StorageAccount account,
    CatalogueStore catalogues,
    SourceFetch fetch,
    PullStore store,
    LedgerStore ledger,
    LevelAlertWriter alerts,
    TimeProvider clock,
    ILogger<SourcePull> logger)
{
    private const int AtOnce = 8;

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("pull", _ => PullAsync(cancellationToken));

    private async Task PullAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var hosts = catalogue.Sources.Select(s => SourceFetch.HostOf(new Uri(s.Url.Split('{')[0]))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await Parallel.ForEachAsync(
            catalogue.Sources,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            (source, token) => TryAsync(source, catalogue, hosts, token));
    }

    private async ValueTask TryAsync(Source source, ReportingCatalogue catalogue, IReadOnlySet<string> hosts, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // One source that cannot be run now must not keep the others from their turn.
        try
        {
            await RunAsync(source, catalogue, hosts, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.SourceNotRun(e, source.Code);
        }
#pragma warning restore CA1031
    }

    private async Task RunAsync(Source source, ReportingCatalogue catalogue, IReadOnlySet<string> hosts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = await store.StateOfAsync(source, cancellationToken);
        var periods = OpenPeriods.Of(source, catalogue, VietnamTime.DayOf(now));
        if (periods.Count == 0 || state.NotBefore > now || !source.IsDue(state.LastRun, now))
        {
            return;
        }

        FetchOutcome.Failed? failed = null;
        foreach (var open in periods)
        {
            failed = await Spans.RunAsync("fetch", span =>
            {
                span?.SetTag("source", source.Code).SetTag("period", open.Period.ToString());
                return PullAsync(source, open, hosts, cancellationToken);
            }) ?? failed;
        }

        var next = new SourceState(now, failed?.Reason.En ?? "ok", failed is null ? 0 : state.Failures + 1, failed?.NotBefore, state.AlertPeriod);
        if (failed is not null)
        {
            logger.SourceFailed(source.Code, next.Failures, failed.Reason.En);
        }

        next = await TellAsync(source, catalogue, periods[^1].Period, next, failed?.Reason, cancellationToken);
        await store.WriteAsync(source, next, cancellationToken);
    }

    /// <returns>Null unless the fetch failed.</returns>
    private async Task<FetchOutcome.Failed?> PullAsync(Source source, OpenPeriod open, IReadOnlySet<string> hosts, CancellationToken cancellationToken)
    {
        var known = await store.ValidatorsOfAsync(source, open.Period, cancellationToken);
        var outcome = await fetch.FetchAsync(source.AddressOf(open.Period), hosts, known, cancellationToken);
        if (outcome is FetchOutcome.Fetched fetched)
        {
            await KeepAsync(source, open.Period, fetched, known, cancellationToken);
        }

        logger.SourcePulled(source.Code, open.Period.ToString(), outcome.GetType().Name);
        return outcome switch
        {
            FetchOutcome.Failed failed => failed,

            // Before the due day a report may well not be there yet, if it has an address of its own.
            FetchOutcome.Absent when open.IsDue || !source.NamesPeriod =>
                new FetchOutcome.Failed(new Bilingual("nguồn không có báo cáo ở địa chỉ đó", "the source has no report at that address")),
            _ => null,
        };
    }

    private async Task KeepAsync(Source source, Period period, FetchOutcome.Fetched fetched, Validators known, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(fetched.Content));
        if (sha256 != known.Sha256)
        {
            var options = new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["sender"] = $"pull:{source.Code}" } };
            await account.Reports.GetBlobClient(source.PathOf(period)).UploadAsync(BinaryData.FromBytes(fetched.Content), options, cancellationToken);
        }

        await store.WriteAsync(source, period, new Validators(fetched.ETag, fetched.LastModified, sha256), cancellationToken);
    }

    /// <summary>An alert stays in the partition in which it was raised, whatever period it is when the source answers again.</summary>
    private async Task<SourceState> TellAsync(
        Source source, ReportingCatalogue catalogue, Period current, SourceState state, Bilingual? reason, CancellationToken cancellationToken)
    {
        if (state is { AlertPeriod: null, Failures: < SourceAlert.FailuresInARow })
        {
            return state;
        }

        var period = Period.TryParse(state.AlertPeriod ?? string.Empty, out var raisedIn) ? raisedIn : current;
        var condition = SourceAlert.Of(source, catalogue.FindOrganisation(source.Organisation)!, period, state.Failures, reason);
        var partition = LedgerKey.Of(period, source.Organisation);
        var snapshot = await ledger.ReadAsync(partition, cancellationToken);
        await alerts.WriteAsync(partition, snapshot, _ => [condition], cancellationToken);

        // In a partition that is being written to nothing was told: the next run says it.
        var isSettled = !condition.Holds && snapshot.Applying is null;
        return state with { AlertPeriod = isSettled ? null : period.ToString() };
    }
}
