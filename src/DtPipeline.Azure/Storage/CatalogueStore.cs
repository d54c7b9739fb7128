using Azure;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Storage;

/// <summary>The catalogue in force: each file from the container <c>catalogue</c> where it has one, else the embedded one. Read once a process.</summary>
public sealed class CatalogueStore(StorageAccount account, PipelineSettings settings)
{
    private readonly Lock gate = new();
    private Task<ReportingCatalogue>? loading;

    /// <exception cref="InvalidOperationException">The catalogue in storage is wrong; the message names every bad line. Nothing is processed with half a catalogue.</exception>
    public Task<ReportingCatalogue> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (loading is null or { IsFaulted: true } or { IsCanceled: true })
            {
                loading = LoadAsync(CancellationToken.None);
            }

            return loading.WaitAsync(cancellationToken);
        }
    }

    private async Task<ReportingCatalogue> LoadAsync(CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var file in CatalogueReader.Files)
        {
            texts[file] = await TextOfAsync(file, cancellationToken) ?? DefaultCatalogue.TextOf(file);
        }

        var reading = CatalogueReader.Read(file => texts[file], settings.AllowPrivateSources);
        return reading.Catalogue
            ?? throw new InvalidOperationException($"The catalogue cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, reading.Problems)}");
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
            return null;
        }
    }
}
