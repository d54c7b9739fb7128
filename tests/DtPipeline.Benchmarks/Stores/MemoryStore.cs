using System.Globalization;
using System.Text;
using DtPipeline.Azure;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Services;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DtPipeline.Benchmarks.Stores;

/// <summary>The pipeline's services on an account of an Azurite that keeps all in memory.</summary>
internal sealed class MemoryStore : IAsyncDisposable
{
    // Nobody listens there.
    private static readonly Ports NoServiceBus = Ports.Beside(27071);

    private readonly ServiceProvider services;

    private MemoryStore(string storage, TimeProvider clock, string serviceBus)
    {
        Storage = storage;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageNames.StorageConnection] = storage,
            [StorageNames.ServiceBusConnection] = serviceBus,
            ["DtPipeline:CatalogueEvery"] = "01:00:00",
        }).Build();
        services = new ServiceCollection().AddLogging().AddSingleton(clock).AddDtPipeline(configuration).BuildServiceProvider();
    }

    /// <summary>Its connection string.</summary>
    public string Storage { get; }

    public StorageAccount Account => Get<StorageAccount>();

    /// <summary>On a new account, at a moment that stands still.</summary>
    public static async Task<MemoryStore> StartAsync(DateTimeOffset now) => await OpenAsync(await SharedAzurite.NewAccountAsync(), new FakeTimeProvider(now));

    /// <summary>On an account that others may work on too.</summary>
    /// <param name="serviceBus">Its connection string; null where nothing is sent.</param>
    public static async Task<MemoryStore> OpenAsync(string storage, TimeProvider clock, string? serviceBus = null)
    {
        var store = new MemoryStore(storage, clock, serviceBus ?? LocalAzure.ServiceBusConnection(NoServiceBus));
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

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
