using DtPipeline.Alerts;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Observing;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// Goes through every obligation that is not answered yet and says what the day makes of it. It looks at states and not at the time since
/// its last run, so a run that was missed is made up by the next one.
/// </summary>
public sealed class OverdueCheck(
    CatalogueStore catalogues,
    LedgerStore ledger,
    ObligationStore obligations,
    LevelAlertWriter alerts,
    PendingStore pending,
    PipelineSettings settings,
    TimeProvider clock,
    ILogger<OverdueCheck> logger)
{
    /// <summary>From so many owing organisations on, a form that nobody has filed is one alert and not one for each.</summary>
    private const int Many = 3;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var (changed, raised) = (0, 0);
        foreach (var form in catalogue.Forms)
        {
            for (var period = form.OwedFrom; period.FirstDay <= today; period = period.Next)
            {
                if (form.IsOwed(period))
                {
                    var (c, r) = await CheckAsync(form, period, today, catalogue, cancellationToken);
                    changed += c;
                    raised += r;
                }
            }
        }

        logger.OverdueChecked(today, changed, raised);
    }

    private async Task<(int Changed, int Alerts)> CheckAsync(
        Form form, Period period, DateOnly today, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var owing = catalogue.WhoOwes(form, period).ToList();
        var stored = await obligations.ReadAsync(form, period, cancellationToken);
        if (owing.TrueForAll(o => stored.TryGetValue(o.Code, out var row) && row.ContainsKey("FirstAccepted")))
        {
            return (0, 0);
        }

        var ledgers = await ledger.ReadPeriodAsync(period, cancellationToken);
        var decided = owing.ToDictionary(
            o => o.Code,
            o => ObligationRule.Decide(form, o, period, ledgers.GetValueOrDefault(o.Code)?.State, today, catalogue),
            StringComparer.Ordinal);
        var changed = await obligations.WriteAsync(decided.Values, stored, cancellationToken);
        if (changed > 0)
        {
            await pending.MarkPeriodAsync(period.ToString(), cancellationToken);
        }

        var due = DueDay.Of(form, period, catalogue);
        if (today < catalogue.Calendar.WorkingDaysBefore(due.Effective, settings.Timing.RemindWorkingDays))
        {
            return (changed, 0);
        }

        var awaited = decided.Values.Where(o => o.State != ObligationState.Exempt).ToList();
        var nobodyFiled = awaited.Count >= Many && awaited.TrueForAll(o => o.FirstReceived is null);
        var raised = await WriteFormAlertAsync(form, period, due, awaited.Count, nobodyFiled, today, catalogue, cancellationToken);
        foreach (var organisation in owing)
        {
            var snapshot = ledgers.GetValueOrDefault(organisation.Code) ?? LedgerSnapshot.Empty;
            raised += await alerts.WriteAsync(
                LedgerKey.Of(period, organisation.Code), snapshot, s => Conditions(s, form, organisation, period, today, nobodyFiled, catalogue), cancellationToken);
        }

        return (changed, raised);
    }

    private async Task<int> WriteFormAlertAsync(
        Form form, Period period, DueDay due, int owing, bool nobodyFiled, DateOnly today, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var partition = LedgerKey.OfForm(period, form.Code);
        var snapshot = await ledger.ReadAsync(partition, cancellationToken);
        return await alerts.WriteAsync(
            partition, snapshot, _ => OverdueAlert.OfForm(form, period, due, owing, nobodyFiled, today, settings.Timing, catalogue.Calendar), cancellationToken);
    }

    /// <summary>While the form's own alert stands, it holds those of the organisations back.</summary>
    private IReadOnlyList<AlertCondition> Conditions(
        LedgerSnapshot snapshot, Form form, Organisation organisation, Period period, DateOnly today, bool heldBack, ReportingCatalogue catalogue)
    {
        var obligation = ObligationRule.Decide(form, organisation, period, snapshot.State, today, catalogue);
        return OverdueAlert.Of(obligation, form, organisation, heldBack, today, settings.Timing, catalogue.Calendar);
    }
}
