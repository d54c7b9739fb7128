using DtPipeline.Alerts;
using DtPipeline.Amending;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>Tells the secretariat what is wrong with the catalogue in storage, what waits for its word, and which due days are only provisional.</summary>
public sealed class CatalogueCheck(CatalogueStore catalogues, LedgerStore ledger, LevelAlertWriter alerts, TimeProvider clock)
{
    /// <param name="confirmed">Catalogues of the last day.</param>
    public Task RunAsync(IReadOnlyList<ConfirmedCatalogue> confirmed, CancellationToken cancellationToken) => Spans.RunAsync("catalogue", _ => CheckAsync(confirmed, cancellationToken));

    private async Task CheckAsync(IReadOnlyList<ConfirmedCatalogue> confirmed, CancellationToken cancellationToken)
    {
        var standing = await catalogues.StandingAsync(cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var snapshot = await ledger.ReadAsync(LedgerKey.Catalogue, cancellationToken);
        await alerts.WriteAsync(LedgerKey.Catalogue, snapshot, Conditions, cancellationToken);

        IEnumerable<AlertCondition> Conditions(LedgerSnapshot s) =>
        [
            .. CatalogueAlert.Of(standing.Problems, standing.Catalogue, today, [.. s.State.Alerts.Keys]),
            .. AmendmentAlert.Of(standing.Held, confirmed, [.. s.State.Alerts.Keys]),
        ];
    }
}
