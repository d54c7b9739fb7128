using Azure;
using DtPipeline.Amending;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Storage;

/// <summary>What the ledger holds of every organisation and period, without its values: goes through the whole table.</summary>
public delegate Task<IReadOnlyDictionary<(string Organisation, string Period), FilingFacts>> ReadAllFacts(CancellationToken cancellationToken);

/// <summary>
/// The catalogue in force: each file from the container <c>catalogue</c> where it has one, else the embedded one. What changes there holds
/// within a minute. A catalogue that became wrong, or one that would judge the past anew and that nobody has confirmed, leaves the last one in
/// force, and the secretariat is told.
/// </summary>
public sealed class CatalogueStore(StorageAccount account, StoreVersion version, ReadAllFacts readFacts, PipelineSettings settings, TimeProvider clock, ILogger<CatalogueStore> logger) : IDisposable
{
    private readonly CatalogueBlobs blobs = new(account);
    private readonly SemaphoreSlim gate = new(1);
    private Loaded? loaded;

    /// <exception cref="InvalidOperationException">The catalogue in storage is wrong and there has been no good one; the message names every bad line. Nothing is processed with half a catalogue.</exception>
    public async Task<ReportingCatalogue> GetAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Standing.Catalogue;

    /// <summary>What tells the catalogue in force from others: <see cref="CatalogueFiles.Hash"/>.</summary>
    public async Task<string> HashAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Standing.Hash;

    /// <summary>The same, with what is wrong in storage and what waits there.</summary>
    public async Task<StandingCatalogue> StandingAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Standing;

    /// <summary>What stands in storage now, with everything that is wrong with it, whether it is in force or not.</summary>
    public async Task<CatalogueReading> ReadAsync(CancellationToken cancellationToken) =>
        Read(await FilesAsync(cancellationToken));

    /// <summary>The files of it.</summary>
    public async Task<CatalogueFiles> FilesAsync(CancellationToken cancellationToken) => await blobs.ReadAsync(await blobs.TagsAsync(cancellationToken), cancellationToken);

    /// <summary>What a catalogue would change of the one in force: its own files over those in storage.</summary>
    /// <returns>Null where it is wrong; the reading says how.</returns>
    public async Task<(CatalogueReading Reading, HeldCatalogue? Changes)> CompareAsync(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, CancellationToken cancellationToken)
    {
        var tags = await blobs.TagsAsync(cancellationToken);
        var standing = await blobs.ReadAsync(tags, cancellationToken);
        var asked = standing.With(files);
        var reading = Read(asked);
        var before = (await blobs.ReadInForceAsync(cancellationToken))?.Catalogue.Files.With(standing) ?? standing;
        return reading.Catalogue is null || Read(before).Catalogue is not { } old
            ? (reading, null)
            : (reading, await CompareAsync(before, old, asked, reading.Catalogue, cancellationToken));
    }

    /// <summary>Says that the catalogue in storage is meant, whatever it makes of the past.</summary>
    /// <returns>Whether it is in force now. Not where another than the one of <paramref name="hash"/> stands there, or where it is impossible.</returns>
    public async Task<bool> ConfirmAsync(string hash, string by, CancellationToken cancellationToken)
    {
        if (await HeldAnewAsync(cancellationToken) is not { } held || held.Hash != hash || held.Diff.Impossible.Any())
        {
            return false;
        }

        await blobs.ConfirmAsync(hash, new CatalogueConfirmation(by, clock.GetUtcNow()), cancellationToken);
        return await HeldAnewAsync(cancellationToken) is null;
    }

    /// <summary>Every catalogue by which the past was judged anew, in any order.</summary>
    public async Task<IReadOnlyList<ConfirmedCatalogue>> ConfirmedAsync(CancellationToken cancellationToken)
    {
        var confirmed = new List<ConfirmedCatalogue>();
        await foreach (var catalogue in blobs.HistoryAsync(cancellationToken))
        {
            confirmed.AddRange(catalogue.Confirmed is { } word ? [word] : []);
        }

        confirmed.AddRange((await StandingAsync(cancellationToken)).Confirmed is { } standing ? [standing] : []);
        return [.. confirmed.DistinctBy(c => (c.Hash, c.At))];
    }

    /// <summary>Those of the last day: of what they change something may be left to do.</summary>
    public async Task<IReadOnlyList<ConfirmedCatalogue>> LatelyConfirmedAsync(CancellationToken cancellationToken) =>
        (await StandingAsync(cancellationToken)).Confirmed is { } last && IsLately(last) ? [.. (await ConfirmedAsync(cancellationToken)).Where(IsLately)] : [];

    /// <summary>Whether every receipt says how it was judged anew by a catalogue that was confirmed.</summary>
    public Task<bool> IsToldAsync(ConfirmedCatalogue confirmed, CancellationToken cancellationToken) => blobs.IsToldAsync(confirmed, cancellationToken);

    public Task MarkToldAsync(ConfirmedCatalogue confirmed, CancellationToken cancellationToken) => blobs.MarkToldAsync(confirmed, cancellationToken);

