using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>Finds what events and crashes left undone, and does it: reports without a receipt, versions overwritten before they were read, and partitions whose work was begun only.</summary>
public sealed class Sweep(ReportSweep reports, PartitionSweep partitions, PendingStore pending, PipelineMetrics metrics, ILogger<Sweep> logger)
{
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("sweep", async _ =>
    {
        metrics.PendingSeen((await pending.WorkAsync(TimeSpan.Zero, cancellationToken)).Count);
        var each = new EachItem("sweeps", cancellationToken);
        var (taken, finished) = (0, 0);
        await each.TryAsync("reports", async () => taken = await reports.RunAsync(cancellationToken));
        await each.TryAsync("outboxes", () => partitions.MarkStrayOutboxesAsync(cancellationToken));
        await each.TryAsync("partitions", async () => finished = await partitions.RunAsync(cancellationToken));
        logger.Swept(taken, finished);
        each.End();
    });
}
