using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// Settles alerts of reports that are owed no longer, or that one of all has filed at last, however old they are. The check of what is owed does not see them: it goes by the catalogue,
/// which no longer knows of them. What is open is listed; only of the periods in which something is owed no longer the ledgers are read.
/// </summary>
public sealed class UnowedCheck(
    CatalogueStore catalogues,
    LedgerStore ledger,
    ObligationStore obligations,
    OverdueCheck overdue,
    OpenAlerts open,
    LevelAlertWriter alerts,
    PipelineSettings settings,
    TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("overdue.unowed", _ => CheckAsync(cancellationToken));

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var marks = await open.ListAsync(cancellationToken);
        var unowed = marks
            .Select(m => UnowedAlert.Of(m.Organisation, m.Key, today, settings.OversightDays, catalogue))
            .OfType<AlertCondition>()
            .GroupBy(c => c.Subject.Period!, StringComparer.Ordinal);
        var each = new EachItem("organisations", cancellationToken);
        foreach (var period in unowed)
        {
            await SettleAsync(LedgerKey.PeriodOf(period.Key)!, [.. period], catalogue, each, cancellationToken);
        }

        await each.TryAsync("alerts for all", () => overdue.CheckAsync(OfAll(marks, catalogue), evenSettled: true, catalogue, cancellationToken));
        each.End();
    }

    /// <summary>What was told of all who owe a form. The check of what is owed looks neither at what is old nor at what all of them have filed since.</summary>
    private static IEnumerable<(Form Form, Period Period)> OfAll(IReadOnlyList<OpenAlertMark> marks, ReportingCatalogue catalogue)
    {
        foreach (var mark in marks)
        {
            if (mark.Key.Split('~') is [AlertType.ReportDueSoon or AlertType.ReportOverdue, var named, var code]
                && Period.TryParse(named, out var period)
                && catalogue.Forms.FirstOrDefault(f => f.Code == code && f.IsOwed(period)) is { } form)
            {
                yield return (form, period);
            }
        }
    }

    private async Task SettleAsync(Period period, IReadOnlyList<AlertCondition> unowed, ReportingCatalogue catalogue, EachItem each, CancellationToken cancellationToken)
    {
        var (heads, _) = await ledger.ReadHeadsAsync(period, each, cancellationToken);
        var settled = unowed
            .GroupBy(c => c.Subject.Key.Split('~') is [_, _, var organisation, _] ? organisation : $"@{c.Subject.Form}", StringComparer.Ordinal)
            .Where(p => p.Any(c => heads.GetValueOrDefault(p.Key)?.Alerts.GetValueOrDefault(c.Subject.Key) is { IsOpen: true }))
            .ToList();

        // Before the alerts, which say until the end that there is something to do.
        foreach (var form in settled.SelectMany(p => p).Select(c => c.Subject.Form!).Distinct().Where(f => catalogue.Forms.All(x => x.Code != f || !x.IsOwed(period))))
        {
            await obligations.DeleteAsync(form, period, await obligations.ReadAsync(form, period, cancellationToken), cancellationToken);
        }

        foreach (var conditions in settled)
        {
            var partition = LedgerKey.Of(period, conditions.Key);
            await each.TryAsync(partition, async () => await alerts.WriteAsync(partition, await ledger.ReadAsync(partition, cancellationToken), _ => conditions, cancellationToken));
        }
    }
}
