using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Proofs.Catalogues;

/// <summary>All that the hour and a report ask of a catalogue, without a store: every obligation, task, source and recipient, and a file of each form.</summary>
internal sealed class OversightInMemory(ReportingCatalogue catalogue)
{
    private const int MostTextOfAProperty = 32_000;
    private const int MostOfAMessageId = 128;

    private static readonly DateOnly[] Days = [new(2024, 7, 8), new(2025, 7, 10)];

    public void Run()
    {
        foreach (var today in Days)
        {
            Check(today, CatalogueAlert.Of([], catalogue, today, []));
            foreach (var form in catalogue.Forms)
            {
                Watch(form, today);
            }

            foreach (var task in catalogue.Tasks)
            {
                Watch(task, today);
            }

            foreach (var source in catalogue.Sources)
            {
                Watch(source, today);
            }
        }

        foreach (var recipient in catalogue.Recipients)
        {
            Check(Days[0], [RecipientAlert.Of(recipient, null)]);
            _ = recipient.IsConcerned("@provinces", null, null, AlertSeverity.Red, 1, catalogue);
        }

        foreach (var form in catalogue.Forms)
        {
            TakeIn(form);
        }
    }

    private void Watch(Form form, DateOnly today)
    {
        var current = Period.Containing(form.Frequency, today);
        Period[] watched = today == Days[^1] ? [current.Previous, current] : [current.Previous];
        foreach (var period in watched.Where(form.IsOwed))
        {
            TableKeys.Check(LedgerKey.OfForm(period, form.Code));
            TableKeys.Check($"{period}~{form.Code}");
            var due = DueDay.Of(form, period, catalogue);
            var obligations = new List<Obligation>();
            foreach (var organisation in catalogue.WhoOwes(form, period))
            {
                TableKeys.Check(LedgerKey.Of(period, organisation.Code));
                TableKeys.CheckPath($"{organisation.Code}/{period}/bao-cao.xlsx");
                var obligation = ObligationRule.Decide(form, organisation, period, null, today, catalogue);
                obligations.Add(obligation);
                Check(today, OverdueAlert.Of(obligation, form, organisation, heldBack: false, today, AlertTiming.Default, catalogue.Calendar));
            }

            Check(today, OverdueAlert.OfForm(form, period, due, obligations, today, AlertTiming.Default, catalogue.Calendar));
            _ = FormSummary.Of(form, due, obligations, today);
        }
    }

    private void Watch(AssignedTask task, DateOnly today)
    {
        TableKeys.Check(LedgerKey.OfTask(task.Code));
        var owners = TaskOwners.On(task, today, catalogue);
        foreach (var owner in owners)
        {
            TableKeys.Check(LedgerKey.OfTasks(owner.Code));
            var standing = TaskRule.Decide(task, owner, new Dictionary<string, IReadOnlyList<TaskReport>>(), today, AlertTiming.Default, catalogue);
            Check(today, TaskAlert.Of(standing, heldBack: false, today, AlertTiming.Default, catalogue.Calendar));
        }

        if (task.Group is { } group)
        {
            Check(today, TaskAlert.OfGroup(task, group, owners.Count, nobodyReported: true, today, AlertTiming.Default, catalogue.Calendar));
        }
    }

    private void Watch(Source source, DateOnly today)
    {
        foreach (var open in OpenPeriods.Of(source, catalogue, today))
        {
            TableKeys.CheckPath(source.PathOf(open.Period));
            _ = source.AddressOf(open.Period);
            Check(today, [SourceAlert.Of(source, catalogue.FindOrganisation(source.Organisation)!, open.Period, SourceAlert.FailuresInARow, null)]);
        }
    }

    /// <summary>One who owes the form answers every indicator of it twice, and the period is rolled up.</summary>
    private void TakeIn(Form form)
    {
        var period = new[] { Days[1], form.OwedFrom.LastDay }.Select(day => Period.Containing(form.Frequency, day)).FirstOrDefault(form.IsOwed);
        if (period is null || catalogue.WhoOwes(form, period).FirstOrDefault() is not { } organisation)
        {
            return;
        }

        var at = new DateTimeOffset(period.LastDay, TimeOnly.MinValue, TimeSpan.Zero);
        var path = $"{organisation.Code}/{period}/bao-cao.csv";
        var state = LedgerState.Empty;
        foreach (var value in new[] { "1", "0" })
        {
            var rows = form.Indicators.Select(i => $"{i.Indicator},{value}");
            var content = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', ["indicator,value", .. rows, string.Empty]));
            var filing = FilingReader.Read(new ReceivedFile($"f{value}", path, value, at, content, content.Length), catalogue, content.Length);
            Assert.Equal((organisation.Code, period), (filing.Whose?.Organisation.Code, filing.Whose?.Period));
            var step = FilingAlerts.Apply(state, filing, catalogue);
            state = step.After;
            Check(step.Alerts);
            state.Observations.Keys.ToList().ForEach(indicator => TableKeys.Check($"rev~{indicator}~{at:O}~{filing.FileId}"));
        }

        var ledgers = new PeriodLedgers(period, new Dictionary<string, LedgerState>(StringComparer.Ordinal) { [organisation.Code] = state });
        var empty = new Dictionary<string, LedgerState>(StringComparer.Ordinal);
        var rollUp = new PeriodRollUp(ledgers, [new PeriodLedgers(period.Previous, empty)], new PeriodLedgers(period.YearBefore, empty), catalogue);
        Check(Days[1], AllMoves.Of(rollUp.Summarise(at), ledgers, catalogue).SelectMany(m => m.Conditions));
    }

    private static void Check(DateOnly today, IEnumerable<AlertCondition> conditions) => Check(
        AlertCondition.Settle(new Dictionary<string, AlertMark>(StringComparer.Ordinal), conditions.Select(c => c with { Holds = true }), new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero)).Transitions);

    private static void Check(IEnumerable<AlertTransition> transitions)
    {
        foreach (var transition in transitions)
        {
            TableKeys.Check(transition.Subject.Key);
            TableKeys.Check(transition.Subject.Organisation);
            Assert.True(transition.MessageId.Length <= MostOfAMessageId, transition.MessageId);
            Assert.True(transition.Message.Vi.Length <= MostTextOfAProperty && transition.Message.En.Length <= MostTextOfAProperty, transition.Subject.Key);
        }
    }
}
