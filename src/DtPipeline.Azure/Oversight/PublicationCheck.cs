using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// Marks what is to be published anew though nothing was filed: by another catalogue, for another name is shown and what is not due yet is owed by others; on the day of a
/// reform, for what the bodies of today make of old periods; and each day the newest period of each frequency with its targets, the alerts and the tasks.
/// </summary>
public sealed class PublicationCheck(CatalogueStore catalogues, PublicationBasis basis, ListPublisher lists, PendingStore pending, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("publication", _ => CheckAsync(cancellationToken));

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var changed = await basis.ChangedAsync(await catalogues.StandingAsync(cancellationToken), VietnamTime.DayOf(clock.GetUtcNow()), cancellationToken);
        await pending.MarkPeriodsAsync(changed, LedgerKey.Publication, cancellationToken);
        var areOutdated = await lists.AreAlertsOutdatedAsync(cancellationToken);
        if (areOutdated)
        {
            await pending.MarkAlertsAsync(cancellationToken);
        }

        if (areOutdated || changed.Count > 0)
        {
            await pending.MarkTasksAsync(cancellationToken);
        }
    }
}
