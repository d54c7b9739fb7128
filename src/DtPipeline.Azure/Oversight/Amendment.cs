using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// Judges anew, by a catalogue that was confirmed, what was due already, however long ago: its states and the figures of its periods. For a
/// day after the confirmation, so that a run that died or missed something is made up for; what is right already is left as it is.
/// </summary>
public sealed class Amendment(CatalogueStore catalogues, LedgerStore ledger, ObligationStore obligations, PendingStore pending, TimeProvider clock)
{
    private static readonly TimeSpan For = TimeSpan.FromDays(1);

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("amendment", _ => JudgeAsync(cancellationToken));

    private async Task JudgeAsync(CancellationToken cancellationToken)
    {
        var (catalogue, _, _, _, confirmed) = await catalogues.StandingAsync(cancellationToken);
        if (confirmed is null || clock.GetUtcNow() - confirmed.At > For)
        {
            return;
        }

        var each = new EachItem("periods", cancellationToken);
        foreach (var name in confirmed.Diff.Periods)
        {
            if (Period.TryParse(name, out var period))
            {
                await each.TryAsync(name, () => JudgeAsync(period, catalogue, each, cancellationToken));
            }
        }

        each.End();
    }

    private async Task JudgeAsync(Period period, ReportingCatalogue catalogue, EachItem each, CancellationToken cancellationToken)
    {
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var begun = await pending.BeginAsync(LedgerKey.Of(period, LedgerKey.Amendment), LedgerKey.Amendment, file: null, cancellationToken);
        var (heads, unreadable) = await ledger.ReadHeadsAsync(period, each, cancellationToken);
        foreach (var form in catalogue.Forms.Where(f => f.IsOwed(period)))
        {
            var stored = await obligations.ReadAsync(form.Code, period, cancellationToken);
            var decided = catalogue.WhoOwes(form, period)
                .Where(o => !unreadable.Contains(o.Code))
                .Select(o => ObligationRule.Decide(form, o, period, heads.GetValueOrDefault(o.Code)?.Facts, today, catalogue));
            await obligations.WriteAsync(ObligationStore.Changed(decided, stored), cancellationToken);
        }

        await pending.FinishAsync(begun, period.ToString(), hasOutbox: false, cancellationToken);
    }
}
