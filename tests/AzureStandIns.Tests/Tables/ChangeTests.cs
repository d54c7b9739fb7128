using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace AzureStandIns.Tests.Tables;

[Collection(AzuriteFixture.Name)]
public sealed class ChangeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task AddingTwiceIsAConflict()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.EntityAlreadyExists, error.ErrorCode);
        Assert.StartsWith("The specified entity already exists.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task AStaleETagIsRefused(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        var stale = (await table.AddEntityAsync(new TableEntity("p", "r") { ["Cases"] = 1 })).Headers.ETag!.Value;
        var fresh = (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Cases"] = 2 }, stale, mode)).Headers.ETag!.Value;

        var error = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["Cases"] = 3 }, stale, mode));

        Assert.Equal(412, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied, error.ErrorCode);
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal(2, read.GetInt32("Cases"));
        Assert.Equal(fresh, read.ETag);
    }

    [Fact]
    public async Task DeletingWithAStaleETagIsRefused()
    {
        var table = await azurite.NewTableAsync();
        var entity = new TableEntity("p", "r");
        var stale = (await table.AddEntityAsync(entity)).Headers.ETag!.Value;
        var fresh = (await table.UpsertEntityAsync(entity)).Headers.ETag!.Value;

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync(entity, stale));

        Assert.Equal(412, error.Status);
        Assert.Equal(204, (await table.DeleteEntityAsync(entity, fresh)).Status);
    }

    [Fact]
    public async Task MergeKeepsWhatReplaceDrops()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Old"] = 1 });

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["New"] = 2 });
        TableEntity merged = await table.GetEntityAsync<TableEntity>("p", "r");
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["New"] = 3 }, TableUpdateMode.Replace);
        TableEntity replaced = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal((1, 2), (merged.GetInt32("Old"), merged.GetInt32("New")));
        Assert.Equal((null, 3), (replaced.GetInt32("Old"), replaced.GetInt32("New")));
    }

    [Fact]
    public async Task UpsertCreatesButUpdateDoesNot()
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "upserted"));

        var error = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "updated"), ETag.All));

        Assert.Equal(404, error.Status);
        Assert.Equal("upserted", Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync()).RowKey);
    }

    [Fact]
    public async Task AMissingEntityIsAnErrorOnlyForWhoeverInsists()
    {
        var table = await azurite.NewTableAsync();

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
        var perhaps = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        var deleted = await table.DeleteEntityAsync("p", "r");

        Assert.Equal(404, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.ResourceNotFound, error.ErrorCode);
        Assert.False(perhaps.HasValue);
        Assert.Equal(404, perhaps.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => perhaps.Value);
        Assert.Equal(404, deleted.Status);
    }

    [Fact]
    public async Task AnExistingEntityHasAValue()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Cases"] = 5 });

        var found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.True(found.HasValue);
        Assert.Equal(5, found.Value!.GetInt32("Cases"));
    }

    [Fact]
    public async Task AnUpdateMustSayWhichVersionItUpdates()
    {
        var table = await azurite.NewTableAsync();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));

        Assert.Equal("ifMatch", error.ParamName);
    }
}
