using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Storage;

/// <summary>
/// The catalogue in force: each file from the container <c>catalogue</c> where it has one, else the embedded one. What changes there holds
/// within a minute; a catalogue that became wrong leaves the last good one in force, also of an app that starts then, and the secretariat is told.
/// </summary>
public sealed class CatalogueStore(StorageAccount account, StoreVersion version, PipelineSettings settings, TimeProvider clock, ILogger<CatalogueStore> logger) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly LastGoodCatalogue lastGood = new(account);
    private Loaded? loaded;

    /// <exception cref="InvalidOperationException">The catalogue in storage is wrong and none was ever good; the message names every bad line. Nothing is processed with half a catalogue.</exception>
    public async Task<ReportingCatalogue> GetAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Catalogue;

    /// <summary>What tells the catalogue in force from others: the beginning of the SHA-256 of its files.</summary>
    public async Task<string> HashAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Hash;

    /// <summary>Lines in storage that do not count, or that keep the newest catalogue from being used.</summary>
    public async Task<IReadOnlyList<CatalogueProblem>> ProblemsAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Problems;

    /// <summary>What stands in storage now, with everything that is wrong with it, whether it is in force or not.</summary>
    public async Task<CatalogueReading> ReadAsync(CancellationToken cancellationToken) =>
        ReadingOf(await TextsAsync(await TagsAsync(cancellationToken), cancellationToken));

    public void Dispose() => gate.Dispose();

    private async Task<Loaded> LookAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (loaded is null || clock.GetElapsedTime(loaded.LookedAt) >= settings.CatalogueEvery)
            {
                // As often as the catalogue: an app that runs stops when a newer one has written what it would misread.
                await version.EnsureAsync(cancellationToken);
                loaded = await LoadAsync(clock.GetTimestamp(), cancellationToken);
            }

            return loaded;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Loaded> LoadAsync(long now, CancellationToken cancellationToken)
    {
        var tags = await TagsAsync(cancellationToken);
        if (loaded is not null && tags.SequenceEqual(loaded.Tags))
        {
            return loaded with { LookedAt = now };
        }

        var texts = await TextsAsync(tags, cancellationToken);
        var reading = ReadingOf(texts);
        foreach (var problem in reading.Problems)
        {
            logger.CatalogueProblem(problem.ToString());
        }

        if (reading.Catalogue is not null)
        {
            await lastGood.KeepAsync(texts, cancellationToken);
        }

        if (reading.Catalogue is null && loaded is not null)
        {
            return loaded with { Problems = reading.Problems, Tags = tags, LookedAt = now };
        }

        var inForce = reading.Catalogue is null ? await lastGood.ReadAsync(cancellationToken) : texts;
        var catalogue = reading.Catalogue ?? (inForce is null ? null : ReadingOf(inForce).Catalogue)
            ?? throw new InvalidOperationException($"The catalogue cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, reading.Problems)}");
        return new Loaded(catalogue, LastGoodCatalogue.HashOf(inForce!), reading.Problems, tags, now);
    }

    private CatalogueReading ReadingOf(IReadOnlyDictionary<string, string?> texts) => CatalogueReader.Read(file => texts.GetValueOrDefault(file), settings.AllowPrivateSources);

    private async Task<IReadOnlyDictionary<string, string?>> TextsAsync(SortedDictionary<string, ETag> tags, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var file in CatalogueReader.Files)
        {
            texts[file] = tags.ContainsKey(file) ? await TextOfAsync(file, cancellationToken) : DefaultCatalogue.TextOf(file);
        }

        return texts;
    }

    private async Task<SortedDictionary<string, ETag>> TagsAsync(CancellationToken cancellationToken)
    {
        var tags = new SortedDictionary<string, ETag>(StringComparer.Ordinal);
        await foreach (var blob in account.Catalogue.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            tags[blob.Name] = blob.Properties.ETag!.Value;
        }

        return tags;
    }

    private async Task<string?> TextOfAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var content = await account.Catalogue.GetBlobClient(file).DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return DefaultCatalogue.TextOf(file);
        }
    }

    private sealed record Loaded(ReportingCatalogue Catalogue, string Hash, IReadOnlyList<CatalogueProblem> Problems, SortedDictionary<string, ETag> Tags, long LookedAt);
}
