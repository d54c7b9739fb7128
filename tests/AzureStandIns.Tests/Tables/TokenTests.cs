using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace AzureStandIns.Tests.Tables;

/// <summary>Tokens travel over https only, so this Azurite has a certificate of its own.</summary>
public sealed class TokenTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task ATokenForStorageOpensTheTables()
    {
        using var certificate = WriteCertificate();
        using var azurite = await AzuriteProcess.StartAsync("--oauth", "basic", "--cert", PathOf("cert.pem"), "--key", PathOf("key.pem"));
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, presented, _, _) => presented?.Thumbprint == certificate.Thumbprint,
        };
        using var transport = new HttpClientTransport(handler);
        var credential = new FixedTokenCredential();
        var endpoint = new Uri($"https://127.0.0.1:{azurite.TablePort}/{AzuriteFixture.Account}");
        var table = new TableClient(endpoint, "Reports", credential, new TableClientOptions { Transport = transport });

        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal(["https://storage.azure.com/.default"], credential.AskedFor.Distinct());
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(_directory.FullName, file);

    private X509Certificate2 WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(PathOf("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("key.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    /// <summary>Azurite reads a token's claims and does not check its signature.</summary>
    private sealed class FixedTokenCredential : TokenCredential
    {
        public List<string> AskedFor { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            AskedFor.AddRange(requestContext.Scopes);
            var now = TimeProvider.System.GetUtcNow();
            var claims = new
            {
                aud = "https://storage.azure.com",
                iss = $"https://sts.windows.net/{Guid.Empty}/",
                iat = now.ToUnixTimeSeconds() - 60,
                nbf = now.ToUnixTimeSeconds() - 60,
                exp = now.ToUnixTimeSeconds() + 3600,
            };
            return new($"{Encode(new { alg = "none", typ = "JWT" })}.{Encode(claims)}.c2lnbmVk", now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => new(GetToken(requestContext, cancellationToken));

        private static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
    }
}
