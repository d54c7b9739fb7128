using Azure.Data.Tables;

namespace AzureStandIns.Tests.Tables;

[CollectionDefinition(Name)]
public sealed class AzuriteFixture : IAsyncLifetime, ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
    public const string Account = "devstoreaccount1";
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private AzuriteProcess? _azurite;

    public Uri Endpoint => new($"http://127.0.0.1:{_azurite!.TablePort}/{Account}");

    public string ConnectionString => ConnectionStringWith(Key);

    public string ConnectionStringWith(string key) => $"AccountName={Account};AccountKey={key};TableEndpoint={Endpoint}";

    /// <summary>A table of the test's own.</summary>
    public async Task<TableClient> NewTableAsync()
    {
        var table = new TableClient(ConnectionString, NewName());
        await table.CreateIfNotExistsAsync();
        return table;
    }

    public static string NewName() => $"t{Guid.NewGuid():N}";

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync();

    public Task DisposeAsync()
    {
        _azurite?.Dispose();
        return Task.CompletedTask;
    }
}
