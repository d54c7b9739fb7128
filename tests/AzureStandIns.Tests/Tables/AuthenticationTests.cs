using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace AzureStandIns.Tests.Tables;

[Collection(AzuriteFixture.Name)]
public sealed class AuthenticationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task AWrongKeyIsForbiddenAndNotEchoed()
    {
        var wrong = Convert.ToBase64String(Encoding.UTF8.GetBytes("not the key of this account"));
        var table = new TableClient(azurite.ConnectionStringWith(wrong), "Reports");

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());

        Assert.Equal(403, error.Status);
        Assert.Equal("AuthorizationFailure", error.ErrorCode);
        Assert.DoesNotContain(wrong, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SharedKeyLite", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASharedAccessSignatureOpensTheTables()
    {
        var service = new TableServiceClient(azurite.Endpoint, new AzureSasCredential(Sign("rwdlacu")));
        var table = service.GetTableClient(AzuriteFixture.NewName());

        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "đ 1"));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "đ 2"))]);

        var rows = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey ge {"đ"}"), maxPerPage: 1).ToListAsync();
        Assert.Equal(["đ 1", "đ 2"], rows.Select(row => row.RowKey));
    }

    [Fact]
    public async Task AConnectionStringMayCarryTheSignature()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var reader = new TableClient($"TableEndpoint={azurite.Endpoint};SharedAccessSignature={Sign("r")}", table.Name);

        Assert.Single(await reader.QueryAsync<TableEntity>().ToListAsync());
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => reader.AddEntityAsync(new TableEntity("p", "r2")));
        Assert.Equal(403, error.Status);
    }

    /// <summary>An account signature for the Table service, as the storage documentation spells it.</summary>
    private static string Sign(string permissions)
    {
        const string Version = "2019-02-02";
        var expiry = TimeProvider.System.GetUtcNow().AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var text = string.Join('\n', AzuriteFixture.Account, permissions, "t", "sco", "", expiry, "", "", Version, "");
        var key = Convert.FromBase64String(AzuriteFixture.Key);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        return $"sv={Version}&ss=t&srt=sco&sp={permissions}&se={Uri.EscapeDataString(expiry)}&sig={Uri.EscapeDataString(signature)}";
    }
}
