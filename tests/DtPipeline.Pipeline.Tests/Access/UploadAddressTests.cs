using System.Net;
using System.Text;
using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Uploading;

namespace DtPipeline.Pipeline.Tests.Access;

/// <summary>Signing as in Azure, where no key is known: storage is asked for a user delegation key. What it answers stands here, as Azurite gives such keys over HTTPS only.</summary>
public sealed class UploadAddressTests
{
    private static readonly DateTimeOffset Until = UploadAddress.Now + UploadDesk.Lasts;

    [Fact]
    public async Task AnAddressIsSignedByAUserDelegationKeyForOneBlobOverHttpsAndFromOneAddress()
    {
        using var storage = new KeyService();
        var url = await storage.Addresses.OfAsync(storage.Account.Reports.GetBlobClient("P34-01/2025-Q3/báo cáo.xlsx"), Until, IPAddress.Parse("203.0.113.7"), default);
        var query = HttpUtility.ParseQueryString(url.Query);

        Assert.Equal("https://contoso.blob.core.windows.net/reports/P34-01/2025-Q3/b%C3%A1o%20c%C3%A1o.xlsx", url.GetLeftPart(UriPartial.Path));
        Assert.Equal(("cw", "b", "https", "203.0.113.7"), (query["sp"], query["sr"], query["spr"], query["sip"]));
        Assert.Equal(Until, DateTimeOffset.Parse(query["se"]!, null));
        Assert.Equal("11111111-1111-1111-1111-111111111111", query["skoid"]);
        Assert.NotEmpty(query["sig"]!);
    }

    [Fact]
    public async Task AKeyServesAllAddressesThatEndBeforeIt()
    {
        using var storage = new KeyService();
        for (var i = 0; i < 3; i++)
        {
            await storage.Addresses.OfAsync(storage.Account.Reports.GetBlobClient($"P34-01/2025-Q3/{i}.csv"), Until, null, default);
        }

        Assert.Equal(1, storage.Asked);
        await storage.Addresses.OfAsync(storage.Account.Reports.GetBlobClient("P34-01/2025-Q3/long.csv"), UploadAddress.Now + TimeSpan.FromDays(1), null, default);
        Assert.Equal(2, storage.Asked);
    }

    [Theory]
    [InlineData("8.8.4.4:51234", "8.8.4.4")]
    [InlineData("8.8.4.4", "8.8.4.4")]
    [InlineData("203.0.113.200, 8.8.4.4:51234", "8.8.4.4")]
    [InlineData("8.8.4.4, 10.0.0.4", null)]
    [InlineData("[2001:4860:4860::8888]:443", null)]
    [InlineData("unknown", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void TheCallerIsWhomThePlatformNamesLast(string? forwarded, string? from) => Assert.Equal(from, UploadAddress.FromOf(forwarded)?.ToString());

    private sealed class KeyService : HttpMessageHandler
    {
        private readonly HttpClientTransport transport;

        public KeyService()
        {
            transport = new HttpClientTransport(this);
            Account = new StorageAccount(
                new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), new Token(), new BlobClientOptions { Transport = transport }),
                new TableServiceClient(new Uri("https://contoso.table.core.windows.net"), new Token()));
            Addresses = new UploadAddress(Account);
        }

        public StorageAccount Account { get; }

        public UploadAddress Addresses { get; }

        public int Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("?restype=service&comp=userdelegationkey", request.RequestUri!.Query);
            Asked++;
            var expiry = (await request.Content!.ReadAsStringAsync(cancellationToken)).Split("<Expiry>")[1].Split("</Expiry>")[0];
            var key = $"""
                <?xml version="1.0" encoding="utf-8"?><UserDelegationKey><SignedOid>11111111-1111-1111-1111-111111111111</SignedOid><SignedTid>22222222-2222-2222-2222-222222222222</SignedTid>
                <SignedStart>{UploadAddress.Now:yyyy-MM-ddTHH:mm:ssZ}</SignedStart><SignedExpiry>{expiry}</SignedExpiry><SignedService>b</SignedService><SignedVersion>2023-01-03</SignedVersion>
                <Value>{Convert.ToBase64String(new byte[32])}</Value></UserDelegationKey>
                """;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(key, Encoding.UTF8, "application/xml"), RequestMessage = request };
        }

        protected override void Dispose(bool disposing)
        {
            transport.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Token : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
