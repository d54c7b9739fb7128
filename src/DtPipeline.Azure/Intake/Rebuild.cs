using DtPipeline.Amending;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Intake;

/// <summary>Makes every table anew from the archive alone. It can be run again after a crash, and on tables that are whole it changes nothing.</summary>
public sealed class Rebuild(
    ArchivedFiles archived,
    CatalogueStore catalogues,
    PartitionReplay replay,
    ObligationStore obligations,
    TaskProgress progress,
    TaskStore tasks,
    PendingStore pending,
    ClosingStore closings,
    AlertInbox inbox,
    AlertArchive alertArchive,
    MailArchive mailArchive,
    MailOutbox mails,
    ObligationRebuild left,
    PipelineSettings settings,
    TimeProvider clock,
    ILogger<Rebuild> logger)
{
    // Stands in a mark of work where a file's id would.
    private const string Rebuilding = "rebuild";

    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(null, cancellationToken);

    /// <param name="shown">Told how far it is: alerts first, of which nobody knows how many there are, then partitions.</param>
    public Task RunAsync(IProgress<WorkProgress>? shown, CancellationToken cancellationToken) => Spans.RunAsync("rebuild", _ => RebuildAsync(shown, cancellationToken));

    private async Task RebuildAsync(IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        await closings.RestoreAsync(cancellationToken);
        var alerts = await RestoreAlertsAsync(shown, cancellationToken);
        await RestoreMailsAsync(cancellationToken);
        var told = alerts.Select(a => a.MessageId).ToHashSet(StringComparer.Ordinal);
        var marks = alerts.Where(a => a.Partition is not null).GroupBy(a => a.Partition!).ToDictionary(g => g.Key, MarksOf, StringComparer.Ordinal);

        var confirmed = await catalogues.ConfirmedAsync(cancellationToken);
        var files = await archived.ListAsync(catalogue, cancellationToken);
        var partitions = files.ByPartition.Keys.Union(marks.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var (at, partition) in partitions.Index())
        {
            shown?.Report(new WorkProgress("Partitions", at, partitions.Count));
            var filings = await archived.ReadAsync(files, partition, catalogue, cancellationToken);
            await RebuildAsync(partition, filings, told, marks.GetValueOrDefault(partition) ?? new Dictionary<string, AlertMark>(), confirmed, catalogue, cancellationToken);
        }

        shown?.Report(new WorkProgress("Partitions", partitions.Count, partitions.Count));
        await left.RunAsync(alerts.Where(a => a.Partition is not null && a.Data.Form is not null).Select(a => (a.Data.Form!, a.Data.Period!)), catalogue, cancellationToken);

        // Last, for how far an organisation is may depend on what others have said before it.
        var owners = new EachItem("owners of tasks", cancellationToken);
        await tasks.RefreshAsync(VietnamTime.DayOf(clock.GetUtcNow()), catalogue, owners, cancellationToken);
        await pending.MarkAlertsAsync(cancellationToken);
        await pending.MarkTasksAsync(cancellationToken);
        owners.End();
        logger.Rebuilt(partitions.Count, files.ByPartition.Values.Sum(f => f.Count), alerts.Count);
    }

    private async Task RebuildAsync(
        string partition,
        IReadOnlyList<Filing> filings,
        HashSet<string> told,
        IReadOnlyDictionary<string, AlertMark> marks,
        IReadOnlyList<ConfirmedCatalogue> confirmed,
        ReportingCatalogue catalogue,
        CancellationToken cancellationToken)
    {
        var begun = await pending.BeginAsync(partition, Rebuilding, file: null, cancellationToken);
        var state = await replay.RebuildAsync(partition, filings, told, marks, confirmed, cancellationToken);
        var owner = filings is [{ Whose: { } whose }, ..] ? whose : null;
        if (owner is not null)
        {
            await obligations.WriteAsync(owner, state, VietnamTime.DayOf(clock.GetUtcNow()), catalogue, cancellationToken);
            await progress.WriteAsync(owner, state, catalogue, cancellationToken);
        }

        await pending.FinishAsync(begun, owner?.Period.ToString(), hasOutbox: true, cancellationToken);
    }

    private async Task<List<RestoredAlert>> RestoreAlertsAsync(IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        var alerts = new List<RestoredAlert>();
        await foreach (var alert in alertArchive.AlertsAsync(cancellationToken))
        {
            await inbox.RestoreAsync(alert, cancellationToken);
            var (cloudEvent, data) = AlertMessage.Read(alert.Body);
            alerts.Add(new RestoredAlert(cloudEvent.Id, PartitionOf(cloudEvent.Type, data), data));
            shown?.Report(new WorkProgress("Alerts", alerts.Count, null));
        }

        await foreach (var handling in alertArchive.HandlingsAsync(cancellationToken))
        {
            await inbox.TakeAsync(handling, cancellationToken);
        }

        return alerts;
    }

    /// <summary>Those that were composed and are neither taken nor older than any mail waits. No other is sent once more.</summary>
    private async Task RestoreMailsAsync(CancellationToken cancellationToken)
    {
        await foreach (var (mail, day) in mailArchive.UnendedAsync(clock.GetUtcNow() - settings.MailGivenUpAfter, cancellationToken))
        {
            await mails.QueueAsync(mail.Id, mail.Recipient, day, [], cancellationToken);
        }
    }

    /// <summary>Where the marks of an alert are kept; null for alerts of files, which need none.</summary>
    private static string? PartitionOf(string type, AlertData data)
    {
        if (data.Task is { } task)
        {
            return data.Organisation.StartsWith('@') ? LedgerKey.OfTask(task) : LedgerKey.OfTasks(data.Organisation);
        }

        if (type is $"dtpipeline.{AlertType.TargetOffTrack}" or $"dtpipeline.{AlertType.TargetMissed}")
        {
            return LedgerKey.OfTargets(data.Organisation);
        }

        var isOfFile = type is $"dtpipeline.{AlertType.ReportFaulty}" or $"dtpipeline.{AlertType.ReportRevised}" or $"dtpipeline.{AlertType.ReportLate}";
        return data.Organisation == LedgerKey.Catalogue ? LedgerKey.Catalogue
            : isOfFile || data.Period is null || !Period.TryParse(data.Period, out var period) ? null
            : data.Organisation.StartsWith('@') ? LedgerKey.OfForm(period, data.Form!)
            : LedgerKey.Of(period, data.Organisation);
    }

    private static Dictionary<string, AlertMark> MarksOf(IEnumerable<RestoredAlert> alerts) => alerts
        .GroupBy(a => a.Data.Key)
        .Select(g => g.MaxBy(a => a.Data.Sequence)!.Data)
        .ToDictionary(d => d.Key, d => new AlertMark(d.Sequence, d.State != "resolved", AlertTransition.SeverityNamed(d.Severity)) { Escalation = d.Escalation, Refused = d.Owed?.Refused?.Count ?? 0, Lacking = d.Owed?.Lacking?.Count ?? 0, Asks = d.Asks }, StringComparer.Ordinal);

    private sealed record RestoredAlert(string MessageId, string? Partition, AlertData Data);
}
