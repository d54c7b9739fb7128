using System.Collections.Concurrent;
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
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Oversight;

/// <summary>Publishes one period with the histories of those who changed it, and tells which of its values moved and which are to be asked about.</summary>
public sealed class PeriodRun(LevelAlertWriter alerts, PeriodPublisher publisher, HistoryPublisher histories, TimeProvider clock, ILogger<PeriodRun> logger)
{
    private const int AtOnce = 8;

    /// <param name="changes">Of the period itself, and of earlier ones that it is compared with.</param>
    /// <returns>False where the history or alerts of some organisation could not be written.</returns>
    internal async Task<bool> RunAsync(
        Period period,
        IReadOnlyList<ChangedPeriod> changes,
        LedgerWindow ledgers,
        ReportingCatalogue catalogue,
        TargetStandings standings,
        GatheredModels models,
        EachItem each,
        CancellationToken cancellationToken)
    {
        var current = await ledgers.ReadAsync(period, cancellationToken);
        var (told, isWhole) = (0, true);
        var asked = new ConcurrentDictionary<string, AlertCondition>(StringComparer.Ordinal);
        var touched = Touched(changes, current, catalogue);
        var withoutHistory = await histories.NewAmongAsync(touched, cancellationToken);
        var updating = Parallel.ForEachAsync(touched, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (organisation, token) =>
        {
            var (owner, state) = (new Owner(organisation, period), current.ByOrganisation[organisation.Code]);
            if (!await each.TryAsync(ReadModels.NameOfOrganisation(organisation.Code), async () =>
            {
                var history = await histories.UpdateAsync(owner, state, catalogue, withoutHistory.Contains(organisation.Code), token);
                List<Series> all = [.. (await histories.SeriesOfAsync(organisation, history, catalogue, token)).All];
                asked[organisation.Code] = AnomalyAlert.Of(owner, all, state.Observations);
                standings.Touch(organisation, all, period);
            }))
            {
                isWhole = false;
            }
        });
        var (summary, standing) = await MakeAsync(period, ledgers, updating, standings, catalogue, cancellationToken);
        var publishing = Task.Run(() => publisher.PublishAsync(period, summary, standing, cancellationToken), cancellationToken);
        models.Gather(summary, period);
        await Parallel.ForEachAsync(ValueChange.AllOf(summary, current, catalogue), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (of, token) =>
        {
            var code = of.Owner.Organisation.Code;
            var partition = LedgerKey.Of(period, code);
            IEnumerable<AlertCondition> question = asked.TryGetValue(code, out var condition) ? [condition] : [];
            IEnumerable<AlertCondition> All(LedgerSnapshot s) => [.. MovedAlert.Of(of.Owner, of.Changes, s.State.Alerts), .. question];
            if (!await each.TryAsync(partition, async () => Interlocked.Add(ref told, await alerts.WriteAsync(partition, ledgers.SnapshotOf(period, code), All, token))))
            {
                isWhole = false;
            }
        });

        await publishing;
        logger.PeriodPublished(period.ToString(), current.ByOrganisation.Count, told);
        return isWhole;
    }

    /// <summary>The page of a period, and what stands of it. Nothing else of their making is held any more, nor what it is compared with: of a whole country each is as much again.</summary>
    /// <param name="updating">Histories of those who changed the period: mostly waited for, while of a whole country the summary is as much work.</param>
    private async Task<(PeriodSummary Summary, StandingContent? Standing)> MakeAsync(
        Period period, LedgerWindow ledgers, Task updating, TargetStandings standings, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var published = publisher.ReadAsync(period, cancellationToken);
        var now = clock.GetUtcNow();
        var today = VietnamTime.DayOf(now);
        var summary = await Task.Run(() => ledgers.PartsOf(period).Summarise(now, catalogue), cancellationToken);
        ledgers.Made(period);
        await updating;
        var standing = await published;
        var series = await publisher.PublishSeriesAsync(summary, period.Frequency, cancellationToken);
        summary = summary.WithTargets(period, GroupSeries.Of(series, catalogue), await standings.OfAsync(summary, standing?.Page, period, cancellationToken), catalogue, today);
        return (summary, standing is null ? null : standing with { Page = standing.Page with { Organisations = [] } });
    }

    /// <summary>
    /// Whose values of the period, or those that they are judged by, may have changed: everybody's where that is not known. Of a ledger that is only partly
    /// written nothing is said.
    /// </summary>
    private static List<Organisation> Touched(IReadOnlyList<ChangedPeriod> changes, PeriodLedgers current, ReportingCatalogue catalogue)
    {
        var isEverybody = changes.Any(c => c.By.Count == 0 || c.By.Contains(LedgerKey.Amendment) || c.By.Contains(LedgerKey.Publication));
        var by = changes.SelectMany(c => c.By).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. current.ByOrganisation.Keys
                .Select(catalogue.FindOrganisation)
                .OfType<Organisation>()
                .Where(o => isEverybody || OrganisationSeries.CodesOf(o, catalogue).Any(by.Contains)),
        ];
    }
}
