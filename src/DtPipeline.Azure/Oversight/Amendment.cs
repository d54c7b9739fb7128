using DtPipeline.Amending;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// Judges anew, by a catalogue that was confirmed, what was due already, however long ago: its states, the receipts of its files and the figures of its periods. For a
/// day after the confirmation, so that a run that died or missed something is made up for; what is right already is left as it is, and of what nobody has
/// ever looked at nothing is said.
/// </summary>
public sealed class Amendment(CatalogueStore catalogues, LedgerStore ledger, ObligationStore obligations, ReceiptWriter receipts, PendingStore pending, TimeProvider clock)
{
    /// <param name="lately">Catalogues that were confirmed within the last day.</param>
    public Task RunAsync(IReadOnlyList<ConfirmedCatalogue> lately, CancellationToken cancellationToken) => Spans.RunAsync("amendment", _ => JudgeAsync(lately, cancellationToken));

    private async Task JudgeAsync(IReadOnlyList<ConfirmedCatalogue> lately, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var each = new EachItem("periods", cancellationToken);
        foreach (var confirmed in lately)
        {
            foreach (var name in confirmed.Diff.Periods)
            {
                if (Period.TryParse(name, out var period))
                {
                    await each.TryAsync(name, () => JudgeAsync(period, catalogue, each, cancellationToken));
                }
            }

            await each.TryAsync("what is owed no more", () => DeleteUnowedAsync(confirmed, catalogue, cancellationToken));
            await each.TryAsync("receipts", () => CorrectReceiptsAsync(confirmed, cancellationToken));
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
                .Where(o => !unreadable.Contains(o.Code) && (stored.ContainsKey(o.Code) || heads.ContainsKey(o.Code)))
                .Select(o => ObligationRule.Decide(form, o, period, heads.GetValueOrDefault(o.Code)?.Facts, today, catalogue));
            await obligations.WriteAsync(ObligationStore.Changed(decided, stored), cancellationToken);
        }

        await pending.FinishAsync(begun, period.ToString(), hasOutbox: false, cancellationToken);
    }

    /// <summary>Rows of what is owed no more, and of the periods after it, which were not due yet and so not judged.</summary>
    private async Task DeleteUnowedAsync(ConfirmedCatalogue confirmed, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var gone = new HashSet<(string Form, Period Period)>();
        foreach (var change in confirmed.Diff.Judged.Where(o => o.To is null))
        {
            if (Period.TryParse(change.Period, out var period))
            {
                gone.UnionWith([(change.Form, period), (change.Form, period.Next), (change.Form, period.Next.Next)]);
            }
        }

        foreach (var (code, period) in gone)
        {
            IReadOnlyList<Organisation> owing = catalogue.Forms.FirstOrDefault(f => f.Code == code) is { } form ? [.. catalogue.WhoOwes(form, period)] : [];
            await obligations.DeleteAsync(code, period, ObligationStore.Unowed(await obligations.ReadAsync(code, period, cancellationToken), owing), cancellationToken);
        }
    }

    /// <summary>Of what was filed, once: the confirmation is marked as told when all of them say so.</summary>
    private async Task CorrectReceiptsAsync(ConfirmedCatalogue confirmed, CancellationToken cancellationToken)
    {
        if (await catalogues.IsToldAsync(confirmed, cancellationToken))
        {
            return;
        }

        var ever = await catalogues.ConfirmedAsync(cancellationToken);
        foreach (var partition in confirmed.Diff.Judged.Where(o => o.IsOfFiled).Select(o => $"{o.Period}~{o.Organisation}").Distinct(StringComparer.Ordinal))
        {
            foreach (var path in (await ledger.ReadFilesAsync(partition, cancellationToken)).Select(f => f.Path).Distinct(StringComparer.Ordinal))
            {
                await receipts.CorrectAsync(path, ever, cancellationToken);
            }
        }

        await catalogues.MarkToldAsync(confirmed, cancellationToken);
    }
}
