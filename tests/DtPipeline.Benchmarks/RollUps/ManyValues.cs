using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Ledger;

namespace DtPipeline.Benchmarks.RollUps;

/// <summary>A storage with two quarters of many organisations that owe many indicators in one form: every file was read, checked and committed as it is when it comes.</summary>
internal sealed class ManyValues : IAsyncDisposable
{
    public const string Current = "2024-Q2";

    private const int AtOnce = 8;
    private const int Seed = 20240620;
    private static readonly (string Period, DateTimeOffset UploadedAt)[] Quarters = [("2024-Q1", new(2024, 3, 20, 2, 0, 0, TimeSpan.Zero)), (Current, new(2024, 6, 20, 2, 0, 0, TimeSpan.Zero))];

    private readonly MemoryStore store;

    private ManyValues(MemoryStore store) => this.store = store;

    public StorageAccount Account => store.Account;

    public static async Task<ManyValues> StartAsync(int organisations, int indicators)
    {
        var values = new ManyValues(await MemoryStore.StartAsync(new DateTimeOffset(2024, 6, 26, 9, 0, 0, TimeSpan.FromHours(7))));
        await BigForm.PutAsync(values.store, organisations, indicators, owedFrom: "2024-Q1");
        await values.PutFilesAsync(organisations, indicators);
        return values;
    }

    public T Get<T>()
        where T : notnull => store.Get<T>();

    /// <summary>A file with one value, uploaded after all others.</summary>
    public async Task SendAsync(int number)
    {
        var at = Quarters[^1].UploadedAt.AddDays(1).AddMinutes(number);
        await CommitAsync(Current, "O-0001", $"indicator,value\nI-001,{number}\n", at);
        await MarkAsync("O-0001");
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task PutFilesAsync(int organisations, int indicators)
    {
        var random = new Random(Seed);
        var files = Quarters.SelectMany(q => MemoryStore.Codes(organisations).Select(code => (q.Period, q.UploadedAt, Code: code, Text: BigForm.TextOf(random, indicators)))).ToList();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, _) =>
        {
            await CommitAsync(file.Period, file.Code, file.Text, file.UploadedAt);
            await MarkAsync(file.Code);
        });
    }

    private async Task CommitAsync(string period, string organisation, string text, DateTimeOffset uploadedAt)
    {
        var (path, content) = ($"{organisation}/{period}/bao-cao.csv", Encoding.UTF8.GetBytes(text));
        var sha = Convert.ToHexStringLower(SHA256.HashData(content));
        var file = new ReceivedFile(LedgerKey.FileId(path, sha, uploadedAt.ToString("O", CultureInfo.InvariantCulture)), path, sha, uploadedAt, content, content.Length);
        var filing = FilingReader.Read(file, await Get<CatalogueStore>().GetAsync(CancellationToken.None), Get<PipelineSettings>().MostReportBytes);
        await Get<PartitionCommit>().RunAsync(LedgerKey.Of(filing), [new IncomingFile(filing, ETag.All, null)], CancellationToken.None);
    }

    private Task MarkAsync(string organisation) => Get<PendingStore>().MarkPeriodsAsync([Current], organisation, CancellationToken.None);
}
