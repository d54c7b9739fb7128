using System.Globalization;
using Azure.Storage.Sas;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Pages;

/// <summary>A pipeline that answers reports, and addresses under which a browser reads the answers.</summary>
public sealed class WrittenReceipts : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2023, 3, 20, 9, 0, 0, TimeSpan.FromHours(7));

    private TestPipeline? pipeline;
    private int written;

    /// <summary>Begins with a whole report, so that the others show their own faults alone and not what they leave out.</summary>
    public async ValueTask InitializeAsync()
    {
        pipeline = await TestPipeline.StartAsync(Start.AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture));
        var catalogue = await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        var whole = catalogue.Forms.Single(f => f.Code == "PROV-Q").Indicators.Where(i => i.Required).Select(i => $"{i.Indicator},không phát sinh");
        await pipeline.DropAsync("P63-04/2023-Q1/day-du.csv", $"indicator,value\n{string.Join('\n', whole)}\n");
    }

    /// <returns>Where the page of the report's receipt is.</returns>
    public async Task<string> WriteAsync(string report, string organisation = "P63-04")
    {
        // A minute apart, so that the order of upload does not hang on how fast the machine is.
        pipeline!.Clock.Set(Start.AddMinutes(written).ToString("O", CultureInfo.InvariantCulture));

        // Each with a value of its own: a file that repeats the one before it would be answered as a duplicate.
        var path = string.Create(CultureInfo.InvariantCulture, $"{organisation}/2023-Q1/bao-cao-{++written}.csv");
        await pipeline.DropAsync(path, string.Create(CultureInfo.InvariantCulture, $"{report}DE-08,{written}\n"));
        return pipeline.Account.Receipts.GetBlobClient(path + ".receipt.html")
            .GenerateSasUri(BlobSasPermissions.Read, TimeProvider.System.GetUtcNow().AddHours(1)).AbsoluteUri;
    }

    public async ValueTask DisposeAsync() => await pipeline!.DisposeAsync();
}
