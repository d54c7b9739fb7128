using Azure;
using Azure.Data.Tables;

namespace AzureStandIns.Tests.Tables;

[Collection(AzuriteFixture.Name)]
public sealed class KeyTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Keys =>
    [
        "plain",
        "it's O''Brien's",
        "with several spaces",
        "a~b-c_d.e",
        "100%",
        "%41",
        "1+1=2&x;y:z@w",
        "Bệnh viện Đống Đa",
        "(a),(b)",
        "{\"json\":[1]}",
        "🦟",
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task AnyAllowedKeyRoundTrips(string key)
    {
        var table = await azurite.NewTableAsync();

        await table.AddEntityAsync(new TableEntity(key, key) { ["Step"] = "added" });
        await table.UpsertEntityAsync(new TableEntity(key, key) { ["Merged"] = true });
        TableEntity read = await table.GetEntityAsync<TableEntity>(key, key);
        await table.UpdateEntityAsync(new TableEntity(key, key) { ["Step"] = "replaced" }, read.ETag, TableUpdateMode.Replace);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}");
        var rows = await table.QueryAsync<TableEntity>(filter).ToListAsync();

        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        Assert.Equal("added", read.GetString("Step"));
        Assert.True(read.GetBoolean("Merged"));
        Assert.Equal("replaced", Assert.Single(rows).GetString("Step"));
        Assert.Equal(204, (await table.DeleteEntityAsync(key, key)).Status);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task AnyAllowedKeyRoundTripsInATransaction(string key)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(key, key + "1"));
        await table.AddEntityAsync(new TableEntity(key, key + "2"));

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateMerge, new TableEntity(key, key + "1") { ["Step"] = "merged" }, ETag.All),
            new(TableTransactionActionType.Delete, new TableEntity(key, key + "2")),
            new(TableTransactionActionType.UpsertReplace, new TableEntity(key, key + "3") { ["Step"] = "upserted" }),
            new(TableTransactionActionType.Add, new TableEntity(key, key + "4") { ["Step"] = "added" }),
        ]);

        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(
            [(key, key + "1", "merged"), (key, key + "3", "upserted"), (key, key + "4", "added")],
            rows.Select(row => (row.PartitionKey, row.RowKey, row.GetString("Step"))));
    }

    [Fact]
    public async Task AnEmptyKeyIsAKey()
    {
        var table = await azurite.NewTableAsync();

        await table.AddEntityAsync(new TableEntity("", ""));

        var row = Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal(("", ""), (row.PartitionKey, row.RowKey));
    }
}
