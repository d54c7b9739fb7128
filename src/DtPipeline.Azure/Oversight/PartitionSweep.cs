using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>Finishes what a crash has left of the work on ledger partitions, and finds alerts that nobody is about to send.</summary>
public sealed class PartitionSweep(
    PartitionReplay replay,
    Archive archive,
    ReceiptWriter receipts,
    CatalogueStore catalogues,
    LedgerStore ledger,
    ObligationStore obligations,
    TaskProgress tasks,
    PendingStore pending,
    PipelineSettings settings,
    TimeProvider clock)
{
    // Once a day, at three in the morning in Vietnam: it goes through the whole table.
    private static readonly TimeOnly StraysFrom = new(20, 0);
    private static readonly TimeOnly StraysTo = new(20, 5);

    /// <returns>How many pieces of work were unfinished.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var marks = await pending.WorkAsync(settings.SweepAfter, cancellationToken);
        await EachItem.RunAsync(
            "partitions", marks, m => m.Name, m => Spans.RunAsync("finish", "partition", m.Name, () => FinishAsync(m, cancellationToken)), cancellationToken);
        return marks.Count;
    }

    /// <summary>Marks outboxes that have rows and no mark, should one ever be lost.</summary>
    public async Task MarkStrayOutboxesAsync(CancellationToken cancellationToken)
    {
        if (!TimeOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).IsBetween(StraysFrom, StraysTo))
        {
            return;
        }

        foreach (var partition in await ledger.OutboxPartitionsAsync(cancellationToken))
        {
            await pending.MarkOutboxAsync(partition, cancellationToken);
        }
    }

    private async Task FinishAsync(PendingMark mark, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var (state, file) = await StateAsync(mark, catalogue, cancellationToken);
        var owner = LedgerKey.OwnerOf(mark.Name, catalogue);
        if (owner is not null)
        {
            await obligations.WriteAsync(owner, state, VietnamTime.DayOf(clock.GetUtcNow()), catalogue, cancellationToken);
            await tasks.WriteAsync(owner, state, catalogue, cancellationToken);
        }

        var receipt = file is null ? null : await receipts.ReadReceiptAsync(file.Path, cancellationToken);
        await pending.FinishAsync(
            mark, LedgerKey.PeriodOf(mark.Name)?.ToString(), hasOutbox: true, ArrivalMark.Of(receipt is null ? [] : [receipt]), areReceiptsToBeSeen: false, cancellationToken);
    }

    /// <summary>The file that the work was for may have been archived and overwritten since, and not committed.</summary>
    private async Task<(LedgerState State, ReceivedFile? File)> StateAsync(PendingMark mark, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var file = mark.File is { } name ? await archive.FindAsync(name, cancellationToken) : null;
        if (file is not null && !await ledger.HasFileAsync(mark.Name, file.FileId, cancellationToken))
        {
            await replay.RunAsync(mark.Name, FilingReader.Read(file, catalogue, settings.MostReportBytes), cancellationToken);
        }

        return (await replay.RunAsync(mark.Name, cancellationToken), file);
    }
}
