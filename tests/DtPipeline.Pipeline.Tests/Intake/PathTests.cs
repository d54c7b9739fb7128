using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using DtPipeline.Azure.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>Names that no scenario's folder can hold. Every one is answered.</summary>
public sealed class PathTests
{
    private const string Good = "indicator,value\nGOV-01,1\n";

    [Theory]
    [InlineData("Báo cáo quý I.csv")]
    [InlineData("it's.csv")]
    [InlineData("100%.csv")]
    [InlineData("a%2Fb.csv")]
    [InlineData("a%20b.csv")]
    [InlineData("#1.csv")]
    [InlineData("a?b=c&d.csv")]
    [InlineData("a+b.csv")]
    [InlineData("a\"b<c>|*.csv")]
    [InlineData("😀.csv")]
    [InlineData("khong-duoi")]
    [InlineData(" .csv ")]
    public async Task AFileMayHaveAnyName(string name)
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var path = $"P63-01/2023-Q1/{name}";

        await pipeline.DropAsync(path, Good);
        await pipeline.SettleAsync();

        Assert.Equal("accepted", await pipeline.AnswerAsync(path));
        Assert.Equal(path, (await pipeline.ReceiptOfAsync(path))["path"]!.GetValue<string>());
        Assert.Equal([path], (await pipeline.RowsAsync("2023-Q1~P63-01", "file~")).Select(r => r.GetString("Path")));
    }

    [Fact]
    public async Task AFileMayHaveALongName()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var path = $"P63-01/2023-Q1/{new string('ệ', 250)}.csv";

        await pipeline.DropAsync(path, Good);
        await pipeline.SettleAsync();

        Assert.Equal("accepted", await pipeline.AnswerAsync(path));
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

    [Theory]
    [InlineData("P63-01/2023-Q1/a\\b.csv")]
    [InlineData("P63-01/2023-Q1/a\tb.csv")]
    [InlineData("P63-01/2023-Q1/a\u007Fb.csv")]
    [InlineData("P63-01\\2023-Q1\\b.csv")]
    public async Task ABackslashOrControlCharacterKeepsTheFileOut(string path)
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");

        await pipeline.DropAsync(path, Good);
        await pipeline.SettleAsync();

        Assert.Equal(
            $"rejected\npath.unsafe: The path '{path}' has parts that are not allowed. Folder and file names are never '.', '..' and have no control characters.",
            await pipeline.AnswerAsync(path));
    }

    /// <summary>The sweeper reads them from a listing, which is XML, and XML cannot hold all of them.</summary>
    [Theory]
    [InlineData("P63-01/2023-Q1/a\u0001b.csv", "path.unsafe")]
    [InlineData("P63-01/2023-Q1/a\u001fb\uffffc.csv", "path.unsafe")]
    [InlineData("P63-01/2023-Q1/a\nb.csv", "path.unsafe")]
    [InlineData("P63-01/2023-Q1/a\rb.csv", "path.unsafe")]
    public async Task AnOddNameIsAnsweredAndKeepsNoOtherFromIt(string path, string fault)
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.UploadAsync(path, Good);
        await pipeline.UploadAsync("P63-04/2023-Q1/bao-cao.csv", Good);

        await pipeline.SettleAsync();

        Assert.StartsWith($"rejected\n{fault}: ", await pipeline.AnswerAsync(path), StringComparison.Ordinal);
        Assert.Equal("accepted", await pipeline.AnswerAsync("P63-04/2023-Q1/bao-cao.csv"));
        Assert.Equal([path, "P63-04/2023-Q1/bao-cao.csv"], (await pipeline.Account.Reports.NamesAsync()).Order(StringComparer.Ordinal));
    }

    /// <summary>The client folds dots before it asks: what is taken in, answered and stored is the folded name.</summary>
    [Theory]
    [InlineData("P63-01/2023-Q1/./bao-cao.csv", "P63-01/2023-Q1/bao-cao.csv", "accepted")]
    [InlineData("P63-04/../P63-01/2023-Q1/bao-cao.csv", "P63-01/2023-Q1/bao-cao.csv", "accepted")]
    [InlineData("P63-01/2023-Q1/../bao-cao.csv", "P63-01/bao-cao.csv", "rejected\npath.depth: The file is in the wrong place: 'P63-01/bao-cao.csv'. Put it into the folder {organisation}/{period}/{file}.")]
    public async Task DotsAreFoldedBeforeTheyReachThePipeline(string asked, string taken, string answer)
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");

        await pipeline.DropAsync(asked, Good);
        await pipeline.SettleAsync();

        Assert.Equal(Stored.ReceiptsOf(taken), await pipeline.Account.Receipts.NamesAsync());
        Assert.Equal(answer, await pipeline.AnswerAsync(taken));
    }

    /// <summary>A client that is asked for such a name asks for another: nobody can read the blob, and who sent it is told.</summary>
    [Theory]
    [InlineData("P63-01/2023-Q1/../raw.csv", "P63-01/2023-Q1/%2E%2E/raw.csv", "path.unsafe")]
    [InlineData("P63-01/2023-Q1/./raw.csv", "P63-01/2023-Q1/%2E/raw.csv", "path.unsafe")]
    [InlineData("P63-01%2F2023-Q1%2F..%2F..%2F..%2Farchive%2Fraw.csv", "P63-01/2023-Q1/%2E%2E/%2E%2E/%2E%2E/archive/raw.csv", "path.unsafe")]
    [InlineData("P63-01/2023-Q1/bao-cao.csv/", "P63-01/2023-Q1/bao-cao.csv/", "path.depth")]
    [InlineData("P63-01/2023-Q1/", "P63-01/2023-Q1/", "path.depth")]
    public async Task ANameThatOnlyARawRequestCanMakeIsAnsweredOnceAndDoesNoHarm(string name, string answered, string fault)
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await PutRawAsync(pipeline.Account.Reports, name);
        await pipeline.UploadAsync("P63-04/2023-Q1/bao-cao.csv", Good);

        await pipeline.SettleAsync();
        var once = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        await pipeline.SettleAsync();

        var receipt = await pipeline.ReceiptOfAsync(answered);
        Assert.Equal(("rejected", Uri.UnescapeDataString(name)), ((string)receipt["status"]!, (string)receipt["path"]!));
        Assert.Equal(fault, (string)Assert.Single(receipt["faults"]!.AsArray())!["code"]!);
        Assert.Equal(Stored.ReceiptsOf(answered, "P63-04/2023-Q1/bao-cao.csv"), await pipeline.Account.Receipts.NamesAsync());
        Assert.Equal("accepted", await pipeline.AnswerAsync("P63-04/2023-Q1/bao-cao.csv"));
        StoreDump.AssertSame(once, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));

        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        await pipeline.SettleAsync();
        StoreDump.AssertSame(once, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    [Theory]
    [InlineData("P63-01/2023-Q1//bao-cao.csv")]
    [InlineData("P63-01//bao-cao.csv")]
    [InlineData("P63-01/2023-Q1/ ")]
    public async Task AnEmptyPartIsTheWrongPlace(string path)
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");

        await pipeline.DropAsync(path, Good);
        await pipeline.SettleAsync();

        Assert.Equal(
            $"rejected\npath.depth: The file is in the wrong place: '{path}'. Put it into the folder {{organisation}}/{{period}}/{{file}}.", await pipeline.AnswerAsync(path));
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
