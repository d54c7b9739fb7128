using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;
using DtPipeline.Time;

namespace DtPipeline.Azure.Oversight;

/// <summary>
/// Says of every target what the published series and the day make of it. Like the other checks it looks at states, so a run that was missed is made
/// up by the next one, and one more changes nothing.
/// </summary>
public sealed class TargetCheck(
    CatalogueStore catalogues, LedgerStore ledger, PeriodPublisher periods, HistoryPublisher histories, LevelAlertWriter alerts, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("targets", _ => CheckAsync(cancellationToken));

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var each = new EachItem("targets", cancellationToken);
        var points = new List<GroupPoint>();
        foreach (var frequency in Enum.GetValues<Frequency>())
        {
            points.AddRange(await periods.SeriesAsync(frequency, cancellationToken));
        }

        var marks = await ledger.ReadTargetAlertsAsync(each, cancellationToken);
        var conditions = TargetAlert.Of(GroupSeries.Of(points, catalogue), await OfOrganisationsAsync(catalogue, cancellationToken), catalogue, today)
            .ToDictionary(c => c.Whose, c => c.Conditions, StringComparer.Ordinal);
        foreach (var whose in conditions.Keys.Union(marks.Found.Keys, StringComparer.Ordinal).Except(marks.Unreadable))
        {
            var partition = LedgerKey.OfTargets(whose);
            var snapshot = marks.Found.GetValueOrDefault(whose) ?? LedgerSnapshot.Empty;
            await each.TryAsync(partition, () => alerts.WriteAsync(partition, snapshot, s => WithGone(s, whose, conditions.GetValueOrDefault(whose) ?? []), cancellationToken));
        }

        each.End();
    }

    /// <summary>Of those alone for whom a line of targets.csv is.</summary>
    private async Task<IReadOnlyList<Series>> OfOrganisationsAsync(ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var all = new List<Series>();
        foreach (var organisation in catalogue.Targets.Select(t => t.Whose).Distinct(StringComparer.Ordinal).Select(catalogue.FindOrganisation).OfType<Organisation>())
        {
            if (await histories.FindAsync(organisation.Code, cancellationToken) is { } own)
            {
                all.AddRange((await histories.SeriesOfAsync(organisation, own, catalogue, cancellationToken)).All);
            }
        }

        return all;
    }

    private static IEnumerable<AlertCondition> WithGone(LedgerSnapshot snapshot, string whose, IReadOnlyList<AlertCondition> conditions)
    {
        var said = conditions.Select(c => c.Subject.Key).ToHashSet(StringComparer.Ordinal);
        return [.. conditions, .. snapshot.State.Alerts.Where(a => a.Value.IsOpen && !said.Contains(a.Key)).Select(a => TargetAlert.OfNone(a.Key, whose))];
    }
}
