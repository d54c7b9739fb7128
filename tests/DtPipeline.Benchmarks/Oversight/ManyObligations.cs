using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using DtPipeline.Azure;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.LocalHost;
using DtPipeline.LocalHost.Services;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DtPipeline.Benchmarks.Oversight;

/// <summary>A storage with the twelve months of 2024 of many organisations that owe five forms each: all but five of them have filed.</summary>
internal sealed class ManyObligations : IAsyncDisposable
{
    public const int Forms = 5;
    public const int Periods = 12;

    private const int NeverFile = 5;
    private const int AtOnce = 8;
    private static readonly DateTimeOffset Now = new(2024, 12, 27, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly NodeService azurite;
    private readonly ServiceProvider services;

    private ManyObligations(NodeService azurite, ServiceProvider services)
    {
        this.azurite = azurite;
        this.services = services;
    }

    public StorageAccount Account => Get<StorageAccount>();

    public static async Task<ManyObligations> StartAsync(int organisations)
    {
        var ports = Ports.Beside(27071);
        var tools = new NodeTools(LocalRun.RepositoryRoot());
        await tools.InstallAsync(Console.WriteLine, CancellationToken.None);
        var azurite = await NodeService.StartAsync(
            "Azurite",
            tools,
            [
                "azurite.mjs", "--inMemoryPersistence", "--blobHost", "127.0.0.1", "--blobPort", $"{ports.Blob}", "--queueHost", "127.0.0.1", "--queuePort", $"{ports.Queue}",
                "--tableHost", "127.0.0.1", "--tablePort", $"{ports.Table}",
            ],
            [ports.Blob, ports.Queue, ports.Table],
            CancellationToken.None);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageNames.StorageConnection] = LocalAzure.StorageConnection(ports),
            [StorageNames.ServiceBusConnection] = LocalAzure.ServiceBusConnection(ports),
        }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider(Now)).AddDtPipeline(configuration).BuildServiceProvider();
        var obligations = new ManyObligations(azurite, services);
        await obligations.Account.CreateIfNotExistsAsync(CancellationToken.None);
        await obligations.PutCatalogueAsync(organisations);
        await obligations.PutHeadsAsync(organisations);
        return obligations;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
    }

    private async Task PutCatalogueAsync(int organisations)
    {
        var forms = Enumerable.Range(1, Forms).ToList();
        await PutAsync("organisations.csv", "code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases", Codes(organisations).Select(c => $"{c},province,{c},{c},,,,,,"));
        await PutAsync(
            "indicators.csv",
            "code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to",
            forms.Select(f => $"I-{f},Indicator {f},Chỉ tiêu {f},count,stock,monthly,sum,organisation,no,,,,,,"));
        await PutAsync("forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to", forms.Select(f => $"F-{f},Form {f},Biểu {f},monthly,@provinces,ND09-2019,2024-01,2024-12"));
        await PutAsync("form_indicators.csv", "form,indicator,required", forms.Select(f => $"F-{f},I-{f},yes"));
        await PutAsync("tasks.csv", "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source", []);
    }

    private async Task PutAsync(string file, string header, IEnumerable<string> lines) =>
        await Account.Catalogue.GetBlobClient(file).UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(string.Join('\n', [header, .. lines, string.Empty]))), overwrite: true);

    private async Task PutHeadsAsync(int organisations)
    {
        var heads = Enumerable.Range(1, Periods).SelectMany(month => Codes(organisations).Skip(NeverFile).Select(code => HeadOf(month, code)));
        await Parallel.ForEachAsync(heads, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (head, cancellationToken) => await Account.Ledger.AddEntityAsync(head, cancellationToken));
    }

    private static TableEntity HeadOf(int month, string code)
    {
        var uploadedAt = new DateTimeOffset(2024, month, 20, 2, 0, 0, TimeSpan.Zero);
        var state = LedgerState.Empty with
        {
            Received = Enumerable.Range(1, Forms).ToDictionary(f => $"F-{f}", _ => uploadedAt, StringComparer.Ordinal),
            FirstAccepted = Enumerable.Range(1, Forms).ToDictionary(f => $"F-{f}", _ => uploadedAt, StringComparer.Ordinal),
            Observations = Enumerable.Range(1, Forms).Select(f => new Observation(
                $"I-{f}", f, "A", null, null, null, "file", uploadedAt, new Place(null, 2, "value", null))).ToDictionary(o => o.Indicator, StringComparer.Ordinal),
        };
        return LedgerRows.HeadOf(string.Create(CultureInfo.InvariantCulture, $"2024-{month:00}~{code}"), state, applying: null);
    }

    private static IEnumerable<string> Codes(int organisations) => Enumerable.Range(1, organisations).Select(n => string.Create(CultureInfo.InvariantCulture, $"O-{n:0000}"));
}
