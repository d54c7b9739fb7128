using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Progress;
using DtPipeline.Time;

namespace DtPipeline.Oracle.Tests.Product;

/// <summary>The product's own rules without its storage: files in, and on any day what <c>FlagOverdue</c> and <c>RollUp</c> make of them.</summary>
internal sealed class MemoryProduct(Func<DateOnly, ReportingCatalogue> catalogueOn, AlertTiming timing)
{
    private const long MostBytes = 20 * 1_048_576;

    /// <summary>As the settings have it.</summary>
    private const int OversightDays = 400;

    private readonly Dictionary<string, LedgerState> partitions = new(StringComparer.Ordinal);
    private readonly AlertBook alerts = new();
    private readonly HashSet<Period> changed = [];
    private readonly TaskDesk tasks = new(timing);

    /// <summary>The one in force on the latest day that was spoken of.</summary>
    private ReportingCatalogue catalogue = catalogueOn(DateOnly.MinValue);

    /// <summary>The one by which was checked last.</summary>
    private ReportingCatalogue? judgedBy;

    public IEnumerable<AlertTransition> Alerts => alerts.OpenOrTold;

    public IReadOnlyList<Obligation> Obligations { get; private set; } = [];

    public void Take(SentFile sent)
    {
        var (id, at) = (sent.Filing.Id, sent.Filing.UploadedAt.ToUniversalTime());
        catalogue = catalogueOn(VietnamTime.DayOf(at));
        var filing = FilingReader.Read(new ReceivedFile(id, sent.Path, sent.Filing.Bytes, at, sent.Content, sent.Content.Length), catalogue, MostBytes);
        var partition = LedgerKey.Of(filing);
        var step = FilingAlerts.Apply(StateOf(partition), filing, catalogue);
        alerts.Tell(step.Alerts);
        partitions[partition] = step.After;
        if (filing.Whose is { } owner)
        {
            var (after, settled) = OverdueAlert.Settle(owner, step.After, at, timing, catalogue);
            alerts.Tell(settled);
            partitions[partition] = after;
            changed.Add(owner.Period);
            tasks.Take(owner, after, catalogue);
        }
    }

    public void Check(DateTimeOffset now)
    {
        var today = VietnamTime.DayOf(now);
        catalogue = catalogueOn(today);
        if (judgedBy != catalogue)
        {
            judgedBy = catalogue;
            changed.UnionWith(partitions.Keys.Select(LedgerKey.PeriodOf).OfType<Period>());
        }

        Obligations = [.. catalogue.Forms.SelectMany(f => Watched(f, today)).OrderBy(w => w.Period.LastDay).SelectMany(w => Check(w.Form, w.Period, now, today)).ToList()];
        SettleUnowed(now, today);
        tasks.Check(today, now, alerts, catalogue);
        foreach (var period in changed.SelectMany(p => LookingBackAt(p).Append(p)).Distinct().ToList())
        {
            foreach (var (owner, changes) in ValueChange.AllOf(RollUpOf(period).Summarise(now), LedgersOf(period), catalogue))
            {
                var partition = LedgerKey.Of(period, owner.Organisation.Code);
                Settle(partition, [.. MovedAlert.Of(owner, changes, StateOf(partition).Alerts)], now);
            }
        }

        changed.Clear();
    }

    public PeriodSummary Published(Period period, DateTimeOffset now) => RollUpOf(period).Summarise(now);

    private LedgerState StateOf(string partition) => partitions.GetValueOrDefault(partition) ?? LedgerState.Empty;

    private IEnumerable<(Form Form, Period Period)> Watched(Form form, DateOnly today)
    {
        for (var period = form.OwedFrom; period.Previous.FirstDay <= today && form.IsOwed(period); period = period.Next)
        {
            if (today <= DueDay.Of(form, period, catalogue).Effective.AddDays(OversightDays))
            {
                yield return (form, period);
            }
        }
    }

    private List<Obligation> Check(Form form, Period period, DateTimeOffset now, DateOnly today)
    {
        var decided = catalogue.WhoOwes(form, period)
            .Select(o => (Organisation: o, Obligation: ObligationRule.Decide(form, o, period, partitions.GetValueOrDefault(LedgerKey.Of(period, o.Code))?.Facts, today, catalogue)))
            .ToList();
        var all = decided.ConvertAll(d => d.Obligation);
        var nobodyFiled = OverdueAlert.NobodyFiled(all);
        Settle(LedgerKey.OfForm(period, form.Code), OverdueAlert.OfForm(form, period, DueDay.Of(form, period, catalogue), all, today, timing, catalogue.Calendar), now);
        foreach (var (organisation, obligation) in decided)
        {
            Settle(LedgerKey.Of(period, organisation.Code), OverdueAlert.Of(obligation, form, organisation, nobodyFiled, today, timing, catalogue.Calendar), now);
        }

        return all;
    }

    private void SettleUnowed(DateTimeOffset now, DateOnly today)
    {
        var unowed = alerts.OpenOrTold.Select(t => t.Subject)
            .Select(s => (Subject: s, Condition: UnowedAlert.Of(s.Organisation, s.Key, today, OversightDays, catalogue)))
            .Where(u => u.Condition is not null)
            .ToList();
        foreach (var (subject, condition) in unowed)
        {
            Settle(subject.Organisation.StartsWith('@') ? $"{subject.Period}~@{subject.Form}" : $"{subject.Period}~{subject.Organisation}", [condition!], now);
        }
    }

    private void Settle(string partition, IReadOnlyList<AlertCondition> conditions, DateTimeOffset now)
    {
        var state = StateOf(partition);
        var marks = alerts.Settle(state.Alerts, conditions, now);
        if (partitions.ContainsKey(partition) || marks.Count > 0)
        {
            partitions[partition] = state with { Alerts = marks };
        }
    }

    private PeriodRollUp RollUpOf(Period period)
    {
        var earlier = new List<PeriodLedgers>();
        for (var before = period.Previous; earlier.Count < PeriodRollUp.PeriodsBack; before = before.Previous)
        {
            earlier.Add(LedgersOf(before));
        }

        return new PeriodRollUp(LedgersOf(period), earlier, LedgersOf(period.YearBefore), catalogue);
    }

    private PeriodLedgers LedgersOf(Period period) => new(period, catalogue.Organisations
        .Where(o => partitions.ContainsKey(LedgerKey.Of(period, o.Code)))
        .ToDictionary(o => o.Code, o => partitions[LedgerKey.Of(period, o.Code)], StringComparer.Ordinal));

    private static IEnumerable<Period> LookingBackAt(Period period)
    {
        yield return period.YearAfter;
        var next = period;
        for (var back = 0; back < PeriodRollUp.PeriodsBack; back++)
        {
            yield return next = next.Next;
        }
    }
}
