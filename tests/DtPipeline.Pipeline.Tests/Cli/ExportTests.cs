using System.Text.Json.Nodes;
using DtPipeline.Azure.Moving;
using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

public sealed class ExportTests(LivedInExport exported) : IClassFixture<LivedInExport>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-export-");

    private string Into => Path.Combine(folder.FullName, "export");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task AnExportMovesEverythingIntoAnotherAccountAndLifeGoesOnThere()
    {
        await using var moved = await TestPipeline.StartAsync(LivedInStore.Now);
        (await DtpRun.OnAsync(moved, "import", exported.Folder)).Succeeded();

        await SameAsync(moved);

        // The events of the reports come, and the timers run: everything is known already.
        foreach (var report in await moved.Account.Reports.NamesAsync())
        {
            await moved.TakeAsync(moved.Account.Reports.GetBlobClient(report));
        }

        await moved.SettleAsync();
        StoreDump.AssertSame(exported.Lines, await StoreDump.OfAsync(moved.Account, sameBlobs: true));
        Assert.Equal(WithoutPublished(exported.Blobs), WithoutPublished(await LivedInStore.BlobsAsync(moved)));

        moved.Clock.Set("2023-06-28T07:30:00+07:00");
        await moved.DropAsync("P63-08/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await moved.SettleAsync();
        await moved.SendDigestsAsync();
        Assert.Equal("accepted", (await moved.AnswerAsync("P63-08/2023-Q2/bao-cao.csv")).Split('\n')[0]);
        var digest = (await Mail.ReadAsync(Path.Combine(moved.MailFolder, "digest~2023-06-28~SEC.eml"))).Body;
        Assert.Contains("New (2)\n", digest, StringComparison.Ordinal);
        Assert.Contains("- Tuyen Quang filed the 'Quarterly report of provinces' for 2023-Q2 2 days late (due 2023-06-26).", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMovedAccountCanBeRebuilt()
    {
        await using var moved = await TestPipeline.StartAsync(LivedInStore.Now);

        (await DtpRun.ByItselfAsync(moved, "import", exported.Folder)).Succeeded();
        await moved.DeleteTablesAsync();
        (await DtpRun.OnAsync(moved, "rebuild")).Succeeded();

        await moved.SettleAsync();
        await moved.SendDigestsAsync();
        StoreDump.AssertSame(exported.Lines, await StoreDump.OfAsync(moved.Account, sameBlobs: true));
    }

    [Fact]
    public async Task AnExportIsReadWithoutAzure()
    {
        Assert.Equal("indicator,value\nDS-05,100\nGOV-01,0\n", await File.ReadAllTextAsync(Path.Combine(exported.Folder, "blobs", "reports", "P63-01", "2023-Q1", "bao-cao.csv")));
        var odd = Path.Combine(exported.Folder, "blobs", "reports", "P63-04", "2023-Q2", "số liệu #2 (100%25)%3F.csv");
        Assert.True(File.Exists(odd));
        Assert.Equal(LivedInStore.OddPath, (string?)JsonNode.Parse(await File.ReadAllTextAsync($"{odd}%.json"))!["name"]);
        var rows = (await File.ReadAllLinesAsync(Path.Combine(exported.Folder, "tables", "Ledger.ndjson"))).Select(l => JsonNode.Parse(l)!).ToList();
        var value = rows.Single(r => (string?)r["PartitionKey"] == "2023-Q1~P63-01" && (string?)r["RowKey"] == "obs~DS-05");
        Assert.Equal(("Edm.Double", 100.0), ((string?)value["Value@odata.type"], (double)value["Value"]!));
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(exported.Folder, "manifest.json")))!;
        Assert.Equal(rows.Count, (int)manifest["rows"]!["Ledger"]!);
        Assert.Equal((await exported.Pipeline.Account.Archive.NamesAsync()).Count, (int)manifest["blobs"]!["archive"]!);
        Assert.Equal((0, string.Empty), await Sha256SumAsync());
    }

    [Fact]
    public async Task AnImportThatBrokeOffGoesOnWhereItWas()
    {
        await using var moved = await TestPipeline.StartAsync(LivedInStore.Now);
        await using (var watched = new WatchedStorage(moved))
        {
            watched.Before = call => call is { Method: "PUT", Path: var path } && path.StartsWith("receipts/P63-48/", StringComparison.Ordinal)
                ? throw new InvalidOperationException("Broken off.")
                : Task.CompletedTask;
            await Assert.ThrowsAsync<InvalidOperationException>(() => watched.Get<StoreImport>().RunAsync(new DirectoryInfo(exported.Folder), false, null, CancellationToken.None));
        }

        var export = await DtpRun.OnAsync(moved, "export", "--all", Into);
        var again = await DtpRun.OnAsync(moved, "import", exported.Folder);

        Assert.Equal((1, "An import into this account broke off: run it again to its end before you export.\n"), (export.ExitCode, export.Errors));
        again.Succeeded();
        await SameAsync(moved);
    }

    [Fact]
    public async Task AnAccountWithDataIsRefusedUnlessItIsAskedForAndThenNoBlobIsOverwritten()
    {
        await using var other = await TestPipeline.StartAsync(LivedInStore.Now);
        await other.UploadAsync("P63-48/2023-Q2/bao-cao.csv", "indicator,value\nDS-05,41\n");

        var refused = await DtpRun.OnAsync(other, "import", exported.Folder);
        var taken = await DtpRun.OnAsync(other, "import", exported.Folder, "--into-nonempty");

        Assert.Equal(1, refused.ExitCode);
        Assert.Matches("^The account account[0-9]+ is not empty \\(reports/P63-48/2023-Q2/bao-cao.csv\\). Import into a new one, with the app stopped; or take --into-nonempty, which overwrites no blob, and rebuild.\n$", refused.Errors);
        taken.Succeeded();
        Assert.Contains("reports/P63-48/2023-Q2/bao-cao.csv stays: it is there with other content\n", taken.Output, StringComparison.Ordinal);
        Assert.Equal("indicator,value\nDS-05,41\n", (await other.Account.Reports.GetBlobClient("P63-48/2023-Q2/bao-cao.csv").DownloadContentAsync()).Value.Content.ToString());

        // The report that stayed is one more, and the youngest of its organisation's period.
        await other.Get<Sweep>().RunAsync(CancellationToken.None);
        Assert.Equal(41, (await other.RowsAsync("2023-Q2~P63-48", "obs~DS-05"))[0].GetDouble("Value"));
        Assert.Equal(2, (await other.RowsAsync("2023-Q2~P63-48", "rev~DS-05")).Count);
    }

    [Fact]
    public async Task AnExportThatIsNotWholeIsRefusedAndNothingIsImported()
    {
        (await DtpRun.OnAsync(exported.Pipeline, "export", "--all", Into)).Succeeded();
        await using var moved = await TestPipeline.StartAsync(LivedInStore.Now);
        await File.AppendAllTextAsync(Path.Combine(Into, "blobs", "reports", "P63-01", "2023-Q1", "bao-cao.csv"), "DS-06,1\n");
        File.Delete(Path.Combine(Into, "tables", "Alerts.ndjson"));

        var run = await DtpRun.OnAsync(moved, "import", Into);

        Assert.Equal(
            (1, "The export is not whole, nothing was imported:\ntables/Alerts.ndjson is missing\nblobs/reports/P63-01/2023-Q1/bao-cao.csv is not as it was exported\n"),
            (run.ExitCode, run.Errors));
        Assert.Empty(await LivedInStore.BlobsAsync(moved));
    }

    [Fact]
    public async Task AManifestThatLeadsOutOfItsFolderIsRefused()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        (await DtpRun.OnAsync(pipeline, "export", "--all", Into)).Succeeded();
        var sums = Path.Combine(Into, "SHA256SUMS");
        await File.AppendAllTextAsync(sums, $"{new string('0', 64)}  blobs/reports/../../../../secret%.json\n");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Into, "manifest.json")))!;
        manifest["checksums"] = await new ExportFolder(new DirectoryInfo(Into)).HashAsync("SHA256SUMS", CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(Into, "manifest.json"), manifest.ToJsonString());

        var run = await DtpRun.OnAsync(pipeline, "import", Into);

        Assert.Equal((1, $"SHA256SUMS names 'blobs/reports/../../../../secret%.json', which leads out of the folder {Into}: it is not as it was exported.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task AnExportOfALaterVersionIsRefusedRatherThanImportedInPart()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        (await DtpRun.OnAsync(pipeline, "export", "--all", Into)).Succeeded();
        var file = Path.Combine(Into, "manifest.json");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        manifest["rows"]!["Wishes"] = 1;
        await File.WriteAllTextAsync(file, manifest.ToJsonString());

        var run = await DtpRun.OnAsync(pipeline, "import", Into);

        Assert.Equal((1, "The export holds Wishes, which this version does not know: use the dtp of the version that exported it.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task NamesThatNoFileSystemTakesComeBackAsTheyWere()
    {
        string[] names =
        [
            "a", "a/b", "a/B", "a.csv", "a.csv/b.csv", "CON/nul.txt", "x:y|z*.csv", "hai  dấu cách .csv", "trailing./dot.", "Hà Nội.csv".Normalize(System.Text.NormalizationForm.FormD), "Hà Nội.csv",
            "%2E%2E/x.csv", "a%.bin", "a%.json", new string('ệ', 300) + ".csv", string.Join('/', Enumerable.Repeat("sâu", 200)),
        ];
        await using var old = await TestPipeline.StartAsync();
        foreach (var name in names)
        {
            await old.UploadAsync(name, $"content of {name}");
        }

        var blobs = await LivedInStore.BlobsAsync(old);
        Assert.Equal(names.Length, blobs.Count);
        (await DtpRun.OnAsync(old, "export", "--all", Into)).Succeeded();
        await using var moved = await TestPipeline.StartAsync();
        (await DtpRun.OnAsync(moved, "import", Into)).Succeeded();

        Assert.Equal(blobs, await LivedInStore.BlobsAsync(moved));
        Assert.All(Directory.EnumerateFileSystemEntries(folder.FullName), e => Assert.Equal(Into, e));
    }

    private async Task SameAsync(TestPipeline moved)
    {
        StoreDump.AssertSame(exported.Lines, await StoreDump.OfAsync(moved.Account, sameBlobs: true));
        Assert.Equal(exported.Blobs, await LivedInStore.BlobsAsync(moved));
    }

    /// <summary>Figures are published again, at a later time.</summary>
    private static IEnumerable<string> WithoutPublished(IEnumerable<string> blobs) => blobs.Where(b => !b.StartsWith("published/", StringComparison.Ordinal));

    private async Task<(int ExitCode, string Errors)> Sha256SumAsync()
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sha256sum", ["--check", "--quiet", "SHA256SUMS"])
        {
            WorkingDirectory = exported.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors + await output);
    }
}
