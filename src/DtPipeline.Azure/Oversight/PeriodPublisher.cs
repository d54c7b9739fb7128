using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Oversight;

/// <summary>The container <c>published</c>: read models for the page, one blob a view.</summary>
public sealed class PeriodPublisher(StorageAccount account)
{
    private static readonly BlobHttpHeaders Headers = new() { ContentType = "application/json; charset=utf-8", CacheControl = "max-age=60" };

    public async Task<bool> ExistsAsync(Period period, CancellationToken cancellationToken) =>
        await Blob(period.ToString()).ExistsAsync(cancellationToken);

    /// <returns>The period's summary as JSON; null where it was never published.</returns>
    public async Task<BinaryData?> ReadAsync(string period, CancellationToken cancellationToken) => await ReadAsync(Blob(period), cancellationToken);

    public async Task PublishAsync(PeriodSummary summary, Frequency frequency, CancellationToken cancellationToken)
    {
        await WriteAsync(Blob(summary.Period), BinaryData.FromObjectAsJson(summary, Json.Indented), cancellationToken);

        var seriesBlob = account.Published.GetBlobClient($"series/{frequency.Name().En}.json");
        var series = (await ReadAsync(seriesBlob, cancellationToken))?.ToObjectFromJson<SeriesFile>(Json.Options) ?? new SeriesFile([]);
        await WriteAsync(seriesBlob, BinaryData.FromObjectAsJson(series.With(summary), Json.Options), cancellationToken);
    }

    private BlobClient Blob(string period) => account.Published.GetBlobClient($"{period}.json");

    private static async Task<BinaryData?> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static async Task WriteAsync(BlobClient blob, BinaryData content, CancellationToken cancellationToken) =>
        await blob.UploadAsync(content, new BlobUploadOptions { HttpHeaders = Headers }, cancellationToken);
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
