using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Oversight;

/// <summary>The read model <c>{period}.json</c>, and the figures of groups over all periods of its frequency.</summary>
public sealed class PeriodPublisher(PublishedBlobs blobs)
{
    public Task<bool> ExistsAsync(Period period, CancellationToken cancellationToken) => blobs.ExistsAsync(NameOf(period.ToString()), cancellationToken);

    /// <returns>The period's summary as JSON; null where it was never published.</returns>
    public async Task<BinaryData?> ReadAsync(string period, CancellationToken cancellationToken) => (await blobs.FindAsync(NameOf(period), cancellationToken))?.Content;

    public async Task PublishAsync(PeriodSummary summary, Frequency frequency, CancellationToken cancellationToken)
    {
        await blobs.WriteAsync(NameOf(summary.Period), BinaryData.FromObjectAsJson(summary, Json.Indented), cancellationToken);

        var name = $"series/{frequency.Name().En}.json";
        var series = (await blobs.FindAsync(name, cancellationToken))?.Content.ToObjectFromJson<SeriesFile>(Json.Options) ?? new SeriesFile([]);
        await blobs.WriteAsync(name, BinaryData.FromObjectAsJson(series.With(summary), Json.Options), cancellationToken);
    }

    private static string NameOf(string period) => $"{period}.json";
}

/// <summary>All periods of one frequency: for each indicator and group its figures over time.</summary>
internal sealed record SeriesFile(IReadOnlyList<SeriesPoint> Points)
{
    public SeriesFile With(PeriodSummary summary) => new(
    [
        .. Points
            .Where(p => p.Period != summary.Period)
            .Concat(summary.Indicators.SelectMany(i => i.Groups.Where(g => g.Figure.Reported > 0).Select(g => new SeriesPoint(
                i.Code, g.Group, summary.Period, g.Figure.Value, g.Figure.Reported, g.Figure.Owed))))
            .OrderBy(p => p.Indicator, StringComparer.Ordinal)
            .ThenBy(p => p.Group, StringComparer.Ordinal)
            .ThenBy(p => p.Period, StringComparer.Ordinal),
    ]);
}

internal sealed record SeriesPoint(string Indicator, string Group, string Period, double? Value, int Reported, int Owed);
