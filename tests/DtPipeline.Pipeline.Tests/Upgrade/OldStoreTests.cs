using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Progress;

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
        Assert.Equal(44, (double?)(await HistoryAsync("P63-48"))["points"]![0]!["value"]);
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
    public async Task WhatWasKnownAtAPastMomentIsToldOfItToo()
    {
        Assert.True(Period.TryParse("2023-Q1", out var period));
        var (reader, first, corrected) = (pipeline.Get<AsOfReader>(), new DateTimeOffset(2023, 3, 20, 2, 0, 2, TimeSpan.Zero), pipeline.Clock.GetUtcNow());

        var stands = await pipeline.Get<LedgerPeriods>().ReadAsync(period, CancellationToken.None);
        var known = await reader.ReadAsync(period, corrected, CancellationToken.None);
        Assert.Equal(Said(stands.ToDictionary(s => s.Key, s => s.Value.State)), Said(known.ByOrganisation.ToDictionary(k => k.Key, k => WithoutPlaces(k.Value))));
        Assert.Equal(40, (await reader.ReadAsync(period, first, CancellationToken.None)).Find("P63-48", "DS-05")!.Value);
        Assert.Null((await reader.ReadAsync(period, first.AddTicks(-1), CancellationToken.None)).Find("P63-48", "DS-05"));
        Assert.Equal(["P63-48 DS-05 40 → 44 A, 9c7eb4fee1c5afb0"], (await reader.CompareAsync(period, first, corrected, CancellationToken.None)).Where(r => r.Was is not null).Select(Said));

        pipeline.Clock.Set(corrected.AddMinutes(1).ToString("O", CultureInfo.InvariantCulture));
        await pipeline.DropAsync("P63-48/2023-Q1/rut.csv", "indicator,value,status\nDS-05,,withdrawn\n");
        var withdrawn = (await pipeline.RowsAsync("2023-Q1~P63-48", "file~")).Max(r => r.GetDateTimeOffset("UploadedAt")!.Value);
        Assert.Equal(44, (await reader.ReadAsync(period, withdrawn.AddTicks(-1), CancellationToken.None)).Find("P63-48", "DS-05")!.Value);
        Assert.StartsWith("P63-48 DS-05 44 →  withdrawn, ", Said(Assert.Single(await reader.CompareAsync(period, corrected, withdrawn, CancellationToken.None))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APeriodIsShownAsItWasAtTheEndOfADay()
    {
        var past = pipeline.Get<PastPeriods>();

        var (json, _) = await past.ReadAsync("2023-Q1", "2023-03-20", CancellationToken.None);
        var (revisions, _) = await past.CompareAsync("2023-Q1", "2023-03-19", "2023-03-20T09:00:02 07:00", CancellationToken.None);

        var summary = JsonNode.Parse(json!.ToString())!;
        Assert.Equal("2023-03-20T23:59:59.9999999+07:00", (string?)summary["asOf"]);
        Assert.Equal(40, (double?)summary["organisations"]!.AsArray().Single(o => (string?)o!["code"] == "P63-48")!["values"]!["DS-05"]!["value"]);
        Assert.Contains(JsonNode.Parse(revisions!.ToString())!["revisions"]!.AsArray(), r => (string?)r!["indicator"] == "DS-05" && (double?)r["now"]!["value"] == 40 && r["was"] is null);
        Assert.Equal("asOf is '20.3.2023'; expected a day 2024-07-01 or a moment 2024-07-01T09:00:00+07:00.", (await past.ReadAsync("2023-Q1", "20.3.2023", CancellationToken.None)).Why!.En);
        Assert.Equal("'2023-Q5' is no period; expected one such as 2024-Q2.", (await past.CompareAsync("2023-Q5", "2023-03-19", "2023-03-20", CancellationToken.None)).Why!.En);
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
        Assert.Equal(["Ledger head Observations: String", "Ledger head Received: String", "Ledger obs Unit: String", "Obligations  Incomplete: Boolean"], written.Except(known).Order(StringComparer.Ordinal));
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
        var json = await DtpRun.OnAsync(pipeline, "rebuild", "--diff", "--json");
        Assert.Equal((2, 2, "would_change"), (json.ExitCode, JsonNode.Parse(json.Output)!.AsArray().Count, (string?)JsonNode.Parse(json.Errors)!["code"]));
        StoreDump.AssertSame(before, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();
        Assert.Equal(0, (await DiffAsync()).ExitCode);

        // Once more: nothing is left that it could change.
        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();
        var catalogue = await pipeline.Get<CatalogueStore>().HashAsync(CancellationToken.None);
        Assert.Equal(
            [("P63-01", "2023-Q1", "GOV-01", null, 0, catalogue), ("P63-48", "2023-Q1", "DS-05", 45.5, 44, catalogue)],
            (await pipeline.Get<CorrectionLog>().ReadAsync(CancellationToken.None)).Select(c => (c.Organisation, c.Period, c.Indicator, c.From, c.To, c.Catalogue)));
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

    [GeneratedRegex(@" \| (?:Unit|Incomplete|Received|Sums|MessageEn|MessageVi|Owed)=.*?(?= \| |$)|,""help"":\{[^}]*\}")]
    private static partial Regex NotOfVersion1();

    private async Task<(int ExitCode, string Output)> DiffAsync()
    {
        var run = await DtpRun.OnAsync(pipeline, "rebuild", "--diff");
        Assert.Empty(run.Errors);
        return (run.ExitCode, run.Output);
    }

    private static IEnumerable<string> Said(IReadOnlyDictionary<string, LedgerState> ledgers) =>
        from ledger in ledgers.OrderBy(l => l.Key, StringComparer.Ordinal)
        from o in ledger.Value.Observations.Values.OrderBy(o => o.Indicator, StringComparer.Ordinal)
        select FormattableString.Invariant($"{ledger.Key} {o.Indicator} {o.Value} {o.Status} {o.Note} {o.FileId} {o.UploadedAt:O} {o.Place} {string.Join(' ', ledger.Value.FirstAccepted)}");

    private static LedgerState WithoutPlaces(LedgerState state) =>
        state with { Observations = state.Observations.ToDictionary(o => o.Key, o => o.Value with { Place = new Place(null, null, null) }) };

    private static string Said(ValueRevision revision) =>
        FormattableString.Invariant($"{revision.Organisation.Code} {revision.Indicator.Code} {revision.Was?.Value} → {revision.Now.Value} {revision.Now.Status}, {revision.Now.FileId}");

    /// <summary>What is published of an organisation's DS-05 over all periods.</summary>
    private async Task<JsonNode> HistoryAsync(string organisation) => JsonNode.Parse((await pipeline.Account.Published.GetBlobClient($"organisations/{organisation}.json").DownloadContentAsync()).Value.Content.ToString())!
        ["indicators"]!.AsArray().Single(i => (string?)i!["indicator"] == "DS-05")!;

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
