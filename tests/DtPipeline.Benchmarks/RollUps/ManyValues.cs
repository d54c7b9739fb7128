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
        await values.PutCatalogueAsync(organisations, indicators);
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

    private async Task PutCatalogueAsync(int organisations, int indicators)
    {
        var codes = Enumerable.Range(1, indicators).Select(n => string.Create(CultureInfo.InvariantCulture, $"I-{n:000}")).ToList();
        await store.PutOrganisationsAsync(organisations);
        await store.PutAsync(
            "indicators.csv",
            "code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to",
            codes.Select((c, i) => (i % 3) switch
            {
                0 => $"{c},Indicator {c},Chỉ tiêu {c},count,stock,quarterly,sum,organisation,no,,,,,,",
                1 => $"{c},Indicator {c},Chỉ tiêu {c},percent,ratio,quarterly,mean,organisation,no,0,100,80,2025-12-31,,",
                _ => $"{c},Indicator {c},Chỉ tiêu {c},yes_no,flag,quarterly,count_yes,organisation,no,,,1,2025-12-31,,",
            }));
        await store.PutAsync("forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to", ["F-1,Form,Biểu,quarterly,@provinces,ND09-2019,2024-Q1,"]);
        await store.PutAsync("form_indicators.csv", "form,indicator,required", codes.Select(c => $"F-1,{c},yes"));
        await store.PutAsync("tasks.csv", "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source", []);
    }

    private async Task PutFilesAsync(int organisations, int indicators)
    {
        var random = new Random(Seed);
        var files = Quarters.SelectMany(q => MemoryStore.Codes(organisations).Select(code => (q.Period, q.UploadedAt, Code: code, Text: TextOf(random, indicators)))).ToList();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, _) => await CommitAsync(file.Period, file.Code, file.Text, file.UploadedAt));
        await MarkAsync("O-0001");
    }

    private static string TextOf(Random random, int indicators) => string.Join('\n', Enumerable.Range(1, indicators)
        .Select(n => string.Create(CultureInfo.InvariantCulture, $"I-{n:000},{((n - 1) % 3 == 0 ? random.Next(2_000) : (n - 1) % 3 == 1 ? random.Next(101) : random.Next(2))}"))
        .Prepend("indicator,value")
        .Append(string.Empty));

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
