using System.IO.Compression;
using System.Text.RegularExpressions;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Upgrade;

/// <summary>A store of version 1, exported by the last app that did not name it: reports, faults, a revision, alerts, one of them acknowledged, digests.</summary>
public sealed partial class OldStoreTests : IAsyncLifetime
{
    private const string Now = "2023-04-20T08:00:00+07:00";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-old-");
    private TestPipeline pipeline = null!;

    public async ValueTask InitializeAsync()
    {
        ZipFile.ExtractToDirectory(Path.Combine(Repository.Root, "tests", "DtPipeline.Pipeline.Tests", "Upgrade", "store-1.zip"), folder.FullName);
        pipeline = await TestPipeline.StartAsync(Now);
        (await DtpRun.OnAsync(pipeline, "import", folder.FullName)).Succeeded();
    }

    public async ValueTask DisposeAsync()
    {
        await pipeline.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task WorksOnAsItIsAndThenSaysItsVersion()
    {
        var imported = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        Assert.All(["RowKey=rev~DS-05~", "alert alerts/report.overdue~", "\"status\":\"accepted_with_faults\"", "Handling"], t => Assert.Contains(imported, l => l.Contains(t, StringComparison.Ordinal)));

        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();

        StoreDump.AssertSame(imported, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
        Assert.Equal("{\"version\":3,\"leastApp\":1}", await VersionAsync());
        await pipeline.DropAsync("P63-01/2023-Q1/sua.csv", "indicator,value\nDS-05,120\n");
        Assert.Equal("accepted", (await pipeline.AnswerAsync("P63-01/2023-Q1/sua.csv")).Split('\n')[0]);
        Assert.Equal(120, Assert.Single(await pipeline.RowsAsync("2023-Q1~P63-01", "obs~DS-05")).GetDouble("Value"));
        Assert.Equal(100, Assert.Single(await pipeline.RowsAsync("2023-Q1~P63-01", "rev~DS-05")).GetDouble("Value"));
    }

    [Fact]
    public async Task IsRebuiltAsItWas()
    {
        Assert.Equal((0, "Partitions …\nA rebuild would change no figure.\n"), await DiffAsync());
        var imported = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        await pipeline.LoseTablesAsync();

        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();

        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();
        StoreDump.AssertSame([.. imported.Select(AsOfVersion1)], [.. (await StoreDump.OfAsync(pipeline.Account, sameBlobs: true)).Select(AsOfVersion1)]);
    }

    [Fact]
    public async Task TheAppOfItsVersionReadsWhatANewerOneWritesBesideIt()
    {
        // What version 1 writes of a notice of the last days, of which the export has none.
        var known = (await PropertiesAsync()).Append("Pending open DeliveredAt: DateTimeOffset");
        await pipeline.DropAsync("P63-01/2023-Q1/sua.csv", "indicator,value\nDS-05,120\n");
        await pipeline.DropAsync("P63-06/2023-Q1/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.SettleAsync();

        var written = await PropertiesAsync();

        // Version 1 passes these over, and what it writes without them is read as it was before.
        Assert.Equal(["Ledger head Received: String", "Ledger obs Unit: String", "Obligations  Incomplete: Boolean"], written.Except(known).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnAppThatIsOlderThanTheStoreSaysSoAndStops()
    {
        await pipeline.Account.Published.GetBlobClient(StoreVersion.Blob).UploadAsync(BinaryData.FromString("{\"version\":9,\"leastApp\":8}"), overwrite: true);
        const string sentence = "The store is of version 9 and takes an app that knows version 8; this one knows 3. Deploy the newer app, or use the dtp of it.";

        var refused = await Assert.ThrowsAsync<StoreVersionException>(() => pipeline.DropAsync("P63-01/2023-Q1/sua.csv", "indicator,value\nDS-05,120\n"));
        var rebuilt = await DtpRun.OnAsync(pipeline, "rebuild");
        using var data = TestData.New();
        await using var host = LocalHostProcess.Start([.. data.Arguments, "--once", "--storage", pipeline.Storage, "--service-bus", pipeline.ServiceBus]);
        var ended = await host.EndAsync();

        Assert.Equal(sentence, refused.Message);
        Assert.Equal((1, sentence + "\n"), (rebuilt.ExitCode, rebuilt.Errors));
        Assert.Equal((1, sentence + "\n"), (ended.ExitCode, ended.Errors));
        Assert.Equal("{\"version\":9,\"leastApp\":8}", await VersionAsync());
    }

    [Fact]
    public async Task EveryFigureThatARebuildWouldChangeIsListedAndNothingIsChanged()
    {
        var row = Assert.Single(await pipeline.RowsAsync("2023-Q1~P63-48", "obs~DS-05"));
        row["Value"] = 45.5;
        await pipeline.Account.Ledger.UpdateEntityAsync(row, row.ETag, global::Azure.Data.Tables.TableUpdateMode.Replace);
        await pipeline.Account.Ledger.DeleteEntityAsync("2023-Q1~P63-01", "obs~GOV-01");
        var before = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);

        var (exitCode, output) = await DiffAsync();

        Assert.Equal(2, exitCode);
        Assert.Matches(
            "^Partitions …\n2023-Q1~P63-01 GOV-01: no value becomes 0 \\(A, file [0-9a-f]{16}\\)\n"
            + "2023-Q1~P63-48 DS-05: 45.5 \\(A, file ([0-9a-f]{16})\\) becomes 44 \\(A, file \\1\\)\nA rebuild would change 2 figures.\n$",
            output);
        StoreDump.AssertSame(before, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();
        Assert.Equal(0, (await DiffAsync()).ExitCode);
    }

    [Fact]
    public async Task AnArchivedFileSaysByWhichAppAndCatalogueItWasRead()
    {
        await pipeline.DropAsync("P63-06/2023-Q1/bao-cao.csv", "indicator,value\nGOV-01,1\n");

        var id = (await pipeline.ReceiptOfAsync("P63-06/2023-Q1/bao-cao.csv"))["fileId"]!.ToString();
        var name = Assert.Single(await pipeline.Account.Archive.NamesAsync(), n => n.EndsWith($"/{id}", StringComparison.Ordinal));
        var metadata = (await pipeline.Account.Archive.GetBlobClient(name).GetPropertiesAsync()).Value.Metadata;
        Assert.StartsWith("1.0.0", metadata["reader"], StringComparison.Ordinal);
        Assert.Equal(await pipeline.Get<CatalogueStore>().HashAsync(CancellationToken.None), metadata["catalogue"]);
        Assert.Matches("^[0-9a-f]{12}$", metadata["catalogue"]);
    }

    /// <summary>A row without what version 1 did not write, and without the texts that are no longer kept.</summary>
    private static string AsOfVersion1(string line) => NotOfVersion1().Replace(line, string.Empty);

    [GeneratedRegex(@" \| (?:Unit|Incomplete|Received|Sums|MessageEn|MessageVi|Owed)=.*?(?= \| |$)")]
    private static partial Regex NotOfVersion1();

    private async Task<(int ExitCode, string Output)> DiffAsync()
    {
        var run = await DtpRun.OnAsync(pipeline, "rebuild", "--diff");
        Assert.Empty(run.Errors);
        return (run.ExitCode, run.Output);
    }

    private async Task<string> VersionAsync() => (await pipeline.Account.Published.GetBlobClient(StoreVersion.Blob).DownloadContentAsync()).Value.Content.ToString();

    /// <summary>By table and kind of row, every property with its type: what an app must know.</summary>
    private async Task<IReadOnlySet<string>> PropertiesAsync()
    {
        var properties = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in pipeline.Account.Tables)
        {
            await foreach (var row in table.QueryAsync<global::Azure.Data.Tables.TableEntity>(string.Empty))
            {
                var kind = table.Name == StorageNames.LedgerTable ? row.RowKey.Split('~')[0].Replace("rev", "obs", StringComparison.Ordinal) : table.Name == StorageNames.PendingTable ? row.PartitionKey : string.Empty;
                properties.UnionWith(row.Where(p => p.Key is not ("odata.etag" or "Timestamp")).Select(p => $"{table.Name} {kind} {p.Key}: {p.Value.GetType().Name}"));
            }
        }

        return properties;
    }
}
