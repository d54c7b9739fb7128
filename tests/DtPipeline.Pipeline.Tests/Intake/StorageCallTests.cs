using System.Globalization;
using System.Text.RegularExpressions;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>What a report costs: requests to the storage, counted on the wire.</summary>
public sealed partial class StorageCallTests(ITestOutputHelper output)
{
    private const int Indicators = 45;
    private const int Revisions = 30;
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Sent = "DELETE Ledger(PartitionKey='2023-Q1~P63-01',RowKey='out~report.revised~2023-Q1~P63-01~{file}~1~raised')";

    private static readonly string[] Expected =
    [
        "GET reports/{path}",
        "PUT archive/{sha256}/{file}",
        "PUT Pending(PartitionKey='pending',RowKey='work~2023-Q1~P63-01~{file}')",
        "GET Obligations()",
        "GET Ledger()",
        "POST $batch",
        "PUT Obligations(PartitionKey='2023-Q1~BIG-Q',RowKey='P63-01')",
        "PUT receipts/{path}.receipt.html",
        "PUT receipts/{path}.receipt.json",
        "POST $batch",
    ];

    [Fact]
    public async Task AFileOf45IndicatorsTakesTenCallsAndTwoToSendItsAlertWhetherItIsTheSecondOrTheThirtiethRevision()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await ManyIndicators.PutAsync(pipeline, Indicators);
        await using var watched = new WatchedStorage(pipeline);

        // The catalogue is read once a process, by the first report of all.
        await DropAsync(pipeline, watched, "P63-04/2023-Q1/bao-cao.csv", minute: 0, value: 1);

        var first = await DropAsync(pipeline, watched, Path, minute: 0, value: 0);
        IReadOnlyList<string> last = [];
        for (var revision = 1; revision <= Revisions; revision++)
        {
            last = await DropAsync(pipeline, watched, Path, minute: revision, value: revision);
        }

        output.WriteLine($"The first file: {first.Count} calls. Revision {Revisions}: {last.Count} calls.");
        Assert.Equal(Expected, first);
        Assert.Equal([.. Expected[..7], "GET Ledger()", Sent, .. Expected[7..]], last);
        Assert.Equal(Indicators * Revisions, (await pipeline.RowsAsync("2023-Q1~P63-01", "rev~")).Count);
        Assert.All(await pipeline.RowsAsync("2023-Q1~P63-01", "obs~"), o => Assert.Equal(Revisions, o.GetDouble("Value")));
    }

    [Fact]
    public async Task AFileThatComesAfterAYoungerOneTakesSevenCallsMoreToFindItsPlaceAndAmendTheOthersReceipt()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await ManyIndicators.PutAsync(pipeline, Indicators);
        await using var watched = new WatchedStorage(pipeline);
        await DropAsync(pipeline, watched, "P63-01/2023-Q1/bo-sung.csv", minute: 1, value: 1);

        var late = await DropAsync(pipeline, watched, Path, minute: 0, value: 0);

        Assert.Equal(
            [
                .. Expected[..5],
                "HEAD receipts/{path}.receipt.json",
                "GET Ledger()",
                "POST $batch",
                "GET receipts/P63-01/2023-Q1/bo-sung.csv.receipt.json",
                "PUT receipts/P63-01/2023-Q1/bo-sung.csv.receipt.html",
                "PUT receipts/P63-01/2023-Q1/bo-sung.csv.receipt.json",
                "POST $batch",
                "PUT Pending(PartitionKey='pending',RowKey='work~2023-Q1~P63-01~receipts')",
                "PUT Obligations(PartitionKey='2023-Q1~BIG-Q',RowKey='P63-01')",
                "GET Ledger()",
                Sent,
                .. Expected[7..],
            ],
            late);
    }

    /// <returns>The calls, with names that differ from file to file put in general terms.</returns>
    private static async Task<IReadOnlyList<string>> DropAsync(TestPipeline pipeline, WatchedStorage watched, string path, int minute, int value)
    {
        pipeline.Clock.Set(new DateTimeOffset(2023, 3, 20, 9, minute, 0, TimeSpan.FromHours(7)).ToString("O", CultureInfo.InvariantCulture));
        await pipeline.UploadAsync(path, ManyIndicators.Report(Indicators, value));
        watched.Forget();
        await watched.TakeAsync(path);
        return [.. watched.Calls.Select(c => InGeneral(c, path))];
    }

    private static string InGeneral(StorageCall call, string path) => call.Path.StartsWith("archive/", StringComparison.Ordinal)
        ? $"{call.Method} archive/{{sha256}}/{{file}}"
        : FileInKey().Replace(call.ToString().Replace(path, "{path}", StringComparison.Ordinal), "~{file}");

    [GeneratedRegex("~[0-9a-f]{16}(?=['~])")]
    private static partial Regex FileInKey();
}
