using System.Collections.Concurrent;
using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Core.Tests.Proofs.Histories;

/// <summary>
/// One form and period of four provinces, and the program that watches it: partitions with a version each, runs that read first and write
/// later, and files that are taken in when they arrive, in whatever order.
/// </summary>
internal sealed class Watched
{
    public static readonly Period Period = TheCatalogue.Period("2023-Q2");
    public static readonly string[] Codes = ["P63-01", "P63-48", "P63-79", "P63-92"];
    public static readonly Form Form = TheCatalogue.Form("PROV-Q") with { Indicators = [new FormIndicator("DG-05", true)] };

    private const string ForAll = "@";
    private static readonly AlertTiming Timing = new(RemindWorkingDays: 2, RedAfterDays: 3, NextRecipientAfterDays: 6);

    private static readonly ReportingCatalogue NothingGranted = Granting([]);
    private static readonly ConcurrentDictionary<(string Code, string Row), Filing> Filings = [];

    private readonly Dictionary<string, Partition> partitions = Codes.Append(ForAll).ToDictionary(c => c, _ => new Partition(), StringComparer.Ordinal);
    private readonly List<(string Partition, AlertTransition Transition, bool HadFiled)> told = [];
    private readonly List<Grant> grants = [];
    private int files;

    public DateTimeOffset Now { get; private set; } = new(2023, 6, 19, 1, 0, 0, TimeSpan.Zero);

    public ReportingCatalogue Catalogue { get; private set; } = NothingGranted;

    public DateOnly Today => VietnamTime.DayOf(Now);

    public IReadOnlyList<(string Partition, AlertTransition Transition, bool HadFiled)> Told => told;

    public IReadOnlyList<Filing> FilesOf(string organisation) => partitions[organisation].Files;

    public LedgerState LedgerOf(string organisation) => partitions[organisation].State;

    public IReadOnlyDictionary<string, AlertMark> MarksOf(string partition) => partitions[partition].State.Alerts;

    public IEnumerable<string> Partitions => partitions.Keys;

    /// <summary>The newest transition of every alert, as the secretariat's inbox keeps it.</summary>
    public IEnumerable<InboxAlert> Inbox() => told
        .GroupBy(t => t.Transition.Subject.Key)
        .Select(alert => alert.Last().Transition)
        .Select(t => new InboxAlert(
            t.Subject, t.Sequence, t.Event == AlertEvent.Resolved ? AlertState.Resolved : AlertState.Open, t.Severity, t.Escalation, t.Owed, t.Message, t.At, null));

    public void Happen(HistoryEvent next)
    {
        switch (next)
        {
            case HistoryEvent.Wait wait:
                Now = Now.AddHours(wait.Hours);
                break;
            case HistoryEvent.File file:
                TakeIn(Codes[file.Organisation], file.Row, Now.AddHours(-file.DelayedBy));
                break;
            case HistoryEvent.Granted granted:
                DateOnly? until = granted.UntilDaysAfterDue is { } days ? new DateOnly(2023, 6, 26).AddDays(days) : null;
                grants.Add(new Grant(Form.Code, Codes[granted.Organisation], Period.ToString(), granted.Kind, until, "QĐ 1", Today, "bão"));
                Catalogue = Granting(grants);
                break;
            case HistoryEvent.Run run:
                Run(run);
                break;
        }
    }

    public Obligation Decide(string organisation) => Decide(organisation, partitions[organisation].State);

    public IReadOnlyList<Obligation> Decide() => [.. Codes.Select(Decide)];

    private Obligation Decide(string organisation, LedgerState ledger) =>
        ObligationRule.Decide(Form, TheCatalogue.Organisation(organisation), Period, ledger.Facts, Today, Catalogue);

    private void Run(HistoryEvent.Run run)
    {
        var first = Read();
        var second = run.Twice ? Read() : null;
        if (run.ArrivesMeanwhile is { } organisation)
        {
            TakeIn(Codes[organisation], "DG-05,7", Now);
        }

        Write(first);
        if (second is not null)
        {
            Write(second);
        }
    }

    private Dictionary<string, (LedgerState State, int Version)> Read() => partitions.ToDictionary(p => p.Key, p => (p.Value.State, p.Value.Version), StringComparer.Ordinal);

    /// <summary>What a timer does with what it read; a partition that was changed meanwhile is read again.</summary>
    private void Write(Dictionary<string, (LedgerState State, int Version)> read)
    {
        var decided = Codes.Select(c => Decide(c, read[c].State)).ToList();
        var nobodyFiled = OverdueAlert.NobodyFiled(decided);
        Commit(ForAll, read, _ => OverdueAlert.OfForm(Form, Period, DueDay.Of(Form, Period, Catalogue), decided, Today, Timing, Catalogue.Calendar));
        foreach (var code in Codes)
        {
            Commit(code, read, s => OverdueAlert.Of(Decide(code, s), Form, TheCatalogue.Organisation(code), nobodyFiled, Today, Timing, Catalogue.Calendar));
        }
    }

    private void Commit(string code, Dictionary<string, (LedgerState State, int Version)> read, Func<LedgerState, IReadOnlyList<AlertCondition>> conditions)
    {
        var partition = partitions[code];
        var state = read[code].Version == partition.Version ? read[code].State : partition.State;
        var (marks, transitions) = AlertCondition.Settle(state.Alerts, conditions(state), Now);
        Store(code, state with { Alerts = marks }, transitions);
    }

    private void TakeIn(string code, string row, DateTimeOffset uploadedAt)
    {
        var partition = partitions[code];
        var id = string.Create(CultureInfo.InvariantCulture, $"{files++:000}");
        partition.Files.Add(Read(code, row) with { FileId = id, Sha256 = id, UploadedAt = uploadedAt });
        var inOrder = partition.Files.OrderBy(f => f.UploadedAt).ThenBy(f => f.FileId, StringComparer.Ordinal);
        var replayed = inOrder.Aggregate(LedgerState.Empty, (s, f) => LedgerFold.Apply(s, f, Catalogue).After) with { Alerts = partition.State.Alerts };
        var (after, settled) = OverdueAlert.Settle(new Owner(TheCatalogue.Organisation(code), Period), replayed, Now, Timing, Catalogue);
        Store(code, after, settled);
    }

    private void Store(string code, LedgerState state, IReadOnlyList<AlertTransition> transitions)
    {
        var hadFiled = code != ForAll && !Decide(code, state).IsAwaited;
        told.AddRange(transitions.Select(t => (code, t, hadFiled)));
        partitions[code].State = state;
        partitions[code].Version++;
    }

    /// <summary>There are few different files, and reading them is not what is watched here.</summary>
    private static Filing Read(string code, string row) => Filings.GetOrAdd((code, row), f => Sent.Text($"indicator,value\n{f.Row}\n", $"{f.Code}/{Period}/bao-cao.csv"));

    /// <summary>The default catalogue with one form and what has been granted so far.</summary>
    private static ReportingCatalogue Granting(IEnumerable<Grant> grants)
    {
        var all = TheCatalogue.Default;
        var four = all.Organisations.Where(o => Codes.Contains(o.Code)).ToList();
        return new ReportingCatalogue(four, all.Indicators, [Form], all.Regimes, [], all.Calendar) { Grants = new Grants(grants) };
    }

    private sealed class Partition
    {
        public LedgerState State { get; set; } = LedgerState.Empty;

        public int Version { get; set; }

        public List<Filing> Files { get; } = [];
    }
}
