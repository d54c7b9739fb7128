using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>The form PROV-Q of 2023-Q2, due on 26 June, is closed, filed again, reopened and filed once more.</summary>
public sealed partial class ClosingTests
{
    private const string Early = "P63-01/2023-Q2/bao-cao.csv";
    private const string Late = "P63-01/2023-Q2/sua.csv";
    private const string Last = "P63-01/2023-Q2/sua-nua.csv";

    [Fact]
    public async Task WhatCameAfterClosingIsToldSoAndTheArchiveKnowsWhoClosedWhatWhenTheTablesAreLost()
    {
        await using var pipeline = await FewBodies.StartAsync("2023-06-20T09:00:00+07:00", codes: FewBodies.SixProvinces);
        await pipeline.DropAsync(Early, "indicator,value\nDS-05,100\n");
        Assert.Equal("PROV-Q of 2023-Q2 is due on 2023-06-26 and can be closed from the day after.", await ActAsync(pipeline, "close", null));

        pipeline.Clock.Set("2023-07-05T17:00:00+07:00");
        Assert.Null(await ActAsync(pipeline, "close", "xong"));
        Assert.Equal("PROV-Q of 2023-Q2 was closed by Lan on 5 July 2023, <time>.", await ActAsync(pipeline, "close", null));
        Assert.Equal("Say why it is reopened.", await ActAsync(pipeline, "reopen", "  "));

        pipeline.Clock.Set("2023-07-06T09:00:00+07:00");
        await pipeline.DropAsync(Late, "indicator,value\nDS-05,110\n");
        pipeline.Clock.Set("2023-07-07T09:00:00+07:00");
        var reopened = await DtpRun.OnAsync(pipeline, "reopen", "PROV-Q", "2023-Q2", "--by", "Minh", "--reason", "sai số liệu");
        Assert.Equal("PROV-Q 2023-Q2: closed by Lan on 5 July 2023, <time> (xong); reopened by Minh on 7 July 2023, <time> (sai số liệu)\n", Untimed(reopened.Output));
        pipeline.Clock.Set("2023-07-08T09:00:00+07:00");
        await pipeline.DropAsync(Last, "indicator,value\nDS-05,120\n");
        await pipeline.SettleAsync();

        Assert.Equal("False, True, False", await AfterClosingAsync(pipeline));
        var told = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        Assert.Contains(told, l => Untimed(l).Contains("It came after closing (PROV-Q on 5 July 2023, <time>): what was closed does not change.", StringComparison.Ordinal));
        var list = await pipeline.Get<ClosingDesk>().ListAsync(CancellationToken.None);
        Assert.Equal(
            """[{"form":"PROV-Q","period":"2023-Q2","closedAt":"2023-07-05T<time>+00:00","closedBy":"Lan","note":"xong","reopenedAt":"2023-07-07T<time>+00:00","reopenedBy":"Minh","reason":"sai số liệu"}]""",
            Untimed(JsonNode.Parse(list)!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));

        await pipeline.DeleteTablesAsync();
        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();
        await pipeline.SettleAsync();

        Assert.Equal($"{reopened.Output}1 closing.\n", (await DtpRun.OnAsync(pipeline, "closings")).Output);
        StoreDump.AssertSame(told, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    [Fact]
    public async Task AnActWhoseRowWasLostIsMadeGoodByTheNextAct()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-07-05T17:00:00+07:00");
        Assert.Null(await ActAsync(pipeline, "close", null));
        await pipeline.Account.Obligations.DeleteEntityAsync("closings", "2023-Q2~PROV-Q~0001");

        Assert.Equal("PROV-Q of 2023-Q2 was closed by Lan on 5 July 2023, <time>.", await ActAsync(pipeline, "close", null));

        Assert.Equal("PROV-Q 2023-Q2: closed by Lan on 5 July 2023, <time>\n1 closing.\n", Untimed((await DtpRun.OnAsync(pipeline, "closings")).Output));
    }

    private static async Task<string?> ActAsync(TestPipeline pipeline, string action, string? reason) =>
        (await pipeline.Get<ClosingDesk>().ActAsync("PROV-Q", "2023-Q2", new ClosingRequest(action, "Lan", reason), signedIn: null, CancellationToken.None)).Why is { } why ? Untimed(why.En) : null;

    /// <summary>The clock goes on while a test runs.</summary>
    private static string Untimed(string text) => Time().Replace(text, "<time>");

    [GeneratedRegex(@"\d\d:\d\d:\d\d")]
    private static partial Regex Time();

    private static async Task<string> AfterClosingAsync(TestPipeline pipeline)
    {
        var told = new List<bool>();
        foreach (var path in new[] { Early, Late, Last })
        {
            told.Add((await pipeline.ReceiptOfAsync(path))["faults"]!.AsArray().Any(f => f!["code"]!.ToString() == "form.after_closing"));
        }

        return string.Join(", ", told);
    }
}
