using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using DtPipeline.Azure.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>Names that no scenario's folder can hold. Every one is answered.</summary>
public sealed class PathTests
{
    private const string Good = "indicator,value\nGOV-01,1\n";

    [Fact]
    public async Task AFileMayHaveAnyName()
    {
        string[] paths =
        [
            "P63-01/2023-Q1/Báo cáo quý I.csv", "P63-02/2023-Q1/it's.csv", "P63-04/2023-Q1/100%.csv", "P63-06/2023-Q1/a%2Fb.csv", "P63-08/2023-Q1/a%20b.csv",
            "P63-10/2023-Q1/#1.csv", "P63-11/2023-Q1/a?b=c&d.csv", "P63-12/2023-Q1/a+b.csv", "P63-14/2023-Q1/a\"b<c>|*.csv", "P63-15/2023-Q1/😀.csv", "P63-17/2023-Q1/khong-duoi",
            "P63-19/2023-Q1/ .csv ", $"P63-20/2023-Q1/{new string('ệ', 250)}.csv",
        ];
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        foreach (var path in paths)
        {
            await pipeline.DropAsync(path, Good);
        }

        await pipeline.SettleAsync();

        foreach (var path in paths)
        {
            Assert.Equal((path, "accepted", path), (path, await pipeline.AnswerAsync(path), (await pipeline.ReceiptOfAsync(path))["path"]!.GetValue<string>()));
            Assert.Equal([path], (await pipeline.RowsAsync($"2023-Q1~{path.Split('/')[0]}", "file~")).Select(r => r.GetString("Path")));
        }
    }

    /// <summary>Azurite takes longer names and more metadata than the service does, which stops at 1,024 characters and 8 KiB.</summary>
    [Theory]
    [InlineData('a')]
    [InlineData('ệ')]
    public async Task TheLongestNameLeavesRoomForReceiptAndMetadata(char letter)
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = new WatchedStorage(pipeline);
        var path = $"P63-01/2023-Q1/{new string(letter, 1024 - "P63-01/2023-Q1/".Length)}";
        await pipeline.UploadAsync(path, Good);

        await watched.TakeAsync(path);

