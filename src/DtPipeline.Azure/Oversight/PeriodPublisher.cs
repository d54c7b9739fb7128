using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Azure.Oversight;

/// <summary>The read model <c>{period}.json</c>, and the figures of groups over all periods of its frequency.</summary>
public sealed class PeriodPublisher(PublishedBlobs blobs)
{
    public Task<bool> ExistsAsync(Period period, CancellationToken cancellationToken) => blobs.ExistsAsync(ReadModels.NameOf(period), cancellationToken);

    /// <summary>What stands of the period, as it is kept and as it is read; null where it was never published.</summary>
    public async Task<(PublishedBlob Blob, PeriodSummary Summary)?> ReadAsync(Period period, CancellationToken cancellationToken) =>
        await blobs.FindAsync(ReadModels.NameOf(period), cancellationToken) is { } blob ? (blob, blob.Read<PeriodSummary>()) : null;

    /// <summary>The figures of groups over all periods of a frequency.</summary>
    public async Task<IReadOnlyList<GroupPoint>> SeriesAsync(Frequency frequency, CancellationToken cancellationToken) =>
        (await blobs.FindAsync(SeriesOf(frequency), cancellationToken))?.Read<SeriesFile>().Points ?? [];

    /// <summary>Brings the figures of a period's groups into those of its frequency.</summary>
    /// <returns>All of them.</returns>
    public async Task<IReadOnlyList<GroupPoint>> PublishSeriesAsync(PeriodSummary summary, Frequency frequency, CancellationToken cancellationToken) =>
        (await blobs.FoldAsync<SeriesFile>(SeriesOf(frequency), before => new SeriesFile(With(before?.Points ?? [], summary)), cancellationToken))!.Points;

    /// <summary>Writes a period's summary, unless what stands says the same: then it goes on to say when it was made, and keeps its version.</summary>
    /// <param name="standing">As <see cref="ReadAsync"/> gave it.</param>
    public async Task PublishAsync(Period period, PeriodSummary summary, (PublishedBlob Blob, PeriodSummary Summary)? standing, CancellationToken cancellationToken)
    {
        if (standing is var (blob, said) && JsonOf(summary.MadeAsOf(said)).ToMemory().Span.SequenceEqual(blob.Content.ToMemory().Span))
        {
            return;
        }

        await blobs.WriteAsync(ReadModels.NameOf(period), JsonOf(summary), cancellationToken);
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

    private static BinaryData JsonOf(PeriodSummary summary) => BinaryData.FromObjectAsJson(summary, Json.Options);
}

/// <summary>All periods of one frequency: for each indicator and group its figures over time.</summary>
internal sealed record SeriesFile(IReadOnlyList<GroupPoint> Points);
