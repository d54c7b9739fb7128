using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(RunningHost))]

namespace DtPipeline.Web.Tests.Support;

/// <summary>
/// One local host for all tests, on 22 September 2025, a day on which reports of the third quarter are due, with the samples of the days before taken in. A test that changes anything
/// takes an organisation and a period that no other test touches.
/// </summary>
public sealed class RunningHost : IAsyncLifetime
{
    internal const string Now = "2025-09-22T08:00:00+07:00";

    // Reports of ministries and provinces for 2025-Q3 and the months before it.
    private const string Samples = "2025-09-18";

    internal TestData Data { get; } = TestData.New();

    internal LocalHostProcess Host { get; private set; } = null!;

    internal string Storage { get; private set; } = null!;

    internal StorageAccount Account { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = LocalHostProcess.Start([.. Data.Arguments, "--now", Now]);
        await Host.RunsAsync();
        Storage = Host.Line("DefaultEndpointsProtocol=");
        Account = new StorageAccount(
            new BlobServiceClient(Storage, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03)), new TableServiceClient(Storage));
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Data.Port}/") };
        var folder = Path.Combine(Repository.Samples, Samples);
        var reports = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => (File: f, Path: Path.GetRelativePath(folder, f).Replace('\\', '/'))).ToList();
        await Parallel.ForEachAsync(reports, async (r, cancellationToken) =>
            await Account.Reports.GetBlobClient(r.Path).UploadAsync(BinaryData.FromBytes(await File.ReadAllBytesAsync(r.File, cancellationToken)), cancellationToken));
        foreach (var (_, path) in reports)
        {
            await Host.UntilAsync($"answers {path}", async () => await Account.Receipts.GetBlobClient($"{path}.receipt.json").ExistsAsync());
        }

        // Written after the periods themselves, as is all that goes over several of them.
        await Host.UntilAsync("publishes who files each quarter", async () => await Account.Published.GetBlobClient("compliance/PROV-Q.json").ExistsAsync());
        await Host.UntilAsync("publishes 2025-Q3", async () => await Account.Published.GetBlobClient("2025-Q3.json").ExistsAsync());
        await Host.UntilAsync("lists what was overdue when it started", async () =>
            JsonNode.Parse(await Http.GetStringAsync(new Uri("api/v1/alerts?severity=red&limit=1", UriKind.Relative)))!["items"]!.AsArray().Count > 0);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        Data.Dispose();
    }
}
