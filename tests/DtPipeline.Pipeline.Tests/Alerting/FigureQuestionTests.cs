using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Briefing;
using DtPipeline.Azure.Intake;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>Hà Nội has reported about 100 for four quarters, and then 1,000.</summary>
public sealed class FigureQuestionTests
{
    private const string Key = "value.anomaly~2024-Q1~P63-01";

    [Fact]
    public async Task WhatTheDeskConfirmsIsQuietAlsoWithoutTheTablesUntilSomethingElseIsAsked()
    {
        await using var pipeline = await AskedAsync();

        Assert.Equal("Say in note why the figures are right.", (await ConfirmAsync(pipeline, null)).Why!.En);
        Assert.Equal("confirmed", JsonNode.Parse((await ConfirmAsync(pipeline, "đã gọi, số đúng")).Alert!)!["state"]!.GetValue<string>());

        Assert.Null(await QuestionAsync(pipeline));
        Assert.Contains("<cite>đã gọi, số đúng</cite> (Tổ thư ký: <cite>Lan</cite>, <time>10/03/2024</time>)", await BriefAsync(pipeline), StringComparison.Ordinal);
        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        await pipeline.SettleAsync();
        Assert.Null(await QuestionAsync(pipeline));

        pipeline.Clock.Set(pipeline.Clock.GetUtcNow().AddMinutes(1).ToString("O", CultureInfo.InvariantCulture));
        await pipeline.DropAsync("P63-01/2024-Q1/sua.csv", "indicator,value\nDS-05,98000\n");
        await pipeline.SettleAsync();
        Assert.Contains("about 1000 times the usual 100.5", (await QuestionAsync(pipeline))!["message"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSenderIsAskedByMailAndItsWordInTheNextFileSettlesIt()
    {
        await using var pipeline = await AskedAsync();
        var mail = await Mail.ReadAsync(Assert.Single(Directory.GetFiles(pipeline.MailFolder, "value.anomaly~*HN.eml")));
        Assert.Contains("ghi «xác nhận, vì …» vào cột ghi chú", mail.Body, StringComparison.Ordinal);

        pipeline.Clock.Set(pipeline.Clock.GetUtcNow().AddMinutes(1).ToString("O", CultureInfo.InvariantCulture));
        await pipeline.DropAsync("P63-01/2024-Q1/tra-loi.csv", "indicator,value,note\nDS-05,1000,\"Xác nhận, vì đã gộp thêm ba huyện\"\n");
        await pipeline.SettleAsync();

        Assert.Null(await QuestionAsync(pipeline));
        Assert.Single(Directory.GetFiles(pipeline.MailFolder, "value.anomaly~*HN.eml"));
    }

    [Fact]
    public async Task ACorrectionUnderTheOldCodeJudgesAnewWhatTheNewOneWasAsked()
    {
        const string ofNewCode = "value.anomaly~2025-Q3~P34-01";
        await using var pipeline = await FewBodies.StartAsync("2025-09-10T09:00:00+07:00", codes: ["P63-01", "P63-04", "P34-01", "P34-04"]);
        await FewBodies.PutFormAsync(pipeline, "PROV-Q");
        var quarters = new[] { ("2024-Q3", 98), ("2024-Q4", 103), ("2025-Q1", 95), ("2025-Q2", 107) };
        foreach (var (quarter, value) in quarters)
        {
            await pipeline.DropAsync($"P63-01/{quarter}/bao-cao.csv", FormattableString.Invariant($"indicator,value\nDS-05,{value}\n"));
        }

        await pipeline.DropAsync("P34-01/2025-Q3/bao-cao.csv", "indicator,value\nDS-05,1000\n");
        await pipeline.SettleAsync();
        Assert.Contains("about 10 times the usual", (await QuestionAsync(pipeline, ofNewCode))!["message"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);

        pipeline.Clock.Set("2025-09-10T10:00:00+07:00");
        foreach (var (quarter, value) in quarters)
        {
            await pipeline.DropAsync($"P63-01/{quarter}/sua.csv", FormattableString.Invariant($"indicator,value\nDS-05,{10 * value}\n"));
        }

        await pipeline.SettleAsync();
        Assert.Null(await QuestionAsync(pipeline, ofNewCode));
    }

    private static async Task<TestPipeline> AskedAsync()
    {
        var pipeline = await FewBodies.StartAsync("2024-03-10T09:00:00+07:00", codes: ["P63-01", "P63-04", "P34-01", "P34-04"]);
        await FewBodies.PutFormAsync(pipeline, "PROV-Q");
        await pipeline.PutCatalogueAsync("recipients.csv", "code,name,address,organisations,forms,least_severity,told,view\nHN,Hà Nội,hn@example.test,P63-01,,green,first,reporter\n");
        foreach (var (quarter, value) in new[] { ("2023-Q1", 98), ("2023-Q2", 103), ("2023-Q3", 95), ("2023-Q4", 107), ("2024-Q1", 1_000) })
        {
            await pipeline.DropAsync($"P63-01/{quarter}/bao-cao.csv", FormattableString.Invariant($"indicator,value\nDS-05,{value}\n"));
        }

        await pipeline.SettleAsync();
        Assert.Contains("DS-05", (await QuestionAsync(pipeline))!["message"]!["vi"]!.GetValue<string>(), StringComparison.Ordinal);
        return pipeline;
    }

    private static async Task<JsonNode?> QuestionAsync(TestPipeline pipeline, string key = Key) =>
        JsonNode.Parse(await pipeline.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None))!["items"]!.AsArray().SingleOrDefault(a => a!["key"]!.GetValue<string>() == key);

    private static async Task<string> BriefAsync(TestPipeline pipeline)
    {
        Assert.True(Period.TryParse("2024-Q1", out var quarter));
        var brief = await pipeline.Get<BriefRun>().MakeAsync(new BriefEntry(quarter, pipeline.Clock.GetUtcNow().AddHours(1)), CancellationToken.None);
        return Encoding.UTF8.GetString(brief.Documents.Single(d => d.Name == "brief.vi.html").Content.Span);
    }

    private static Task<HandlingAnswer> ConfirmAsync(TestPipeline pipeline, string? note) =>
        pipeline.Get<AlertDesk>().HandleAsync("P63-01", Key, new HandlingRequest("confirm", "Lan", null, note), signedIn: null, CancellationToken.None);
}
