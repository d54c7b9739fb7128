using System.Text;
using System.Web;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Access;

/// <summary>What a reporter gets to send a report with, and that it is good for nothing else.</summary>
public sealed class UploadTests(RunningHost running)
{
    private const string Reporter = "reporter:P34-31";

    private static readonly byte[] Report = Encoding.UTF8.GetBytes("indicator,value\nDG-01,82.5\n");

    [Fact]
    public async Task AReporterSendsAReportAndAMendedOneOfTheSameNameAndReadsTheReceipts()
    {
        var first = await Asked.ForUploadAsync(running.Http, Reporter, "P34-31", "2025-Q3", "báo cáo.csv", Report.Length);
        Assert.Equal((201, "P34-31/2025-Q3/báo cáo.csv", "PUT"), (first.Status, (string?)first.Json!["path"], (string?)first.Json["method"]));
        Assert.Equal("/api/v1/receipts/P34-31/2025-Q3/b%C3%A1o%20c%C3%A1o.csv", (string?)first.Json["receipt"]);
        Assert.Equal(201, await PutAsync(first));
        Assert.Equal(409, await PutAsync(first));

        var second = await Asked.ForUploadAsync(running.Http, Reporter, "P34-31", "2025-Q3", "báo cáo.csv", Report.Length);
        Assert.Equal("P34-31/2025-Q3/báo cáo (2).csv", (string?)second.Json!["path"]);
        Assert.Equal(201, await PutAsync(second));
        await running.Host.UntilAsync("answers the second", async () => (await Asked.AsAsync(running.Http, Reporter, "GET", second.Json["receipt"]!.GetValue<string>()["/api/v1/".Length..])).Status == 200);
        Assert.Equal(403, (await Asked.AsAsync(running.Http, "reporter:P34-33", "GET", second.Json["receipt"]!.GetValue<string>()["/api/v1/".Length..])).Status);
    }

    [Fact]
    public async Task TheSignatureWritesOneBlobAndNothingElse()
    {
        var granted = await Asked.ForUploadAsync(running.Http, Reporter, "P34-31", "2025-07", "mot.csv", Report.Length);
        var url = new Uri((string)granted.Json!["url"]!);
        var query = HttpUtility.ParseQueryString(url.Query);
        Assert.Equal(("cw", "b"), (query["sp"], query["sr"]));
        Assert.Equal(DateTimeOffset.Parse(query["se"]!, null), (DateTimeOffset)granted.Json["expiresAt"]!);
        Assert.InRange((DateTimeOffset)granted.Json["expiresAt"]!, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(15));

        var blob = new BlockBlobClient(url, Options);
        await blob.UploadAsync(new MemoryStream(Report), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });
        await RefusedAsync(() => blob.DownloadContentAsync());
        await RefusedAsync(() => blob.GetPropertiesAsync());
        await RefusedAsync(() => blob.DeleteAsync());
        await RefusedAsync(() => Elsewhere("P34-31/2025-07/hai.csv").UploadAsync(new MemoryStream(Report)));
        await RefusedAsync(() => Elsewhere("P34-33/2025-07/mot.csv").UploadAsync(new MemoryStream(Report)));
        await RefusedAsync(async () => { await foreach (var _ in new BlobContainerClient(new Uri(running.Account.Reports.Uri + url.Query), Options).GetBlobsAsync()) { } });
        await RefusedAsync(() => new BlobClient(new Uri(running.Account.Receipts.GetBlobClient("P34-31/2025-07/mot.csv").Uri + url.Query), Options).UploadAsync(new MemoryStream(Report)));

        // Whatever of it is changed, it is another's: a right more, a later end, the container for the blob.
        foreach (var (said, forged) in new[] { ("sp=cw", "sp=racwdl"), ("sr=b", "sr=c"), ("se=20", "se=21") })
        {
            await RefusedAsync(() => new BlockBlobClient(new Uri(url.AbsoluteUri.Replace(said, forged, StringComparison.Ordinal)), Options).UploadAsync(new MemoryStream(Report)));
        }

