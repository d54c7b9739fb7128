using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using DtPipeline.Azure.Oversight;
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
        "GET Ledger()",
        "POST $batch",
        "PUT Obligations(PartitionKey='2023-Q1~BIG-Q',RowKey='P63-01')",
        "PUT receipts/{path}.receipt.html",
        "PUT receipts/{path}.receipt.json",
        "POST $batch",
    ];

    [Fact]
    public async Task AFileOf45IndicatorsTakesNineCallsAndOneToSendItsAlertWhetherItIsTheSecondOrTheThirtiethRevision()
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
        Assert.Equal([.. Expected[..6], Sent, .. Expected[6..]], last);
        Assert.Equal(Indicators * Revisions, (await pipeline.RowsAsync("2023-Q1~P63-01", "rev~")).Count);
        Assert.All(await pipeline.RowsAsync("2023-Q1~P63-01", "obs~"), o => Assert.Equal(Revisions, o.GetDouble("Value")));
    }

    [Fact]
    public async Task AFileThatComesAfterAYoungerOneTakesFourCallsMoreToFindItsPlaceAndAmendTheOthersReceipt()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await ManyIndicators.PutAsync(pipeline, Indicators);
        await using var watched = new WatchedStorage(pipeline);
        await DropAsync(pipeline, watched, "P63-01/2023-Q1/bo-sung.csv", minute: 1, value: 1);

        var late = await DropAsync(pipeline, watched, Path, minute: 0, value: 0);

        Assert.Equal(
            [
                .. Expected[..4],
                "GET Ledger()",
                "POST $batch",
                "GET receipts/P63-01/2023-Q1/bo-sung.csv.receipt.json",
                "PUT receipts/P63-01/2023-Q1/bo-sung.csv.receipt.html",
                "PUT receipts/P63-01/2023-Q1/bo-sung.csv.receipt.json",
                "PUT Obligations(PartitionKey='2023-Q1~BIG-Q',RowKey='P63-01')",
                Sent,
                .. Expected[6..],
            ],
            late);
        Assert.Equal([true, true], await MarksAsync(pipeline, "periodArrival~", "work~2023-Q1~P63-01~receipts"));
    }

    /// <summary>After the due day it is looked up whether the form was closed, one call more than above.</summary>
    [Fact]
    public async Task InWhateverOrderFilesComeNoneTakesMoreThanFourteenCallsToItsReceiptAndOneToSendItsAlerts()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-04-10T09:00:00+07:00");
        await ManyIndicators.PutAsync(pipeline, Indicators);
        await using var watched = new WatchedStorage(pipeline);
        await DropAsync(pipeline, watched, "P63-04/2023-Q1/bao-cao.csv", minute: 0, value: 1);
        async Task<string> CountAsync(string path, int minute, string content)
        {
            var calls = await DropAsync(pipeline, watched, path, minute, content, day: "2023-04-10");
            var sent = calls.Count(c => c.StartsWith("DELETE Ledger", StringComparison.Ordinal));
            return string.Create(CultureInfo.InvariantCulture, $"{calls.Count - sent} + {sent}");
        }

        var (report, revised, faulty) = (ManyIndicators.Report(Indicators, 1), ManyIndicators.Report(Indicators, 2), "indicator,value\nBIG-001,many\n");
        async Task<string> OlderThanTwoAsync()
        {
            await CountAsync("P63-08/2023-Q1/a.csv", 2, "indicator,value\nBIG-001,1\n");
            await CountAsync("P63-08/2023-Q1/b.csv", 3, "indicator,value\nBIG-002,1\n");
            return await CountAsync("P63-08/2023-Q1/c.csv", 1, report);
        }

        var taken = new Dictionary<string, string>
        {
            ["after the due day"] = await CountAsync("P63-01/2023-Q1/a.csv", 1, report),
            ["a correction at its path"] = await CountAsync("P63-01/2023-Q1/a.csv", 2, revised),
            ["a correction beside it"] = await CountAsync("P63-01/2023-Q1/b.csv", 3, report),
            ["the same once more"] = await CountAsync("P63-01/2023-Q1/b.csv", 4, report),
            ["a value taken back"] = await CountAsync("P63-01/2023-Q1/c.csv", 5, "indicator,value,status\nBIG-001,,withdrawn\n"),
            ["refused"] = await CountAsync("P63-01/2023-Q1/d.csv", 6, faulty),
            ["older than all"] = await CountAsync("P63-01/2023-Q1/e.csv", 0, revised),
            ["older than two whose receipts it changes"] = await OlderThanTwoAsync(),
            ["refused and the first"] = await CountAsync("P63-02/2023-Q1/a.csv", 2, faulty),
            ["accepted after that"] = await CountAsync("P63-02/2023-Q1/b.csv", 3, report),
            ["older than both"] = await CountAsync("P63-02/2023-Q1/c.csv", 1, revised),
            ["before its period is due"] = await CountAsync("P63-06/2023-Q2/a.csv", 1, report),
            ["of the period before"] = await CountAsync("P63-06/2023-Q1/a.csv", 2, report),
        };
        foreach (var (order, calls) in taken)
        {
            output.WriteLine($"{order}: {calls}");
        }

        Assert.All(taken.Values, calls => Assert.InRange(int.Parse(calls.Split(' ')[0], CultureInfo.InvariantCulture), 1, 14));
        Assert.Equal("9 + 0", taken["before its period is due"]);
        Assert.Equal("10 + 1", taken["a correction beside it"]);
    }

    [Fact]
    public async Task OfIndicatorsThatNobodyHasReportedOneListingTells()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await ManyIndicators.PutAsync(pipeline, Indicators);
        await using var watched = new WatchedStorage(pipeline);
        await DropAsync(pipeline, watched, Path, minute: 0, "indicator,value\nBIG-007,1\nBIG-021,2\n", day: "2023-03-20");
        watched.Forget();

        await watched.Get<RollUp>().RunAsync(CancellationToken.None);

        Assert.Equal(
            ["GET published/indicators/BIG-007.json", "GET published/indicators/BIG-021.json", "PUT published/indicators/BIG-007.json", "PUT published/indicators/BIG-021.json"],
            watched.Calls.Where(c => c.Path.StartsWith("published/indicators/", StringComparison.Ordinal)).Select(c => $"{c.Method} {c.Path}").Order(StringComparer.Ordinal));
    }

    /// <returns>Whether there is a mark of each kind.</returns>
    private static async Task<IReadOnlyList<bool>> MarksAsync(TestPipeline pipeline, params string[] kinds)
    {
        var keys = new List<string>();
        await foreach (var row in pipeline.Account.Pending.QueryAsync<TableEntity>())
        {
            keys.Add(row.RowKey);
        }

        return [.. kinds.Select(kind => keys.Exists(k => k.StartsWith(kind, StringComparison.Ordinal)))];
    }

    private static Task<IReadOnlyList<string>> DropAsync(TestPipeline pipeline, WatchedStorage watched, string path, int minute, int value) =>
        DropAsync(pipeline, watched, path, minute, ManyIndicators.Report(Indicators, value), day: "2023-03-20");

    /// <returns>The calls, with names that differ from file to file put in general terms.</returns>
    private static async Task<IReadOnlyList<string>> DropAsync(TestPipeline pipeline, WatchedStorage watched, string path, int minute, string content, string day)
    {
        pipeline.Clock.Set(string.Create(CultureInfo.InvariantCulture, $"{day}T09:{minute:00}:00+07:00"));
        await pipeline.UploadAsync(path, content);
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