    /// <summary>Puts a file into the container, by those who may write there.</summary>
    public Task PutAsync(string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => blobs.PutAsync(file, content, cancellationToken);

    public void Dispose() => gate.Dispose();

    private async Task<HeldCatalogue?> HeldAnewAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken, anew: true)).Standing.Held;

    private async Task<Loaded> LookAsync(CancellationToken cancellationToken, bool anew = false)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (anew || loaded is null || clock.GetElapsedTime(loaded.LookedAt) >= settings.CatalogueEvery)
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
        var tags = await blobs.TagsAsync(cancellationToken);
        if (loaded is not null && tags.SequenceEqual(loaded.Tags) && !await IsConfirmedAsync(loaded.Standing.Held, cancellationToken))
        {
            return loaded with { LookedAt = now };
        }

        var files = await blobs.ReadAsync(tags, cancellationToken);
        var reading = Read(files);
        foreach (var problem in reading.Problems)
        {
            logger.CatalogueProblem(problem.ToString());
        }

        var before = await blobs.ReadInForceAsync(cancellationToken);
        var old = before is { } known ? Read(known.Catalogue.Files.With(files)).Catalogue : null;
        if (reading.Catalogue is not { } read)
        {
            return old is null
                ? throw new InvalidOperationException($"The catalogue cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, reading.Problems)}")
                : new Loaded(new StandingCatalogue(old, before!.Value.Catalogue.Hash, reading.Problems, null, before.Value.Catalogue.Confirmed), tags, now);
        }

        var hash = files.Hash;
        ConfirmedCatalogue? confirmed = null;
        if (before is { Catalogue: var standing } && old is not null)
        {
            if (standing.Hash == hash)
            {
                return new Loaded(new StandingCatalogue(read, hash, reading.Problems, null, standing.Confirmed), tags, now);
            }

            (var held, confirmed) = await JudgeAsync(standing, old, files, read, cancellationToken);
            if (held is not null)
            {
                return new Loaded(new StandingCatalogue(old, standing.Hash, reading.Problems, held, standing.Confirmed), tags, now);
            }
        }

        confirmed ??= before?.Catalogue.Confirmed;
        await blobs.PutInForceAsync(new CatalogueInForce(hash, clock.GetUtcNow(), files.Judging, confirmed), before, cancellationToken);
        return new Loaded(new StandingCatalogue(read, hash, reading.Problems, null, confirmed), tags, now);
    }

    private bool IsLately(ConfirmedCatalogue confirmed) => clock.GetUtcNow() - confirmed.At <= TimeSpan.FromDays(1);

    private async Task<bool> IsConfirmedAsync(HeldCatalogue? held, CancellationToken cancellationToken) =>
        held is not null && !held.Diff.Impossible.Any() && await blobs.FindConfirmationAsync(held.Hash, cancellationToken) is not null;

    /// <returns>What keeps a catalogue from being taken in force; or null, and the word of who has confirmed it where somebody had to.</returns>
    private async Task<(HeldCatalogue? Held, ConfirmedCatalogue? Confirmed)> JudgeAsync(
        CatalogueInForce before, ReportingCatalogue old, CatalogueFiles files, ReportingCatalogue read, CancellationToken cancellationToken)
    {
        if (!CatalogueDiff.MayReachBack(old, read, VietnamTime.DayOf(clock.GetUtcNow()), settings.Timing))
        {
            return (null, null);
        }

        var changes = await CompareAsync(before.Files.With(files), old, files, read, cancellationToken);
        if (!changes.Diff.ReachesBack)
        {
            return (null, null);
        }

        return !changes.Diff.Impossible.Any() && await blobs.FindConfirmationAsync(changes.Hash, cancellationToken) is { } word
            ? (null, new ConfirmedCatalogue(changes.Hash, word.By, word.At, changes.Lines, changes.Diff))
            : (changes, null);
    }

    private async Task<HeldCatalogue> CompareAsync(CatalogueFiles before, ReportingCatalogue old, CatalogueFiles after, ReportingCatalogue read, CancellationToken cancellationToken) => new(
        after.Hash,
        before.ChangesTo(after),
        CatalogueDiff.Of(old, read, await readFacts(cancellationToken), VietnamTime.DayOf(clock.GetUtcNow()), settings.Timing));

    private CatalogueReading Read(CatalogueFiles files) => files.Read(settings.AllowPrivateSources);

    private sealed record Loaded(StandingCatalogue Standing, SortedDictionary<string, ETag> Tags, long LookedAt);
}

/// <param name="Catalogue">The one in force.</param>
/// <param name="Problems">Lines in storage that do not count, or that keep the newest catalogue from being used.</param>
/// <param name="Held">The newest catalogue, where it waits for somebody to say that it is meant.</param>
/// <param name="Confirmed">Who has said so of the one in force, or of the last one before it of which somebody had to; null where nobody ever had to.</param>
public sealed record StandingCatalogue(
    ReportingCatalogue Catalogue, string Hash, IReadOnlyList<CatalogueProblem> Problems, HeldCatalogue? Held, ConfirmedCatalogue? Confirmed);
