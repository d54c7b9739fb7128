using System.Text;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Briefing;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>A clerk has sent what must not be there: identity numbers in a note, in a cell, in the name of a column and of a sheet.</summary>
public sealed class PurgeTests : IAsyncLifetime
{
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Secret = "001099012345";
    private const string Report = $"indicator,value,note,CCCD {Secret}\nGOV-01,1,{Secret},x\nGOV-02,{Secret} người,,x\n";
    private static readonly string[] Signed = ["--reason", "số định danh cá nhân", "--by", "Lan", "--confirmed-by", "Minh"];

    private TestPipeline pipeline = null!;

    public async ValueTask InitializeAsync()
    {
        pipeline = await FewBodies.StartAsync(
            "2023-03-20T09:00:00+07:00", new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "00:00:00" }, "P63-01", "P63-04", "P63-06", "P63-48", "P34-01", "P34-04", "P34-19", "P34-48");
        await OneForm.PutAsync(pipeline.Account, "recipients.csv", "code,name,address,organisations,forms,least_severity,told,view\nSEC,Tổ thư ký,sec@example.test,@all,,green,first,overseer\nHN,Hà Nội,hn@example.test,P63-01,,green,first,reporter\n");
        await OneForm.PutAsync(pipeline);
        await pipeline.DropAsync(Path, Report);
        await pipeline.DropAsync("P63-48/2023-Q1/ban-sao.csv", Report);
        await pipeline.DropAsync("P63-04/2023-Q1/bao-cao.csv", "indicator,value\nGOV-01,0\n");
        await pipeline.SettleAsync();
        pipeline.Clock.Set("2023-03-21T09:00:00+07:00");
        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();
    }

    public ValueTask DisposeAsync() => pipeline.DisposeAsync();

    [Fact]
    public async Task NothingOfItIsLeftButTheFiguresAndATombstone()
    {
        Assert.NotEmpty(await WhereAsync(Secret));
        var figures = await FiguresAsync();

        var run = await DtpRun.OnAsync(pipeline, ["purge", Path, .. Signed]);

        run.Succeeded();
        Assert.Equal($"Erased {Path}.\nErased P63-48/2023-Q1/ban-sao.csv, which had the same content.\n2 files are erased, their figures stand. Running apps keep the content out within a minute.\n", run.Output);
        Assert.Empty(await WhereAsync(Secret));
        Assert.Equal(figures, await FiguresAsync());
        Assert.Equal(["P63-04/2023-Q1/bao-cao.csv"], await pipeline.Account.Reports.NamesAsync());
        Assert.Equal(Stored.ReceiptsOf("P63-04/2023-Q1/bao-cao.csv"), await pipeline.Account.Receipts.NamesAsync());
        var tombstones = (await pipeline.Account.Archive.NamesAsync()).Where(n => n.StartsWith("purged/", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, tombstones.Count);
        var told = (await pipeline.Account.Archive.GetBlobClient(tombstones[0]).DownloadContentAsync()).Value.Content.ToString();
        Assert.All(["\"by\":\"Lan\"", "\"confirmedBy\":\"Minh\"", "\"reason\":\"số định danh cá nhân\"", "\"sha256\":\""], t => Assert.Contains(t, told, StringComparison.Ordinal));
        (await DtpRun.OnAsync(pipeline, ["purge", Path, .. Signed])).Succeeded();
    }

    [Fact]
    public async Task ABriefThatQuotesItLosesTheWordsAndSaysSoAndKeepsItsFigures()
    {
        Assert.True(Period.TryParse("2023-Q1", out var quarter));
        var (run, shelf) = (pipeline.Get<BriefRun>(), pipeline.Get<BriefShelf>());
        await run.WriteAsync(quarter, pipeline.Clock.GetUtcNow(), CancellationToken.None);
        pipeline.Clock.Set("2023-03-22T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q1/sua.csv", "indicator,value,note\nGOV-01,0,Đính chính: sai người 0987\n");
        pipeline.Clock.Set("2023-03-23T09:00:00+07:00");
        var second = await run.WriteAsync(quarter, pipeline.Clock.GetUtcNow(), CancellationToken.None);
        async Task<string> PageAsync(string file) => (await shelf.FindAsync("2023-Q1", second.Moment, file, CancellationToken.None))!.Value.Content.ToString();
        Assert.Contains("<cite>Đính chính: sai người 0987</cite>", await PageAsync("brief.vi.html"), StringComparison.Ordinal);
        var figures = await PageAsync("figures.json");

        (await DtpRun.OnAsync(pipeline, ["purge", "P63-01/2023-Q1/sua.csv", .. Signed])).Succeeded();

        Assert.Empty(await WhereAsync("sai người 0987"));
        var page = await PageAsync("brief.vi.html");
        Assert.Contains("<cite>[đã xoá / erased]</cite>", page, StringComparison.Ordinal);
        Assert.Contains("Lời trích từ một tệp đã bị xoá được thay bằng [đã xoá / erased] lúc <time>09:00 ngày 23/03/2023</time>; số liệu giữ nguyên.", page, StringComparison.Ordinal);
        Assert.Equal(figures, await PageAsync("figures.json"));
    }

    [Fact]
    public async Task ARebuildAfterItGivesTheSameStore()
    {
        (await DtpRun.OnAsync(pipeline, ["purge", Path, .. Signed])).Succeeded();
        await pipeline.SettleAsync();
        var expected = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        await pipeline.LoseTablesAsync();

        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();

        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
        Assert.Empty(await WhereAsync(Secret));
    }

    [Fact]
    public async Task TheSameContentSentAgainIsKeptOutAndItsSenderToldWhy()
    {
        (await DtpRun.OnAsync(pipeline, ["purge", Path, .. Signed])).Succeeded();
        var figures = await FiguresAsync();
        pipeline.Clock.Set("2023-03-22T09:00:00+07:00");

        await pipeline.DropAsync("P63-01/2023-Q1/lai.csv", Report);
        await pipeline.SettleAsync();

        Assert.Equal(
            "rejected\nfile.erased: The file was erased (số định danh cá nhân) and is not taken in again. Send the report without what must not be in it.",
            await pipeline.AnswerAsync("P63-01/2023-Q1/lai.csv"));
        Assert.Equal(["P63-04/2023-Q1/bao-cao.csv"], await pipeline.Account.Reports.NamesAsync());
        Assert.Empty(await WhereAsync(Secret));
        Assert.Equal(figures, await FiguresAsync());
        await pipeline.SendDigestsAsync();
        var expected = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        await pipeline.LoseTablesAsync();
        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();
        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    [Fact]
    public async Task TombstonesMoveWithTheStoreAndAnOlderExportBringsNothingBack()
    {
        var folder = Directory.CreateTempSubdirectory("dtpipeline-purge-");
        var (before, after) = (System.IO.Path.Combine(folder.FullName, "before"), System.IO.Path.Combine(folder.FullName, "after"));
        (await DtpRun.OnAsync(pipeline, "export", "--all", before)).Succeeded();
        (await DtpRun.OnAsync(pipeline, ["purge", Path, .. Signed])).Succeeded();
        var figures = await FiguresAsync();
        (await DtpRun.OnAsync(pipeline, "export", "--all", after)).Succeeded();
        await pipeline.DisposeAsync();
        pipeline = await TestPipeline.StartAsync("2023-03-21T10:00:00+07:00");

        (await DtpRun.OnAsync(pipeline, "import", after)).Succeeded();
        (await DtpRun.OnAsync(pipeline, "import", before, "--into-nonempty")).Succeeded();
        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();

        Assert.Empty(await WhereAsync(Secret));
        Assert.Equal(figures, await FiguresAsync());
        folder.Delete(recursive: true);
    }

    /// <summary>Values with their history, and states of obligations: without notes and places.</summary>
    private async Task<IReadOnlyList<string>> FiguresAsync()
    {
        var figures = new List<string>();
        foreach (var partition in new[] { "2023-Q1~P63-01", "2023-Q1~P63-48", "2023-Q1~P63-04" })
        {
            figures.AddRange((await pipeline.RowsAsync(partition, "obs~")).Select(r => $"{partition} {r.RowKey} {r.GetDouble("Value")} {r.GetString("Status")} {r.GetString("FileId")}"));
        }

        await foreach (var row in pipeline.Account.Obligations.QueryAsync<global::Azure.Data.Tables.TableEntity>(string.Empty))
        {
            figures.Add($"{row.PartitionKey} {row.RowKey} {row.GetString("State")}");
        }

        return figures;
    }

    /// <summary>Every blob and row that has a text in it.</summary>
    private async Task<IReadOnlyList<string>> WhereAsync(string text)
    {
        var found = new List<string>();
        foreach (var container in pipeline.Account.Containers)
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.Version, null, CancellationToken.None))
            {
                var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
                if (Encoding.UTF8.GetString(content).Contains(text, StringComparison.Ordinal))
                {
                    found.Add($"{container.Name}/{blob.Name}");
                }
            }
        }

        foreach (var table in pipeline.Account.Tables)
        {
            await foreach (var row in table.QueryAsync<global::Azure.Data.Tables.TableEntity>(string.Empty))
            {
                found.AddRange(row.Where(p => p.Value is string value && value.Contains(text, StringComparison.Ordinal)).Select(p => $"{table.Name} {row.PartitionKey} {row.RowKey} {p.Key}"));
            }
        }

        return found;
    }
}
