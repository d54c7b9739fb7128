using System.Text.Json.Nodes;
using DtPipeline.Azure.Alerting;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>Files of which nothing can be taken. The quarterly reports of 2023-Q2 were due on Monday, 26 June 2023.</summary>
public sealed class RefusedReportTests
{
    [Fact]
    public async Task ALockFileEndsNoAlertForAllAndRaisesNoSingleOnes()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-27T08:00:00+07:00");
        await pipeline.SettleAsync();
        pipeline.Clock.Set("2023-06-28T08:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/~$bao-cao.xlsx", "\u0005Lan");

        await pipeline.SettleAsync();

        var alert = Assert.Single(await OpenAsync(pipeline));
        Assert.Equal(("report.overdue~2023-Q2~PROV-Q", "yellow"), (alert["key"]!.GetValue<string>(), alert["severity"]!.GetValue<string>()));
        Assert.Equal(
            "Of 63 organisations, 62 have not filed the 'Quarterly report of provinces' for 2023-Q2 and 1 has sent something (first received 2023-06-28) of which nothing could be taken: 2 days overdue (due 2023-06-26).",
            alert["message"]!["en"]!.GetValue<string>());
        pipeline.Clock.Set("2023-07-08T08:00:00+07:00");
        await pipeline.SettleAsync();
        Assert.Equal("red", Assert.Single(await OpenAsync(pipeline))["severity"]!.GetValue<string>());
    }

    [Fact]
    public async Task AnAlertThatWasOpenSaysFromTheRefusedFileOnWhatItIsAndStaysAcknowledged()
    {
        const string Key = "report.overdue~2023-Q2~P63-01~PROV-Q";
        await using var pipeline = await FewBodies.StartAsync("2023-06-20T08:00:00+07:00", codes: FewBodies.SixProvinces);
        await pipeline.DropAsync("P63-02/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        pipeline.Clock.Set("2023-06-27T08:00:00+07:00");
        await pipeline.SettleAsync();
        await pipeline.Get<AlertDesk>().HandleAsync("P63-01", Key, new HandlingRequest("acknowledge", "Lan", null, null), signedIn: null, CancellationToken.None);

        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nDG-05,abc\n");
        await pipeline.SettleAsync();
        await pipeline.SettleAsync();

        var alert = Assert.Single(await OpenAsync(pipeline), a => a["key"]!.GetValue<string>() == Key);
        Assert.Equal(
            "Hà Nội đã gửi tệp (nhận lần đầu 27/06/2023) nhưng không lưu được số liệu nào của «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 1 ngày (hạn 26/06/2023).",
            alert["message"]!["vi"]!.GetValue<string>());
        Assert.Equal("acknowledged", alert["state"]!.GetValue<string>());
        Assert.Equal(
            ["report.overdue~2023-Q2~P63-01~PROV-Q~1~raised", "report.overdue~2023-Q2~P63-01~PROV-Q~2~changed"],
            (await pipeline.Account.Archive.NamesAsync()).Where(n => n.Contains(Key, StringComparison.Ordinal) && n.StartsWith("alerts/", StringComparison.Ordinal)).Select(n => n["alerts/".Length..]));
    }

    private static async Task<IReadOnlyList<JsonNode>> OpenAsync(TestPipeline pipeline) =>
    [
        .. JsonNode.Parse(await pipeline.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None))!["items"]!.AsArray().OfType<JsonNode>()
            .Where(a => a["type"]!.GetValue<string>() == "report.overdue" && a["period"]!.GetValue<string>() == "2023-Q2" && a["form"]!.GetValue<string>() == "PROV-Q"),
    ];
}
