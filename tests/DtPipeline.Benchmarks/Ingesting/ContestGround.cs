using DtPipeline.Benchmarks.Stores;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>Three accounts of one Azurite: reports as CSV and what is made of them, as XLSX, and what the bare loop writes.</summary>
internal sealed record ContestGround(MemoryStore Csv, MemoryStore Xlsx, MemoryStore Bare) : IAsyncDisposable
{
    private const int AtOnce = 8;
    private const int Seed = 20240620;

    /// <param name="warmUp">The first organisations, who have nothing but a report for that.</param>
    public static async Task<ContestGround> StartAsync(int warmUp, int organisations, int indicators)
    {
        var random = new Random(Seed);
        return new ContestGround(
            await FilledAsync(warmUp, organisations, indicators, "csv", () => BinaryData.FromString(BigForm.TextOf(random, indicators))),
            await FilledAsync(warmUp, organisations, indicators, "xlsx", () => BinaryData.FromBytes(BigForm.WorkbookOf(random, indicators))),
            await OpenAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Csv.DisposeAsync();
        await Xlsx.DisposeAsync();
        await Bare.DisposeAsync();
        await SharedAzurite.EndAsync();
    }

    private static async Task<MemoryStore> FilledAsync(int warmUp, int organisations, int indicators, string format, Func<BinaryData> report)
    {
        var store = await OpenAsync();
        await BigForm.PutAsync(store, warmUp + organisations, indicators, owedFrom: Quarter.WarmUp.Period);
        var codes = MemoryStore.Codes(warmUp + organisations).ToList();
        var paths = codes.Take(warmUp).Select(o => Quarter.WarmUp.PathOf(o, format)).Concat(Quarter.Both.SelectMany(q => codes.Skip(warmUp).Select(o => q.PathOf(o, format))));
        var reports = paths.Select(p => (Path: p, Content: report())).ToList();
        await Parallel.ForEachAsync(reports, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (r, cancellationToken) =>
            await store.Account.Reports.GetBlobClient(r.Path).UploadAsync(r.Content, cancellationToken));
        return store;
    }

    private static async Task<MemoryStore> OpenAsync() => await MemoryStore.OpenAsync(await SharedAzurite.NewAccountAsync(), TimeProvider.System);
}
