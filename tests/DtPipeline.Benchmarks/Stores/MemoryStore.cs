using System.Globalization;
using System.Text;
using DtPipeline.Azure;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost;
using DtPipeline.LocalHost.Services;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DtPipeline.Benchmarks.Stores;

/// <summary>The pipeline's services on an Azurite of their own that keeps all in memory.</summary>
internal sealed class MemoryStore : IAsyncDisposable
{
    private readonly NodeService azurite;
    private readonly ServiceProvider services;

    private MemoryStore(NodeService azurite, ServiceProvider services)
    {
        this.azurite = azurite;
        this.services = services;
    }

    public StorageAccount Account => Get<StorageAccount>();

    public static async Task<MemoryStore> StartAsync(DateTimeOffset now)
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
            ["DtPipeline:CatalogueEvery"] = "01:00:00",
        }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider(now)).AddDtPipeline(configuration).BuildServiceProvider();
        var store = new MemoryStore(azurite, services);
        await store.Account.CreateIfNotExistsAsync(CancellationToken.None);
        return store;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Provinces of this number, each by its code alone.</summary>
    public Task PutOrganisationsAsync(int count) => PutAsync(
        "organisations.csv", "code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases", Codes(count).Select(c => $"{c},province,{c},{c},,,,,,"));

    public async Task PutAsync(string file, string header, IEnumerable<string> lines) =>
        await Account.Catalogue.GetBlobClient(file).UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(string.Join('\n', [header, .. lines, string.Empty]))), overwrite: true);

    public static IEnumerable<string> Codes(int organisations) => Enumerable.Range(1, organisations).Select(n => string.Create(CultureInfo.InvariantCulture, $"O-{n:0000}"));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
