using System.Text.Json;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Time;

namespace DtPipeline.Azure.Publishing;

/// <summary>The read models <c>alerts.json</c>, <c>arrivals.json</c> and <c>tasks.json</c>. Only the roll-up writes them, one run after the other.</summary>
public sealed class ListPublisher(PublishedBlobs blobs, AlertInbox inbox, TaskStore tasks, CatalogueStore catalogues, TimeProvider clock)
{
    /// <returns>The marks of what is listed now.</returns>
    public async Task<IReadOnlyList<PendingMark>> RunAsync(Changes changes, EachItem each, CancellationToken cancellationToken)
    {
        var done = new List<PendingMark>();
        (string Name, IReadOnlyList<PendingMark> Marks, Func<Task> ListAsync)[] lists =
        [
            (ReadModels.Alerts, changes.Alerts, () => ListAlertsAsync(changes.Alerts, cancellationToken)),
            (ReadModels.Arrivals, changes.Arrivals, () => ListArrivalsAsync(changes.Arrivals, cancellationToken)),
            (ReadModels.Tasks, changes.Tasks, () => ListTasksAsync(each, cancellationToken)),
        ];
        foreach (var (name, marks, list) in lists)
        {
            if (marks.Count > 0 && await each.TryAsync(name, list))
            {
                done.AddRange(marks);
            }
        }

        return done;
    }

    /// <summary>Whether the list of alerts says what another day, or the end of a snooze, has made wrong.</summary>
    public async Task<bool> AreAlertsOutdatedAsync(CancellationToken cancellationToken) =>
        (await blobs.FindAsync(ReadModels.Alerts, cancellationToken))?.Read<AlertList>() is not { } list || list.IsOutdated(clock.GetUtcNow());

    /// <summary>Whether the list of tasks is not of today.</summary>
    public async Task<bool> AreTasksOutdatedAsync(CancellationToken cancellationToken) =>
        (await blobs.FindAsync(ReadModels.Tasks, cancellationToken))?.Read<TaskList>().Day != VietnamTime.DayOf(clock.GetUtcNow());

    /// <summary>Those that have changed alone, where the rest is as of today.</summary>
    private async Task ListAlertsAsync(IReadOnlyList<PendingMark> changed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = VietnamTime.DayOf(now);
        var standing = (await blobs.FindAsync(ReadModels.Alerts, cancellationToken))?.Read<AlertList>();
        var isWhole = standing is null || standing.IsOutdated(now) || changed.Any(m => m.Name.Length == 0);
        var alerts = new List<(string Organisation, string Key, ListedAlert? Alert)>();
        foreach (var (organisation, key) in isWhole ? [] : changed.Select(m => m.Name.Split('~', 2)).Select(n => (n[0], n[1])))
        {
            var alert = await inbox.FindAsync(organisation, key, cancellationToken);
            alerts.Add((organisation, key, alert is null ? null : ListedAlert.Of(alert, today)));
        }

        var all = isWhole ? new AlertList(today, []).With([.. (await inbox.StandingAsync(cancellationToken)).Select(a => (a.Subject.Organisation, a.Subject.Key, (ListedAlert?)ListedAlert.Of(a, today)))]) : null;
        await blobs.FoldAsync<AlertList>(ReadModels.Alerts, known => all ?? (known ?? new AlertList(today, [])).With(alerts), cancellationToken);
    }

    private async Task ListArrivalsAsync(IReadOnlyList<PendingMark> arrivals, CancellationToken cancellationToken)
    {
        var files = arrivals.Select(m => JsonSerializer.Deserialize<Arrival>(m.Content!, Json.Options)!).ToList();
        await blobs.FoldAsync<ArrivalList>(ReadModels.Arrivals, known => (known ?? new ArrivalList([])).With(files), cancellationToken);
    }

    private async Task ListTasksAsync(EachItem each, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var standings = await tasks.StandingsAsync(today, catalogue, each, cancellationToken);
        await blobs.FoldAsync<TaskList>(ReadModels.Tasks, _ => TaskList.Of(standings, today, catalogue), cancellationToken);
    }
}