        Assert.All(watched.Calls, c => Assert.InRange(c.MetadataLength, 0, 8 * 1024));
        Assert.All(watched.Calls, c => Assert.InRange(c.Path[(c.Path.IndexOf('/', StringComparison.Ordinal) + 1)..].Length, 0, 1024));
    }

    [Fact]
    public async Task ABackslashOrControlCharacterKeepsTheFileOut()
    {
        string[] paths = ["P63-01/2023-Q1/a\\b.csv", "P63-01/2023-Q1/a\tb.csv", "P63-01/2023-Q1/a\u007Fb.csv", "P63-01\\2023-Q1\\b.csv"];

        Assert.Equal(
            paths.Select(p => $"rejected\npath.unsafe: The path '{p}' has parts that are not allowed. Folder and file names are never '.', '..' and have no control characters."),
            await AnswersAsync(paths));
    }

    /// <summary>The sweeper reads them from a listing, which is XML, and XML cannot hold all of them.</summary>
    [Fact]
    public async Task AnOddNameIsAnsweredAndKeepsNoOtherFromIt()
    {
        string[] odd = ["P63-01/2023-Q1/a\u0001b.csv", "P63-01/2023-Q1/a\nb.csv", "P63-01/2023-Q1/a\rb.csv", "P63-01/2023-Q1/a\u001fb\uffffc.csv"];
        string[] all = [.. odd, "P63-04/2023-Q1/bao-cao.csv"];
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        foreach (var path in all)
        {
            await pipeline.UploadAsync(path, Good);
        }

        await pipeline.SettleAsync();

        foreach (var path in odd)
        {
            Assert.StartsWith($"{path} rejected\npath.unsafe: ", $"{path} {await pipeline.AnswerAsync(path)}", StringComparison.Ordinal);
        }

        Assert.Equal("accepted", await pipeline.AnswerAsync("P63-04/2023-Q1/bao-cao.csv"));
        Assert.Equal(all, (await pipeline.Account.Reports.NamesAsync()).Order(StringComparer.Ordinal));
    }

    /// <summary>The client folds dots before it asks: what is taken in, answered and stored is the folded name.</summary>
    [Fact]
    public async Task DotsAreFoldedBeforeTheyReachThePipeline()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");

        foreach (var asked in new[] { "P63-01/2023-Q1/./bao-cao.csv", "P63-02/../P63-04/2023-Q1/bao-cao.csv", "P63-06/2023-Q1/../bao-cao.csv" })
        {
            await pipeline.DropAsync(asked, Good);
        }

        await pipeline.SettleAsync();

        string[] taken = ["P63-01/2023-Q1/bao-cao.csv", "P63-04/2023-Q1/bao-cao.csv", "P63-06/bao-cao.csv"];
        Assert.Equal(Stored.ReceiptsOf(taken), await pipeline.Account.Receipts.NamesAsync());
        Assert.Equal(
            ["accepted", "accepted", "rejected\npath.depth: The file is in the wrong place: 'P63-06/bao-cao.csv'. Put it into the folder {organisation}/{period}/{file}."],
            await Task.WhenAll(taken.Select(pipeline.AnswerAsync)));
    }

    /// <summary>A client that is asked for such a name asks for another: nobody can read the blob, and who sent it is told.</summary>
    [Fact]
    public async Task ANameThatOnlyARawRequestCanMakeIsAnsweredOnceAndDoesNoHarm()
    {
        (string Name, string Answered, string Fault)[] raw =
        [
            ("P63-01/2023-Q1/", "P63-01/2023-Q1/", "path.depth"),
            ("P63-01/2023-Q1/../raw.csv", "P63-01/2023-Q1/%2E%2E/raw.csv", "path.unsafe"),
            ("P63-01%2F2023-Q1%2F..%2F..%2F..%2Farchive%2Fraw.csv", "P63-01/2023-Q1/%2E%2E/%2E%2E/%2E%2E/archive/raw.csv", "path.unsafe"),
            ("P63-01/2023-Q1/./raw.csv", "P63-01/2023-Q1/%2E/raw.csv", "path.unsafe"),
            ("P63-01/2023-Q1/bao-cao.csv/", "P63-01/2023-Q1/bao-cao.csv/", "path.depth"),
        ];
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        foreach (var (name, _, _) in raw)
        {
            await PutRawAsync(pipeline.Account.Reports, name);
        }

        await pipeline.UploadAsync("P63-04/2023-Q1/bao-cao.csv", Good);

        await pipeline.SettleAsync();
        var once = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        await pipeline.SettleAsync();

        foreach (var (name, answered, fault) in raw)
        {
            var receipt = await pipeline.ReceiptOfAsync(answered);
            Assert.Equal(("rejected", Uri.UnescapeDataString(name)), ((string)receipt["status"]!, (string)receipt["path"]!));
            Assert.Equal(fault, (string)Assert.Single(receipt["faults"]!.AsArray())!["code"]!);
        }

        Assert.Equal(
            Stored.ReceiptsOf([.. raw.Select(r => r.Answered), "P63-04/2023-Q1/bao-cao.csv"]).Order(StringComparer.Ordinal), (await pipeline.Account.Receipts.NamesAsync()).Order(StringComparer.Ordinal));
        Assert.Equal("accepted", await pipeline.AnswerAsync("P63-04/2023-Q1/bao-cao.csv"));
        StoreDump.AssertSame(once, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));

        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        await pipeline.SettleAsync();
        StoreDump.AssertSame(once, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    [Fact]
    public async Task AnEmptyPartIsTheWrongPlace()
    {
        string[] paths = ["P63-01/2023-Q1//bao-cao.csv", "P63-01//bao-cao.csv", "P63-01/2023-Q1/ "];

        Assert.Equal(
            paths.Select(p => $"rejected\npath.depth: The file is in the wrong place: '{p}'. Put it into the folder {{organisation}}/{{period}}/{{file}}."), await AnswersAsync(paths));
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(IReadOnlyList<string> paths)
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        foreach (var path in paths)
        {
            await pipeline.DropAsync(path, Good);
        }

        await pipeline.SettleAsync();
        return await Task.WhenAll(paths.Select(pipeline.AnswerAsync));
    }

    private static async Task PutRawAsync(BlobContainerClient container, string name)
    {
        var allowed = container.GenerateSasUri(BlobContainerSasPermissions.All, TimeProvider.System.GetUtcNow().AddHours(1));
        var uri = new Uri($"{allowed.GetLeftPart(UriPartial.Path)}/{name}{allowed.Query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, uri) { Content = new StringContent(Good) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
