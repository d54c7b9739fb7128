using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace AzureStandIns.Tests.Tables;

[Collection(AzuriteFixture.Name)]
public sealed class TableTests(AzuriteFixture azurite)
{
    private readonly TableServiceClient _service = new(azurite.ConnectionString);

    [Fact]
    public async Task ATableIsCreatedOnceAndListed()
    {
        var name = AzuriteFixture.NewName();

        var first = await _service.CreateTableIfNotExistsAsync(name);
        var second = await _service.GetTableClient(name).CreateIfNotExistsAsync();

        Assert.Equal((name, 201), (first.Value.Name, first.GetRawResponse().Status));
        Assert.Equal((name, 409), (second.Value.Name, second.GetRawResponse().Status));
        Assert.Single(await _service.QueryAsync(TableClient.CreateQueryFilter($"TableName eq {name}")).ToListAsync());
        Assert.Contains(name, await _service.QueryAsync(maxPerPage: 1).Select(table => table.Name).ToListAsync());
    }

    [Fact]
    public async Task ADeletedTableIsGoneAndDeletingItAgainIsNoError()
    {
        var table = await azurite.NewTableAsync();

        var first = await table.DeleteAsync();
        var second = await _service.DeleteTableAsync(table.Name);

        Assert.Equal((204, 404), (first.Status, second.Status));
        Assert.DoesNotContain(table.Name, await _service.QueryAsync().Select(each => each.Name).ToListAsync());
    }

    [Fact]
    public async Task AMissingTableIsSaidToBeMissing()
    {
        var table = _service.GetTableClient(AzuriteFixture.NewName());

        var adding = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        var querying = await Assert.ThrowsAsync<RequestFailedException>(async () => await table.QueryAsync<TableEntity>().ToListAsync());
        var perhaps = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal(404, adding.Status);
        Assert.True(adding.ErrorCode == TableErrorCode.TableNotFound, adding.ErrorCode);
        Assert.Equal(404, querying.Status);
        Assert.True(querying.ErrorCode == TableErrorCode.TableNotFound, querying.ErrorCode);
        Assert.False(perhaps.HasValue);
    }

    [Fact]
    public async Task ATransactionOnAMissingTableFails()
    {
        var table = _service.GetTableClient(AzuriteFixture.NewName());

        var error = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r"))]));

        Assert.Equal(404, error.Status);
    }

    [Fact]
    public void ClientsKnowTheirNamesAndAddresses()
    {
        var table = _service.GetTableClient("Reports");

        Assert.Equal("Reports", table.Name);
        Assert.Equal(azurite.Endpoint, _service.Uri);
        Assert.Equal($"{azurite.Endpoint}/Reports", table.Uri.AbsoluteUri);
    }
}
