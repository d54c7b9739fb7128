using System.Globalization;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Oracle.Tests.Product;

/// <summary>The whole pipeline, on Azurite and the local Service Bus: files go in as blobs, and its tables and published figures are read.</summary>
internal sealed class StoredProduct(TestPipeline pipeline, Simulation simulation) : IAsyncDisposable
{
    private readonly CatalogueShelf shelf = new(pipeline, simulation);

    public StoredRows Rows { get; } = new(pipeline.Account);

    public static async Task<StoredProduct> StartAsync(Simulation simulation)
    {
        var pipeline = await TestPipeline.StartAsync(Said(new DateTimeOffset(simulation.Plan.From, new TimeOnly(6, 0), TimeSpan.FromHours(7))), settings: new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "00:00:00" });
        return new StoredProduct(pipeline, simulation);
    }

    /// <summary>Drops a file at its time.</summary>
    /// <returns>What it says, under the id and with the second that the receipt gives.</returns>
    public async Task<Filing> DropAsync(SentFile sent)
    {
        await SetAsync(sent.Filing.UploadedAt);
        await pipeline.TakeAsync(await pipeline.UploadAsync(sent.Path, sent.Content));
        return await Rows.AnsweredAsync(sent);
    }

    /// <summary>Runs what the timers run until nothing is left, and delivers what they send.</summary>
    public async Task SettleAsync(DateTimeOffset moment)
    {
        await SetAsync(moment);
        await pipeline.SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await pipeline.DisposeAsync();
        await SharedAzurite.EndAsync();
    }

    /// <summary>Sets the clock, and puts the catalogue there that is in force on the day.</summary>
    private async Task SetAsync(DateTimeOffset moment)
    {
        pipeline.Clock.Set(Said(moment));
        await shelf.PutAsync(DateOnly.FromDateTime(moment.DateTime));
    }

    private static string Said(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);
}
