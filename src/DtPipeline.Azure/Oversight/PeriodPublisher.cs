using System.Security.Cryptography;
using System.Text.Json;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Azure.Oversight;

/// <summary>The read model <c>{period}.json</c>, and the figures of groups over all periods of its frequency.</summary>
public sealed class PeriodPublisher(PublishedBlobs blobs)
{
    // Of a whole country a page is tens of megabytes: on its way to the storage it is in a file that nobody else can open and that is gone when it is closed.
    private static readonly FileStreamOptions Passing = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        BufferSize = 65_536,
    };

    public Task<bool> ExistsAsync(Period period, CancellationToken cancellationToken) => blobs.ExistsAsync(ReadModels.NameOf(period), cancellationToken);

    /// <returns>Null where it was never published.</returns>
    public async Task<StandingContent?> ReadAsync(Period period, CancellationToken cancellationToken)
    {
        if (await blobs.OpenAsync(ReadModels.NameOf(period), cancellationToken) is not { } content)
        {
            return null;
        }

        using var hash = SHA256.Create();
        await using var read = new CryptoStream(content, hash, CryptoStreamMode.Read);
        var page = await JsonSerializer.DeserializeAsync<StandingPage>(read, Json.Options, cancellationToken);
        return new StandingContent(page!, hash.Hash!);
    }

    /// <summary>The figures of groups over all periods of a frequency.</summary>
    public async Task<IReadOnlyList<GroupPoint>> SeriesAsync(Frequency frequency, CancellationToken cancellationToken) =>
        (await blobs.FindAsync(SeriesOf(frequency), cancellationToken))?.Read<SeriesFile>().Points ?? [];

    /// <summary>Brings the figures of a period's groups into those of its frequency.</summary>
    /// <returns>All of them.</returns>
    public async Task<IReadOnlyList<GroupPoint>> PublishSeriesAsync(PeriodSummary summary, Frequency frequency, CancellationToken cancellationToken) =>
        (await blobs.FoldAsync<SeriesFile>(SeriesOf(frequency), before => new SeriesFile(With(before?.Points ?? [], summary)), cancellationToken))!.Points;

    /// <summary>Writes a period's summary, unless what stands says the same: then it goes on to say when it was made, and keeps its version.</summary>
    /// <param name="standing">As <see cref="ReadAsync"/> gave it.</param>
    public async Task PublishAsync(Period period, PeriodSummary summary, StandingContent? standing, CancellationToken cancellationToken)
    {
        if (standing is var (page, hash) && HashOf(summary.MadeAsOf(page)).AsSpan().SequenceEqual(hash))
        {
            return;
        }

        await using var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Passing);
        JsonSerializer.Serialize(file, summary, Json.Options);
        file.Position = 0;
        await blobs.WriteAsync(ReadModels.NameOf(period), file, cancellationToken);
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

    private static byte[] HashOf(PeriodSummary summary)
    {
        using var hash = SHA256.Create();
        using (var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(sink, summary, Json.Options);
        }

        return hash.Hash!;
    }
}

/// <summary>What stands of a period.</summary>
/// <param name="Hash">SHA-256 of the whole content.</param>
public sealed record StandingContent(StandingPage Page, byte[] Hash);

/// <summary>All periods of one frequency: for each indicator and group its figures over time.</summary>
internal sealed record SeriesFile(IReadOnlyList<GroupPoint> Points);