        BlockBlobClient Elsewhere(string name) => new(new Uri(running.Account.Reports.GetBlobClient(name).Uri + url.Query), Options);
    }

    [Fact]
    public async Task OfTwoWhoWereGivenTheSameNameTheSecondOverwritesNothing()
    {
        var granted = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Asked.ForUploadAsync(running.Http, Reporter, "P34-31", "2025-08", "cung-luc.csv", Report.Length)));

        Assert.Equal([201, 409], (await Task.WhenAll(granted.Select(PutAsync))).Order());
        Assert.Equal("P34-31/2025-08/cung-luc (2).csv", (string?)(await Asked.ForUploadAsync(running.Http, Reporter, "P34-31", "2025-08", "cung-luc.csv")).Json!["path"]);
    }

    [Fact]
    public async Task TheApiTakesTheBytesItselfAndNoMoreThanAReportHas()
    {
        Assert.Equal(201, await PutToApiAsync("P34-31/2025-09/truc-tiep.csv", Report));
        Assert.Equal(Report, (await running.Account.Reports.GetBlobClient("P34-31/2025-09/truc-tiep.csv").DownloadContentAsync()).Value.Content.ToArray());
        Assert.Equal(409, await PutToApiAsync("P34-31/2025-09/truc-tiep.csv", Report));
        Assert.Equal(400, await PutToApiAsync("P34-31/2025-09/rong.csv", []));
        Assert.Equal(413, await PutToApiAsync("P34-31/2025-09/lon.csv", new byte[(20 * 1_048_576) + 1]));
        Assert.Equal(413, await PutToApiAsync("P34-31/2025-09/lon.csv", new byte[(20 * 1_048_576) + 1], isChunked: true));
        Assert.False(await running.Account.Reports.GetBlobClient("P34-31/2025-09/lon.csv").ExistsAsync());
    }

    [Theory]
    [InlineData(20_971_521, 413, "upload.too_large", "The file is larger than the 20,971,520 bytes that are read. Remove pictures and sheets that are not needed, or divide it into several files.")]
    [InlineData(0, 400, "upload.empty", "The file is empty: there is nothing to send.")]
    [InlineData(-1, 400, "body.malformed", "The body must be JSON like { \"organisation\": \"P34-01\", \"period\": \"2025-Q3\", \"fileName\": \"bao-cao.xlsx\", \"bytes\": 20480 }.")]
    public async Task ASizeThatIsNoReportsIsRefused(long bytes, int status, string code, string sentence)
    {
        var asked = await Asked.ForUploadAsync(running.Http, Reporter, "P34-31", "2025-07", "a.csv", bytes);

        Assert.Equal((status, code, sentence), (asked.Status, asked.Code, (string?)asked.Json!["detail"]));
    }

    [Fact]
    public async Task ThePageMaySendToStorageAndAnotherSiteMayNot()
    {
        Assert.Equal(200, await PreflightAsync($"http://127.0.0.1:{running.Data.Port}", "PUT"));
        Assert.Equal(200, await PreflightAsync($"http://localhost:{running.Data.Port}", "PUT"));
        Assert.Equal(403, await PreflightAsync("https://example.org", "PUT"));
        Assert.Equal(403, await PreflightAsync($"http://127.0.0.1:{running.Data.Port}", "GET"));
    }

    private static BlobClientOptions Options => new(BlobClientOptions.ServiceVersion.V2023_01_03);

    private static async Task RefusedAsync(Func<Task> call) => Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(call)).Status);

    private static async Task<int> PutAsync(Asked granted)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, (string)granted.Json!["url"]!) { Content = new ByteArrayContent(Report) };
        foreach (var (name, value) in granted.Json["headers"]!.AsObject())
        {
            request.Headers.TryAddWithoutValidation(name, (string?)value);
        }

        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private async Task<int> PutToApiAsync(string path, byte[] content, bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{running.Http.BaseAddress}api/v1/uploads/{path}") { Content = isChunked ? new StreamContent(new MemoryStream(content)) : new ByteArrayContent(content) };
        request.Headers.Add("DtPipeline-As", Reporter);
        request.Headers.TransferEncodingChunked = isChunked ? true : null;
        request.Headers.ExpectContinue = true;
        using var response = await running.Http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private async Task<int> PreflightAsync(string origin, string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, running.Account.Reports.GetBlobClient("P34-31/2025-07/x.csv").Uri);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "content-type,if-none-match,x-ms-blob-type");
        using var response = await running.Http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
