using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>Tells the secretariat what is wrong with the catalogue in storage, and which due days are only provisional.</summary>
public sealed class CatalogueCheck(CatalogueStore catalogues, LedgerStore ledger, LevelAlertWriter alerts, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("catalogue", _ => CheckAsync(cancellationToken));

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var problems = await catalogues.ProblemsAsync(cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var snapshot = await ledger.ReadAsync(LedgerKey.Catalogue, cancellationToken);
        await alerts.WriteAsync(LedgerKey.Catalogue, snapshot, s => CatalogueAlert.Of(problems, catalogue, today, [.. s.State.Alerts.Keys]), cancellationToken);
    }
}
