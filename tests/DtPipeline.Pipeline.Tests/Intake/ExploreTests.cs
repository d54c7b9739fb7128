using Azure.Storage.Sas;
using DtPipeline.Pipeline.Tests.Support;
using Xunit.Abstractions;

namespace DtPipeline.Pipeline.Tests.Intake;

public sealed class ExploreTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Explore()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var sas = pipeline.Account.Reports.GenerateSasUri(BlobContainerSasPermissions.All, TimeProvider.System.GetUtcNow().AddHours(1));
        using var http = new HttpClient();
        foreach (var name in new[] { "P63-01/2023-Q1/../a.csv", "P63-01/2023-Q1/%2e%2e/b.csv", "P63-01/2023-Q1/%2E%2E%2Fc.csv", "P63-01%2F2023-Q1%2F..%2Fd.csv" })
        {
            var uri = new Uri($"{sas.GetLeftPart(UriPartial.Path)}/{name}{sas.Query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            using var request = new HttpRequestMessage(HttpMethod.Put, uri) { Content = new StringContent("indicator,value\nGOV-01,1\n") };
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
            using var response = await http.SendAsync(request);
            output.WriteLine($"{name}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        foreach (var name in await pipeline.Account.Reports.NamesAsync())
        {
            output.WriteLine($"listed {name} → client {pipeline.Account.Reports.GetBlobClient(name).Name} {pipeline.Account.Reports.GetBlobClient(name).Uri}");
        }

        await pipeline.SettleAsync();
        foreach (var name in await pipeline.Account.Receipts.NamesAsync())
        {
            output.WriteLine($"receipt {name}");
        }
    }
}
