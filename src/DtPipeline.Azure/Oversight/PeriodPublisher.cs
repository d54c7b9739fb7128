using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Azure.Oversight;

/// <summary>The read model <c>{period}.json</c>, and the figures of groups over all periods of its frequency.</summary>
public sealed class PeriodPublisher(PublishedBlobs blobs)
{
    public Task<bool> ExistsAsync(Period period, CancellationToken cancellationToken) => blobs.ExistsAsync(NameOf(period.ToString()), cancellationToken);

    /// <returns>The period's summary as JSON; null where it was never published.</returns>
    public async Task<BinaryData?> ReadAsync(string period, CancellationToken cancellationToken) => (await blobs.FindAsync(NameOf(period), cancellationToken))?.Content;

    /// <summary>What was published of the period last; null where nothing was.</summary>
    public async Task<PeriodSummary?> FindAsync(Period period, CancellationToken cancellationToken) =>
        (await ReadAsync(period.ToString(), cancellationToken))?.ToObjectFromJson<PeriodSummary>(Json.Options);

    /// <summary>The figures of groups over all periods of a frequency.</summary>
    public async Task<IReadOnlyList<GroupPoint>> SeriesAsync(Frequency frequency, CancellationToken cancellationToken) =>
        (await blobs.FindAsync(SeriesOf(frequency), cancellationToken))?.Content.ToObjectFromJson<SeriesFile>(Json.Options)?.Points ?? [];

    /// <param name="series">Those of the period's frequency, with the period's own.</param>
    public async Task PublishAsync(PeriodSummary summary, Frequency frequency, IReadOnlyList<GroupPoint> series, CancellationToken cancellationToken)
    {
        await blobs.WriteAsync(NameOf(summary.Period), BinaryData.FromObjectAsJson(summary, Json.Indented), cancellationToken);
        await blobs.WriteAsync(SeriesOf(frequency), BinaryData.FromObjectAsJson(new SeriesFile(series), Json.Options), cancellationToken);
    }

    /// <summary>The figures of a period's groups in place of all that was known of it.</summary>
    public static IReadOnlyList<GroupPoint> With(IEnumerable<GroupPoint> series, PeriodSummary summary) =>
    [
        .. series
            .Where(p => p.Period != summary.Period)
            .Concat(GroupSeries.PointsOf(summary))
            .OrderBy(p => p.Indicator, StringComparer.Ordinal)
            .ThenBy(p => p.Group, StringComparer.Ordinal)
            .ThenBy(p => p.Period, StringComparer.Ordinal),
    ];

    private static string SeriesOf(Frequency frequency) => $"series/{frequency.Name().En}.json";

    private static string NameOf(string period) => PublishedBlobs.OfPeriod(period);
}

/// <summary>All periods of one frequency: for each indicator and group its figures over time.</summary>
internal sealed record SeriesFile(IReadOnlyList<GroupPoint> Points);
