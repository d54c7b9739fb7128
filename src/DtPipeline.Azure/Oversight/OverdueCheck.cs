using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;
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
    // Stands in the mark of the work where a file's id would.
    private const string WorkName = "obligations";

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("overdue", _ => CheckAsync(cancellationToken));

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        await CheckAsync(catalogue.Forms.SelectMany(f => Watched(f, today, catalogue)), evenSettled: false, catalogue, cancellationToken);
    }

    /// <summary>Says of some forms and periods what the day makes of them, whatever their age.</summary>
    /// <param name="evenSettled">Also of those of which nothing is awaited any more.</param>
    internal async Task CheckAsync(IEnumerable<(Form Form, Period Period)> asked, bool evenSettled, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var each = new EachItem("forms and organisations", cancellationToken);
        var (changed, raised) = (0, 0);
        foreach (var owed in asked.GroupBy(o => o.Period, o => o.Form).OrderBy(g => g.Key.LastDay))
        {
            var period = new WatchedPeriod(owed.Key, evenSettled, catalogue, now, each);
            foreach (var form in owed)
            {
                await each.TryAsync(LedgerKey.Of(period.Period, form.Code), async () =>
                {
                    var (c, r) = await CheckAsync(form, period, cancellationToken);
                    changed += c;
                    raised += r;
                });
            }
        }

        logger.OverdueChecked(VietnamTime.DayOf(now), changed, raised);
        each.End();
    }

    /// <summary>
    /// One period ahead, so that what is owed next stands there before it begins, and back as long as somebody looks at it. Of a form that has
    /// ended two periods more, which may have stood there when its end was not known.
    /// </summary>
    private IEnumerable<(Form Form, Period Period)> Watched(Form form, DateOnly today, ReportingCatalogue catalogue)
    {
        for (var period = form.OwedFrom; period.Previous.FirstDay <= today && (form.IsOwed(period) || form.IsOwed(period.Previous) || form.IsOwed(period.Previous.Previous)); period = period.Next)
        {
            if (!form.IsOwed(period))
            {
                yield return (form, period);
            }
            else if (today <= DueDay.Of(form, period, catalogue).Effective.AddDays(settings.OversightDays))
            {
                yield return (form, period);
            }
        }
    }

    private async Task<(int Changed, int Alerts)> CheckAsync(Form form, WatchedPeriod watched, CancellationToken cancellationToken)
    {
        var (period, catalogue, today) = (watched.Period, watched.Catalogue, watched.Today);
        var owing = catalogue.WhoOwes(form, period).ToList();
        var stored = await obligations.ReadAsync(form.Code, period, cancellationToken);
        await obligations.DeleteAsync(form.Code, period, ObligationStore.Unowed(stored, owing), cancellationToken);
        if (!watched.EvenSettled && !catalogue.Grants.Concern(form, period) && owing.TrueForAll(o => stored.TryGetValue(o.Code, out var row) && ObligationStore.IsSettled(row, form)))
        {
            return (0, 0);
        }

        var (heads, unreadable) = watched.Heads ??= await ledger.ReadHeadsAsync(period, watched.Each, cancellationToken);
        var decided = owing
            .Where(o => !unreadable.Contains(o.Code))
            .Select(o => (Organisation: o, Obligation: ObligationRule.Decide(form, o, period, heads.GetValueOrDefault(o.Code)?.Facts, today, catalogue)))
            .ToList();
        var changed = await WriteAsync(form, period, today, ObligationStore.Changed(decided.Select(d => d.Obligation), stored), cancellationToken);
        var due = DueDay.Of(form, period, catalogue);
        if (today < settings.Timing.RemindsFrom(due.Effective, catalogue.Calendar) && !IsToldOf(form, period, heads))
        {
            return (changed, 0);
        }

        var all = decided.ConvertAll(d => d.Obligation);
        var nobodyFiled = OverdueAlert.NobodyFiled(all);
        var ofAll = OverdueAlert.OfForm(form, period, due, all, today, settings.Timing, catalogue.Calendar);
        var raised = 0;
        if (!unreadable.Contains($"@{form.Code}"))
        {
            var ofForm = LedgerKey.OfForm(period, form.Code);
            await watched.Each.TryAsync(ofForm, async () => raised += await WriteAsync(ofForm, heads.GetValueOrDefault($"@{form.Code}"), watched.Now, _ => ofAll, cancellationToken));
        }

        foreach (var (organisation, obligation) in decided)
        {
            var head = heads.GetValueOrDefault(organisation.Code);
            if (obligation.IsAwaited || obligation.IsIncomplete || head?.HasOpenAlert == true)
            {
                var partition = LedgerKey.Of(period, organisation.Code);
                await watched.Each.TryAsync(partition, async () =>
                    raised += await WriteAsync(partition, head, watched.Now, f => Conditions(f, form, organisation, watched, nobodyFiled), cancellationToken));
            }
        }

        return (changed, raised);
    }

    /// <summary>Once they are written nobody sees that they have changed: the mark of the work says so, should the process die before the period's.</summary>
    private async Task<int> WriteAsync(Form form, Period period, DateOnly today, IReadOnlyList<Obligation> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0 || period.FirstDay > today)
        {
            await obligations.WriteAsync(changed, cancellationToken);
            return changed.Count;
        }

        var begun = await pending.BeginAsync(LedgerKey.OfForm(period, form.Code), WorkName, file: null, cancellationToken);
        await obligations.WriteAsync(changed, cancellationToken);
        await pending.FinishAsync(begun, period.ToString(), hasOutbox: false, cancellationToken);
        return changed.Count;
    }

    /// <summary>Something of it was told already, which another due day may have made wrong.</summary>
    private static bool IsToldOf(Form form, Period period, IReadOnlyDictionary<string, LedgerHead> heads) => heads.Values.Any(h => h.Alerts.Any(
        a => a.Value.IsOpen && a.Key.Split('~') is [AlertType.ReportDueSoon or AlertType.ReportOverdue or AlertType.ReportIncomplete, var told, .., var code] && told == period.ToString() && code == form.Code));

    /// <summary>While the form's own alert stands, it holds those of the organisations back.</summary>
    private IReadOnlyList<AlertCondition> Conditions(FilingFacts facts, Form form, Organisation organisation, WatchedPeriod watched, bool heldBack)
    {
        var obligation = ObligationRule.Decide(form, organisation, watched.Period, facts, watched.Today, watched.Catalogue);
        return OverdueAlert.Of(obligation, form, organisation, heldBack, watched.Today, settings.Timing, watched.Catalogue.Calendar);
    }

    /// <summary>Goes to the partition only where its head says that there is something to tell.</summary>
    private async Task<int> WriteAsync(
        string partition, LedgerHead? head, DateTimeOffset now, Func<FilingFacts, IReadOnlyList<AlertCondition>> conditions, CancellationToken cancellationToken)
    {
        var known = head ?? LedgerHead.Empty;
        return AlertCondition.Settle(known.Alerts, conditions(known.Facts), now).Transitions.Count == 0
            ? 0
            : await alerts.WriteAsync(partition, await ledger.ReadAsync(partition, cancellationToken), s => conditions(s.State.Facts), cancellationToken);
    }

    private sealed record WatchedPeriod(Period Period, bool EvenSettled, ReportingCatalogue Catalogue, DateTimeOffset Now, EachItem Each)
    {
        public DateOnly Today { get; } = VietnamTime.DayOf(Now);

        /// <summary>Read when the first form needs them.</summary>
        public ReadPartitions<LedgerHead>? Heads { get; set; }
    }
}
