using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Proofs.Histories;

/// <summary>Histories of files, faults, nils, extensions, exemptions and clock steps, with runs that are skipped, repeated, or overlap each other and files.</summary>
public sealed class HistoryTests
{
    /// <summary>As many as a build has time for; <c>DTP_HISTORIES=10000</c> asks for more.</summary>
    private static int Histories => int.TryParse(Environment.GetEnvironmentVariable("DTP_HISTORIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 500;

    private static readonly Gen<HistoryEvent> Event = Gen.Frequency(
        (6, from hours in Gen.Frequency((8, Gen.Choose(1, 60)), (1, Gen.Choose(-30, -1)), (1, Gen.Choose(100, 400))) select (HistoryEvent)new HistoryEvent.Wait(hours)),
        (3, from organisation in Gen.Choose(0, 3)
            from row in Gen.Elements("DG-05,5", "DG-05,6", "DG-05,không có", "DG-05,abc", "NOT-01,5")
            from delayed in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 50)))
            select (HistoryEvent)new HistoryEvent.File(organisation, row, delayed)),
        (1, from organisation in Gen.Choose(0, 3)
            from kind in Gen.Elements(GrantKind.Extension, GrantKind.Exemption)
            from days in Gen.Choose(-2, 8)
            from open in Gen.Elements(true, false)
            select (HistoryEvent)new HistoryEvent.Granted(organisation, kind, kind == GrantKind.Exemption && open ? null : days)),
        (6, from twice in Gen.Elements(true, false)
            from meanwhile in Gen.Frequency((4, Gen.Constant((int?)null)), (1, from n in Gen.Choose(0, 3) select (int?)n))
            select (HistoryEvent)new HistoryEvent.Run(twice, meanwhile)));

    private static readonly Gen<HistoryEvent[]> History = Event.ArrayOf().Resize(30);

    [Fact]
    public void EveryHistoryEndsInOneStateOfEachObligationAndInOneTellingOfEachChange() => Always.Holds(History, history =>
    {
        var watched = new Watched();
        foreach (var next in history)
        {
            watched.Happen(next);
            EachObligationIsInOneState(watched);
        }

        FilesInAnyOrderGiveTheSameLedger(watched);
        watched.Happen(new HistoryEvent.Run(Twice: false, ArrivesMeanwhile: null));
        ExactlyWhatIsOwedIsOpen(watched);
        WhatIsOpenSaysWhoHasSentWhatCouldNotBeTaken(watched);
        AReporterHearsOfItselfAloneAndOfNothingOnceItHasFiled(watched);
        AnotherRunTellsNothing(watched);
        EveryStepOfAnAlertIsToldOnce(watched);
        NothingIsRaisedAboutWhoHasFiled(watched);
    }, Histories);

    private static void EachObligationIsInOneState(Watched watched)
    {
        foreach (var code in Watched.Codes)
        {
            Assert.Equal(Assert.Single(StatesThatHold(watched, code)), watched.Decide(code).State);
        }
    }

    private static void FilesInAnyOrderGiveTheSameLedger(Watched watched)
    {
        foreach (var code in Watched.Codes)
        {
            var files = watched.FilesOf(code).OrderBy(f => f.UploadedAt).ThenBy(f => f.FileId, StringComparer.Ordinal);
            var replayed = files.Aggregate(LedgerState.Empty, (s, f) => LedgerFold.Apply(s, f, watched.Catalogue).After);
            var stands = watched.LedgerOf(code);

            Assert.Equal(replayed.Observations.OrderBy(o => o.Key), stands.Observations.OrderBy(o => o.Key));
            Assert.Equal(replayed.FirstAccepted.OrderBy(o => o.Key), stands.FirstAccepted.OrderBy(o => o.Key));
            Assert.Equal((replayed.Last, replayed.OpenFaulty), (stands.Last, stands.OpenFaulty));
            Assert.Equal(replayed.Received, stands.Received);
        }
    }

    /// <summary>However many runs were missed.</summary>
    private static void ExactlyWhatIsOwedIsOpen(Watched watched)
    {
        var open = watched.Partitions.SelectMany(p => watched.MarksOf(p)).Where(m => m.Value.IsOpen).Select(m => m.Key).Order(StringComparer.Ordinal);

        Assert.Equal(Owed(watched, OverdueAlert.NobodyFiled(watched.Decide())).Order(StringComparer.Ordinal), open);
    }

    private static void WhatIsOpenSaysWhoHasSentWhatCouldNotBeTaken(Watched watched)
    {
        foreach (var alert in watched.Inbox().Where(a => a.State == AlertState.Open))
        {
            var refused = watched.Decide().Count(o => o.State == ObligationState.Faulty && (alert.Subject.Organisation == o.Organisation || alert.Subject.Organisation.StartsWith('@')));

            Assert.Equal(refused, alert.Owed!.Refused?.Count ?? 0);
            Assert.Equal(refused > 0, alert.Message.En.Contains("sent something", StringComparison.Ordinal));
        }
    }

    private static void AReporterHearsOfItselfAloneAndOfNothingOnceItHasFiled(Watched watched)
    {
        foreach (var code in Watched.Codes)
        {
            var reporter = new Recipient("R", "R", "r@example.test", [code], [], AlertSeverity.Green, IsNext: false, IsReporter: true);

            var digest = Digest.Of(reporter, watched.Inbox(), DigestMemory.Nothing, watched.Now, watched.Catalogue);

            Assert.All(digest.New, l => Assert.StartsWith(TheCatalogue.Organisation(code).NameEn, l.Text.En, StringComparison.Ordinal));
            Assert.True(watched.Decide(code).IsAwaited || digest.IsEmpty);
        }
    }

    private static void AnotherRunTellsNothing(Watched watched)
    {
        var told = watched.Told.Count;
        watched.Happen(new HistoryEvent.Run(Twice: true, ArrivesMeanwhile: null));

        Assert.Equal(told, watched.Told.Count);
    }

    /// <summary>Raised when it is closed and only then, numbered without a gap, and escalated only to what is worse.</summary>
    private static void EveryStepOfAnAlertIsToldOnce(Watched watched)
    {
        foreach (var alert in watched.Told.Select(t => t.Transition).GroupBy(t => t.Subject.Key))
        {
            var isOpen = false;
            var worst = (AlertSeverity.Green, 0);
            foreach (var (transition, n) in alert.Select((t, n) => (t, n)))
            {
                Assert.Equal(n + 1, transition.Sequence);
                Assert.Equal(transition.Event != AlertEvent.Raised, isOpen);
                Assert.True(transition.Event != AlertEvent.Escalated || (transition.Severity, transition.Escalation).CompareTo(worst) > 0);
                isOpen = transition.Event != AlertEvent.Resolved;
                worst = (transition.Severity, transition.Escalation);
            }
        }
    }

    private static void NothingIsRaisedAboutWhoHasFiled(Watched watched) =>
        Assert.DoesNotContain(watched.Told, t => t.HadFiled && t.Transition.Event != AlertEvent.Resolved);

    /// <summary>The states by what each of them means, without the rule's own order of questions.</summary>
    private static IEnumerable<ObligationState> StatesThatHold(Watched watched, string code)
    {
        var files = watched.FilesOf(code);
        var accepted = files.Where(f => f.Report.Cells.Count > 0).Select(f => (DateTimeOffset?)f.UploadedAt).Min();
        var isNil = accepted is not null && watched.LedgerOf(code).Observations["DG-05"].Status == "M";
        var inTime = accepted is { } at && VietnamTime.DayOf(at) <= DueOf(watched, code);
        var isExempt = watched.Catalogue.Grants.IsExempt(Watched.Form, TheCatalogue.Organisation(code), Watched.Period, watched.Today);
        var holds = new Dictionary<ObligationState, bool>
        {
            [ObligationState.Exempt] = isExempt,
            [ObligationState.Nil] = !isExempt && isNil,
            [ObligationState.OnTime] = !isExempt && accepted is not null && !isNil && inTime,
            [ObligationState.Late] = !isExempt && accepted is not null && !isNil && !inTime,
            [ObligationState.Faulty] = !isExempt && accepted is null && files.Count > 0,
            [ObligationState.Missing] = !isExempt && files.Count == 0 && watched.Today > DueOf(watched, code),
            [ObligationState.Expected] = !isExempt && files.Count == 0 && watched.Today <= DueOf(watched, code),
        };
        return holds.Where(h => h.Value).Select(h => h.Key);
    }

    /// <summary>The keys of the alerts that should be open: two working days before the due day, 26 June 2023, is 22 June.</summary>
    private static IEnumerable<string> Owed(Watched watched, bool nobodyFiled)
    {
        var due = new DateOnly(2023, 6, 26);
        foreach (var code in Watched.Codes)
        {
            var obligation = watched.Decide(code);
            var soon = TheCatalogue.Default.Calendar.WorkingDaysBefore(DueOf(watched, code), 2);
            if (!nobodyFiled && obligation.FirstAccepted is null && obligation.State != ObligationState.Exempt && watched.Today >= soon)
            {
                yield return $"report.{(watched.Today > DueOf(watched, code) ? "overdue" : "due_soon")}~2023-Q2~{code}~PROV-Q";
            }
        }

        if (nobodyFiled && watched.Today >= new DateOnly(2023, 6, 22))
        {
            yield return $"report.{(watched.Today > due ? "overdue" : "due_soon")}~2023-Q2~PROV-Q";
        }
    }

    private static DateOnly DueOf(Watched watched, string code) => DueDay.Of(Watched.Form, TheCatalogue.Organisation(code), Watched.Period, watched.Catalogue).Effective;
}
