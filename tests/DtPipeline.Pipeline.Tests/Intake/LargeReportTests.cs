using System.Text;
using Azure.Data.Tables;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

public sealed class LargeReportTests
{
    private const int MiB = 1_048_576;

    [Theory]
    [InlineData("bao-cao.csv")]
    [InlineData("Báo cáo 100% #1.csv")]
    public async Task FiftyMegabytesAreArchivedByCopyAndNotRead(string name)
    {
        await using var pipeline = await StartAsync();
        await using var watched = new WatchedStorage(pipeline);
        var path = $"P63-01/2023-Q1/{name}";
        await pipeline.UploadAsync(path, Text(50 * MiB));

        await watched.TakeAsync(path);
        await pipeline.SettleAsync();

        Assert.Equal(
            "rejected\nfile.too_large: The file has 50.0 MiB, more than the limit of 1.0 MiB. Split it, or take out what is not data.",
            await pipeline.AnswerAsync(path));
        Assert.InRange(watched.Streamed, 0, MiB);
        var copy = Assert.Single(await pipeline.Account.Archive.NamesAsync(), n => n.StartsWith("oversize/", StringComparison.Ordinal));
        var properties = (await pipeline.Account.Archive.GetBlobClient(copy).GetPropertiesAsync()).Value;
        Assert.Equal(50 * MiB, properties.ContentLength);
        Assert.Equal(path, Encoding.UTF8.GetString(Convert.FromBase64String(properties.Metadata["path"])));
        var obligation = await pipeline.Account.Obligations.GetEntityAsync<TableEntity>("2023-Q1~PROV-Q", "P63-01");
        Assert.Equal("faulty", obligation.Value.GetString("State"));
    }

    [Fact]
    public async Task AFileAsLargeAsTheLimitIsRead()
    {
        await using var pipeline = await StartAsync();

        await pipeline.TakeAsync(await pipeline.UploadAsync("P63-01/2023-Q1/bao-cao.csv", Text(MiB)));

        Assert.Equal("accepted", await pipeline.AnswerAsync("P63-01/2023-Q1/bao-cao.csv"));
    }

    [Fact]
    public async Task AFileOneByteOverTheLimitIsToldSoInFiguresThatDiffer()
    {
        await using var pipeline = await StartAsync();

        await pipeline.TakeAsync(await pipeline.UploadAsync("P63-01/2023-Q1/bao-cao.csv", Text(MiB + 1)));

        var fault = Assert.Single((await pipeline.ReceiptOfAsync("P63-01/2023-Q1/bao-cao.csv"))["faults"]!.AsArray())!;
        Assert.Equal("file.too_large", fault["code"]!.GetValue<string>());
        Assert.NotEqual(fault["expected"]!.GetValue<string>(), fault["found"]!.GetValue<string>());
    }

    [Fact]
    public async Task TwoLargeFilesAtOnePathAreTwoFiles()
    {
        await using var pipeline = await StartAsync();
        const string Path = "P63-01/2023-Q1/bao-cao.csv";

        await pipeline.TakeAsync(await pipeline.UploadAsync(Path, Text(MiB + 1)));
        await pipeline.TakeAsync(await pipeline.UploadAsync(Path, Text(MiB + 1)));
        await pipeline.TakeAsync(pipeline.Account.Reports.GetBlobClient(Path));

        Assert.Equal(["rejected", "rejected"], (await pipeline.RowsAsync("2023-Q1~P63-01", "file~")).Select(r => r.GetString("Status")));
    }

    [Fact]
    public async Task ARowSaidTwoHundredThousandTimesIsStoredOnce()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        const string Path = "P63-01/2023-Q1/bao-cao.csv";
        var rows = Enumerable.Repeat("GOV-01,1", 200_000).Append("GOV-02,1");

        await pipeline.DropAsync(Path, string.Join('\n', ["indicator,value", .. rows, string.Empty]));

        var receipt = await pipeline.ReceiptOfAsync(Path);
        var faults = receipt["faults"]!.AsArray();
        Assert.Equal("accepted", receipt["status"]!.GetValue<string>());
        Assert.Equal("""{"rows":200001,"accepted":2,"unchanged":199999,"revised":0,"nil":0,"missing":0,"faulty":0,"passedOver":0}""", receipt["counts"]!.ToJsonString());
        Assert.Equal(10_002, faults.Count);
        Assert.Single(faults, f => f!["message"]!["en"]!.GetValue<string>() == "189999 more faults are not listed; a receipt lists at most 10000.");
        Assert.Single(faults, f => f!["code"]!.GetValue<string>() == "form.incomplete");
        Assert.Equal(["obs~GOV-01", "obs~GOV-02"], (await pipeline.RowsAsync("2023-Q1~P63-01", "obs~")).Select(r => r.RowKey));
    }

    [Fact]
    public async Task TwoHundredThousandFaultyRowsAreAnswered()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        const string Path = "P63-01/2023-Q1/bao-cao.csv";
        var rows = Enumerable.Range(1, 200_000).Select(n => $"DE-08,{n}");

        await pipeline.DropAsync(Path, string.Join('\n', ["indicator,value", .. rows, "GOV-02,1", string.Empty]));

        var receipt = await pipeline.ReceiptOfAsync(Path);
        Assert.Equal("accepted_with_faults", receipt["status"]!.GetValue<string>());
        Assert.Equal("""{"rows":200001,"accepted":1,"unchanged":0,"revised":0,"nil":0,"missing":0,"faulty":200000,"passedOver":0}""", receipt["counts"]!.ToJsonString());
    }

    private static Task<TestPipeline> StartAsync() => TestPipeline.StartAsync(
        "2023-03-20T09:00:00+07:00", settings: new Dictionary<string, string?> { ["DtPipeline:MostReportBytes"] = $"{MiB}" });

    /// <summary>A good report of exactly so many bytes: its last row's note is as long as it takes.</summary>
    private static byte[] Text(int bytes)
    {
        var text = new byte[bytes];
        Array.Fill(text, (byte)'a');
        Encoding.UTF8.GetBytes("indicator,value,note\nGOV-01,1,").CopyTo(text, 0);
        return text;
    }
}
