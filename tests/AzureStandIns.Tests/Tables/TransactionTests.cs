using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace AzureStandIns.Tests.Tables;

[Collection(AzuriteFixture.Name)]
public sealed class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task AHundredActionsAreOneTransaction()
    {
        var table = await azurite.NewTableAsync();

        var answer = await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(Add));

        Assert.Equal(100, answer.Value.Count);
        Assert.All(answer.Value, each => Assert.Equal(204, each.Status));
        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(Enumerable.Range(0, 100), rows.Select(row => row.GetInt32("Number")!.Value));
        Assert.Equal(rows.Select(row => row.ETag), answer.Value.Select(each => each.Headers.ETag!.Value));
        Assert.Equal("Hà Nội 42", rows[42].GetString("Place"));
        Assert.Equal(36.0, rows[42]["Celsius"]);
    }

    [Fact]
    public async Task AFailingTransactionNamesItsActionAndAppliesNothing()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "0003") { ["Number"] = -1 });
        await table.AddEntityAsync(new TableEntity("p", "kept") { ["Number"] = 1 });

        var error = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            Add(0),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "kept") { ["Number"] = 2 }),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "new")),
            Add(3),
            Add(4),
        ]));

        Assert.Equal(3, error.FailedTransactionActionIndex);
        Assert.Equal(409, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.EntityAlreadyExists, error.ErrorCode);
        Assert.StartsWith("3:The specified entity already exists.", error.Message, StringComparison.Ordinal);
        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal([("0003", -1), ("kept", 1)], rows.Select(row => (row.RowKey, row.GetInt32("Number")!.Value)));
    }

    [Fact]
    public async Task AStaleETagFailsTheTransaction()
    {
        var table = await azurite.NewTableAsync();
        var entity = new TableEntity("p", "r") { ["Number"] = 1 };
        var stale = (await table.AddEntityAsync(entity)).Headers.ETag!.Value;
        await table.UpsertEntityAsync(entity);

        var error = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            Add(0),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "r") { ["Number"] = 2 }, stale),
        ]));

        Assert.Equal(1, error.FailedTransactionActionIndex);
        Assert.Equal(412, error.Status);
        Assert.Equal(1, Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync()).GetInt32("Number"));
    }

    [Fact]
    public async Task MoreThanAHundredActionsAreRefused()
    {
        var table = await azurite.NewTableAsync();

        await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(Enumerable.Range(0, 101).Select(Add)));

        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task AnEmptyTransactionIsAMistake()
    {
        var table = await azurite.NewTableAsync();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));

        Assert.Equal("A transaction needs at least one action.", error.Message);
    }

    private static TableTransactionAction Add(int number)
        => new(TableTransactionActionType.Add, new TableEntity("p", $"{number:d4}")
        {
            ["Number"] = number,
            ["Place"] = $"Hà Nội {number}",
            ["Celsius"] = 36.0,
        });
}
