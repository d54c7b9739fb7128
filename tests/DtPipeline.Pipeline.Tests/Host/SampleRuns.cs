using System.Text.Json.Nodes;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>Two runs of all samples on the same data, one after the other, and the store that they leave.</summary>
public sealed class SampleRuns : IAsyncLifetime
{
    private static readonly string[] Samples = ["--samples", "--once", "--now", "2025-10-10T08:00:00+07:00"];

    private readonly TestData data = TestData.New();
    private readonly Dictionary<string, JsonNode> published = new(StringComparer.Ordinal);
    private OpenStore? store;

    internal Ended First { get; private set; } = null!;

    internal Ended Second { get; private set; } = null!;

    internal IReadOnlyList<string> StoreAfterFirst { get; private set; } = [];

    internal IReadOnlyList<string> StoreAfterSecond { get; private set; } = [];

    internal IReadOnlyDictionary<string, DateTimeOffset> MailAfterFirst { get; private set; } = new Dictionary<string, DateTimeOffset>();

    internal IReadOnlyDictionary<string, DateTimeOffset> MailAfterSecond { get; private set; } = new Dictionary<string, DateTimeOffset>();

    internal OpenStore Store => store!;

    internal string MailFolder => Path.Combine(data.Folder, "mail");

    public async ValueTask InitializeAsync()
    {
        First = await RunAsync();
        MailAfterFirst = Mail();
        await using (var after = await OpenStore.OpenAsync(data.Folder))
        {
            StoreAfterFirst = await OpenStore.StampsAsync(after.Account);
        }

        Second = await RunAsync();
        MailAfterSecond = Mail();
        store = await OpenStore.OpenAsync(data.Folder);
        StoreAfterSecond = await OpenStore.StampsAsync(store.Account);
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null)
        {
            await store.DisposeAsync();
        }

        data.Dispose();
    }

    /// <summary>The alerts that were delivered, as they stand in the archive.</summary>
    internal async Task<IReadOnlyList<JsonNode>> AlertsAsync()
    {
        var alerts = new List<JsonNode>();
        foreach (var name in await OpenStore.NamesAsync(Store.Account.Archive, "alerts/"))
        {
            alerts.Add(await OpenStore.JsonAsync(Store.Account.Archive, name));
        }

        return alerts;
    }

    /// <summary>What is published of a period after the second run.</summary>
    internal async Task<JsonNode> PublishedAsync(string period) =>
        published.TryGetValue(period, out var known) ? known : published[period] = await OpenStore.JsonAsync(Store.Account.Published, $"{period}.json");

    private async Task<Ended> RunAsync()
    {
        await using var host = LocalHostProcess.Start([.. Samples, .. data.Arguments]);
        return await host.EndAsync();
    }

    private Dictionary<string, DateTimeOffset> Mail() => new DirectoryInfo(MailFolder).GetFiles("*.eml")
        .ToDictionary(f => f.Name, f => new DateTimeOffset(f.LastWriteTimeUtc), StringComparer.Ordinal);
}

/// <summary>What is read of one pair of runs: they take a minute.</summary>
[CollectionDefinition(Name)]
public sealed class AllSamples : ICollectionFixture<SampleRuns>
{
    public const string Name = $"{nameof(DtPipeline)}.{nameof(AllSamples)}";
}
