using System.Text.Json.Nodes;
using Azure.Data.Tables;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

public sealed class AlertDeskTests
{
    private const string Group = "@provinces";
    private const string Key = "report.overdue~2023-Q2~PROV-Q";

    [Fact]
    public async Task AnAcknowledgedAlertSaysByWhomAndWhenAndStaysSoAfterARestartAndWithoutTheTables()
    {
        await using var pipeline = await OverdueAsync();

        var answer = await HandleAsync(pipeline, new HandlingRequest("acknowledge", "Lan", null, "đã gọi"));

        Assert.Null(answer.Why);
        Assert.Equal("acknowledged Lan đã gọi", Said(JsonNode.Parse(answer.Alert!)!));
        await using var restarted = await TestPipeline.StartAsync(storage: pipeline.Storage, clock: pipeline.Clock);
        Assert.Equal("acknowledged Lan đã gọi", Said(await OpenAsync(restarted)));
        await restarted.DeleteTablesAsync();
        await restarted.Get<Rebuild>().RunAsync(CancellationToken.None);
        Assert.Equal("acknowledged Lan đã gọi", Said(await OpenAsync(restarted)));
        var at = (await OpenAsync(restarted))["handling"]!["at"]!.GetValue<DateTimeOffset>();
        Assert.InRange(pipeline.Clock.GetUtcNow() - at, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task ASnoozedAlertIsOpenAgainAtItsTime()
    {
        await using var pipeline = await OverdueAsync();

        await HandleAsync(pipeline, new HandlingRequest("snooze", "Lan", DateTimeOffset.Parse("2023-06-30T08:00:00+07:00", null), null));

        Assert.Equal("snoozed Lan ", Said(await OpenAsync(pipeline)));
        pipeline.Clock.Set("2023-06-30T08:00:01+07:00");
        Assert.Equal("open Lan ", Said(await OpenAsync(pipeline)));
    }

    [Fact]
    public async Task WhileAnAlertIsSnoozedNobodyIsMailedThatItIsRed()
    {
        await using var pipeline = await OverdueAsync();
        await HandleAsync(pipeline, new HandlingRequest("snooze", "Lan", DateTimeOffset.Parse("2023-07-20T08:00:00+07:00", null), null));

        pipeline.Clock.Set("2023-07-08T08:00:00+07:00");
        await pipeline.SettleAsync();

        Assert.Equal("red", (await OpenAsync(pipeline))["severity"]!.GetValue<string>());
        foreach (var file in Directory.GetFiles(pipeline.MailFolder, "*.eml"))
        {
            Assert.DoesNotContain("«Báo cáo quý của địa phương» kỳ 2023-Q2", (await Mail.ReadAsync(file)).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EachRecipientIsMailedOnceOfAllThatIsRedAndTheNextOneWhenItIsPassedOn()
    {
        await using var pipeline = await OverdueAsync();
        foreach (var day in new[] { "2023-07-08", "2023-07-17", "2023-07-18" })
        {
            pipeline.Clock.Set($"{day}T08:00:00+07:00");
            await pipeline.SettleAsync();
        }

        var mails = Directory.GetFiles(pipeline.MailFolder, "report.overdue~2023-Q2~*").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(["report.overdue~2023-Q2~CENT-Q~2~escalated~SECRETARIAT.eml", "report.overdue~2023-Q2~CENT-Q~3~escalated~COMMITTEE.eml"], mails);
        foreach (var mail in mails)
        {
            Assert.Contains("- [ĐỎ] Cả 3 cơ quan chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: ", (await Mail.ReadAsync(Path.Combine(pipeline.MailFolder, mail))).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HowLongSomethingIsOverdueIsSaidAsItIsOnTheDayItIsShown()
    {
        await using var pipeline = await OverdueAsync();
        pipeline.Clock.Set("2023-07-17T08:00:00+07:00");
        await pipeline.SettleAsync();

        pipeline.Clock.Set("2024-02-26T08:00:00+07:00");

        var message = (await OpenAsync(pipeline))["message"]!;
        Assert.EndsWith(": quá hạn 245 ngày (hạn 26/06/2023).", message["vi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith(": 245 days overdue (due 2023-06-26).", message["en"]!.GetValue<string>(), StringComparison.Ordinal);
        var row = (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>(Group, Key)).Value;
        Assert.DoesNotContain(row.Keys, k => row[k] is string text && text.Contains("overdue (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AReopenedAlertIsOpenAndTheLaterHandlingStands()
    {
        await using var pipeline = await OverdueAsync();
        await HandleAsync(pipeline, new HandlingRequest("acknowledge", "Lan", null, null));
        await HandleAsync(pipeline, new HandlingRequest("reopen", "Minh", null, null));

        Assert.Equal("open Minh ", Said(await OpenAsync(pipeline)));
    }

    [Fact]
    public async Task WhatCannotBeDoneIsAnsweredWithWhyAndChangesNothing()
    {
        const string When = "until must be a moment within the next 92 days, for example 2024-08-01T08:00:00+07:00.";
        (string Action, string By, string? Until, string Why)[] wrong =
        [
            ("close", "Lan", null, "action is 'close'; expected acknowledge, snooze, reopen or confirm."),
            ("acknowledge", " ", null, "Say in by who does it (1 to 200 characters)."),
            ("confirm", "Lan", null, "confirm answers a question about figures (value.anomaly) and nothing else."),
            ("snooze", "Lan", null, When),
            ("snooze", "Lan", "2023-06-26T08:00:00+07:00", When),
            ("snooze", "Lan", "2033-06-26T08:00:00+07:00", When),
        ];
        await using var pipeline = await OverdueAsync();

        foreach (var (action, by, until, why) in wrong)
        {
            var answer = await HandleAsync(pipeline, new HandlingRequest(action, by, until is null ? null : DateTimeOffset.Parse(until, null), null));
            Assert.Equal((why, false), (answer.Why!.En, answer.IsUnknown));
        }

        Assert.Null((await OpenAsync(pipeline))["handling"]);
    }

    [Fact]
    public async Task AnUnknownAlertIsNamed()
    {
        await using var pipeline = await TestPipeline.StartAsync();

        foreach (var key in new[] { "no~such", "no/such#key?", "no\u0007such" })
        {
            var answer = await pipeline.Get<AlertDesk>().HandleAsync("P63-01", key, new HandlingRequest("acknowledge", "Lan", null, null), null, CancellationToken.None);
            Assert.Equal(($"There is no alert '{key}' of 'P63-01'.", true), (answer.Why!.En, answer.IsUnknown));
        }
    }

    /// <summary>Nobody has filed the quarterly report due on 26 June 2023.</summary>
    private static async Task<TestPipeline> OverdueAsync()
    {
        var pipeline = await FewBodies.StartAsync("2023-06-27T08:00:00+07:00", codes: ["P63-01", "P63-04", "P63-48", "P34-01", "P34-04", "P34-48"]);
        await pipeline.SettleAsync();
        return pipeline;
    }

    private static Task<HandlingAnswer> HandleAsync(TestPipeline pipeline, HandlingRequest request) =>
        pipeline.Get<AlertDesk>().HandleAsync(Group, Key, request, signedIn: null, CancellationToken.None);

    private static async Task<JsonNode> OpenAsync(TestPipeline pipeline) =>
        JsonNode.Parse(await pipeline.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None))!["items"]!.AsArray().Single(a => a!["key"]!.GetValue<string>() == Key)!;

    private static string Said(JsonNode alert) => $"{alert["state"]} {alert["handling"]!["by"]} {alert["handling"]!["note"]}";
}
