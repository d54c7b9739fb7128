using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Answers.Briefs;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Briefing;

/// <summary>
/// In the container <c>published</c> the briefs, as <c>briefs/{period}/{moment}/</c>. What is there is never changed, but for words that are erased: a brief that was
/// read out says tomorrow what it said. Its figures are written last and mark it as whole.
/// </summary>
public sealed class BriefStore(StorageAccount account)
{
    public const string Figures = "figures.json";
    public const string FiguresType = "application/json; charset=utf-8";

    private const string Root = "briefs/";
    private const string ErasedAtKey = "erasedat";

    /// <summary>All that are whole, the newest first.</summary>
    public async Task<IReadOnlyList<BriefEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<BriefEntry>();
        await foreach (var blob in account.Published.GetBlobsAsync(BlobTraits.None, BlobStates.None, Root, cancellationToken))
        {
            if (blob.Name[Root.Length..].Split('/') is [var period, var moment, Figures] && BriefEntry.Parse(period, moment) is { } entry)
            {
                found.Add(entry);
            }
        }

        return [.. found.OrderByDescending(e => e.AsOf).ThenByDescending(e => e.Period.LastDay).ThenByDescending(e => e.Period.ToString(), StringComparer.Ordinal)];
    }

    /// <returns>Null where there is none; with when something was erased from it.</returns>
    public async Task<(BinaryData Content, string Type, DateTimeOffset? ErasedAt)?> FindAsync(BriefEntry entry, string file, CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await account.Published.GetBlobClient($"{Root}{entry.Folder}{file}").DownloadContentAsync(cancellationToken)).Value;
            DateTimeOffset? erasedAt = blob.Details.Metadata.TryGetValue(ErasedAtKey, out var at) ? DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture) : null;
            return (blob.Content, blob.Details.ContentType, erasedAt);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <returns>Null where the brief is not there.</returns>
    public async Task<IReadOnlyList<BriefFigure>?> FiguresAsync(BriefEntry entry, CancellationToken cancellationToken) =>
        await FindAsync(entry, Figures, cancellationToken) is { } found ? JsonSerializer.Deserialize<List<BriefFigure>>(found.Content, Json.Options) : null;

    public static BinaryData Written(IReadOnlyCollection<BriefFigure> figures) => BinaryData.FromObjectAsJson(figures, Json.Indented);

    public async Task WriteAsync(BriefEntry entry, Brief brief, CancellationToken cancellationToken)
    {
        foreach (var document in brief.Documents)
        {
            await WriteAsync(entry, document.Name, document.Type, BinaryData.FromBytes(document.Content), cancellationToken);
        }

        await WriteAsync(entry, Figures, FiguresType, Written(brief.Figures), cancellationToken);
    }

    /// <summary>Puts a file of a brief in the place of the one from which something is erased, and leaves no version of that.</summary>
    internal async Task EraseAsync(BriefEntry entry, string file, string type, BinaryData content, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var name = $"{Root}{entry.Folder}{file}";
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [ErasedAtKey] = at.ToString("O", CultureInfo.InvariantCulture) };
        await account.Published.GetBlobClient(name).UploadAsync(content, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type }, Metadata = metadata }, cancellationToken);
        var older = new List<BlobItem>();
        await foreach (var blob in account.Published.GetBlobsAsync(BlobTraits.None, BlobStates.Version, name, cancellationToken))
        {
            older.AddRange(blob.Name == name && blob.VersionId is not null && blob.IsLatestVersion != true ? [blob] : []);
        }

        await BlobVersions.DeleteAsync(account.Published, older, cancellationToken);
    }

    private async Task WriteAsync(BriefEntry entry, string file, string type, BinaryData content, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = type },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await account.Published.GetBlobClient($"{Root}{entry.Folder}{file}").UploadAsync(content, options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            // A run before this one has written it, of the same moment.
        }
    }
}
