using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>The quarterly reports of 2023-Q2 were due on Monday, 26 June 2023.</summary>
public sealed class DigestRunTests
{
    private const string Recipients = """
        code,name,address,organisations,forms,least_severity,told,view
        SEC,Tổ thư ký,sec@example.test,@all,PROV-Q,green,first,overseer
        HN,Hà Nội,hn@example.test,P63-01,,green,first,reporter
        DN,Đà Nẵng,dn@example.test,P63-48,,green,first,reporter

        """;

    [Fact]
    public async Task EachRecipientGetsOneDigestADayOfWhatConcernsIt()
    {
        await using var pipeline = await StartAsync("2023-06-27T07:30:00+07:00");
        await pipeline.SettleAsync();

        await RunAsync(pipeline);
        await RunAsync(pipeline);

        Assert.Equal(["digest~2023-06-27~DN.eml", "digest~2023-06-27~HN.eml", "digest~2023-06-27~SEC.eml"], Mails(pipeline));
        var mail = await MailAsync(pipeline, "digest~2023-06-27~HN");
        Assert.Equal(("hn@example.test", "<digest~2023-06-27~HN@localhost>"), (mail["To"], mail["Message-ID"]));
        Assert.Contains("- [VÀNG] Hà Nội chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 1 ngày (hạn 26/06/2023).", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Đà Nẵng", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BeforeHalfPastSevenItIsStillTheDigestOfTheDayBefore()
    {
        await using var pipeline = await StartAsync("2023-06-27T07:30:00+07:00");
        await pipeline.SettleAsync();
        await RunAsync(pipeline);

        pipeline.Clock.Set("2023-06-28T07:20:00+07:00");
        await RunAsync(pipeline);
        Assert.DoesNotContain("digest~2023-06-28~SEC.eml", Mails(pipeline));

        pipeline.Clock.Set("2023-06-28T07:30:00+07:00");
        await RunAsync(pipeline);
        Assert.Contains("digest~2023-06-28~SEC.eml", Mails(pipeline));
    }

    [Fact]
    public async Task DaysOnWhichNothingRanAreMadeUpForByOneDigest()
    {
        await using var pipeline = await StartAsync("2023-06-22T07:30:00+07:00");
        await pipeline.SettleAsync();
        await RunAsync(pipeline);

        pipeline.Clock.Set("2023-07-03T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.SettleAsync();
        await RunAsync(pipeline);

        Assert.Equal(["digest~2023-06-22~SEC.eml", "digest~2023-07-03~SEC.eml"], Mails(pipeline).Where(m => m.EndsWith("~SEC.eml", StringComparison.Ordinal)));
        var secretariat = (await MailAsync(pipeline, "digest~2023-07-03~SEC")).Body;
        Assert.Contains("Ha Noi filed the 'Quarterly report of provinces' for 2023-Q2 7 days late (due 2023-06-26).", secretariat, StringComparison.Ordinal);
        Assert.Contains(
            "\n- [YELLOW] 7 days overdue (due 2023-06-26), not filed: the 'Quarterly report of provinces' for 2023-Q2, 5 organisations: Ha Giang, Cao Bang, Tuyen Quang, Da Nang, Ho Chi Minh City.\n",
            secretariat,
            StringComparison.Ordinal);
        var own = (await MailAsync(pipeline, "digest~2023-07-03~HN")).Body;
        Assert.DoesNotContain("has not filed the 'Quarterly report of provinces' for 2023-Q2", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADigestThatWasComposedBeforeACrashIsSentAsItWas()
    {
        await using var pipeline = await StartAsync("2023-06-27T07:30:00+07:00");
        await pipeline.SettleAsync();
        await pipeline.Get<DigestRun>().RunAsync(CancellationToken.None);
        var composed = await pipeline.Get<AlertArchive>().FindDigestAsync("SEC", new DateOnly(2023, 6, 27), CancellationToken.None);

        // As if the process had died before it put the digest into the outbox.
        await pipeline.Account.Pending.DeleteEntityAsync("mail", "mail~digest~2023-06-27~SEC");
        await pipeline.Account.Pending.DeleteEntityAsync("digest", "SEC");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.SettleAsync();
        await RunAsync(pipeline);

        Assert.Equal(composed!.Body, (await MailAsync(pipeline, "digest~2023-06-27~SEC")).Body);
        Assert.Equal(composed.Html, (await MailAsync(pipeline, "digest~2023-06-27~SEC")).Html);
    }

    [Fact]
    public async Task ADigestThatWasTakenIsNotSentAgainWhateverIsForgottenOfIt()
    {
        await using var pipeline = await StartAsync("2023-06-27T07:30:00+07:00");
        await pipeline.SettleAsync();
        await RunAsync(pipeline);
        File.Delete(Path.Combine(pipeline.MailFolder, "digest~2023-06-27~SEC.eml"));

        await pipeline.Account.Pending.DeleteEntityAsync("digest", "SEC");
        await RunAsync(pipeline);

        Assert.DoesNotContain("digest~2023-06-27~SEC.eml", Mails(pipeline));
    }

    [Fact]
    public async Task ADigestThatCannotBeComposedKeepsNobodyElseWaitingAndIsMadeUpForTheSameDay()
    {
        await using var pipeline = await StartAsync("2023-06-27T07:30:00+07:00");
        await pipeline.SettleAsync();
        var isBroken = true;
        await using var watched = new WatchedStorage(pipeline)
        {
            Before = call => isBroken && call is { Method: "PUT", Path: "archive/digests/DN/2023-06-27" } ? throw new InvalidOperationException("Broken.") : Task.CompletedTask,
        };

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => watched.Get<DigestRun>().RunAsync(CancellationToken.None));
        await pipeline.Get<MailRun>().RunAsync(CancellationToken.None);
        Assert.Equal("1 of 3 digests failed, the others are done: DN (InvalidOperationException).", thrown.Message);
        Assert.Equal(["digest~2023-06-27~HN.eml", "digest~2023-06-27~SEC.eml"], Mails(pipeline));

        isBroken = false;
        await watched.Get<DigestRun>().RunAsync(CancellationToken.None);
        await pipeline.Get<MailRun>().RunAsync(CancellationToken.None);
        Assert.Equal(["digest~2023-06-27~DN.eml", "digest~2023-06-27~HN.eml", "digest~2023-06-27~SEC.eml"], Mails(pipeline));
    }

    [Fact]
    public async Task WhatWasToldIsRememberedWithoutTheTables()
    {
        await using var pipeline = await StartAsync("2023-06-27T07:30:00+07:00");
        await pipeline.SettleAsync();
        await RunAsync(pipeline);
        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        pipeline.Clock.Set("2023-06-28T07:30:00+07:00");
        await pipeline.SettleAsync();
        await RunAsync(pipeline);

        var body = (await MailAsync(pipeline, "digest~2023-06-28~SEC")).Body;
        Assert.Contains("Still open (2)\n", body, StringComparison.Ordinal);
        Assert.Contains("- [YELLOW] All 6 organisations have not filed the 'Quarterly report of provinces' for 2023-Q2: 2 days overdue", body, StringComparison.Ordinal);
        Assert.DoesNotContain("New (", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OverlappingChecksTellEachAlertOnce()
    {
        await using var pipeline = await StartAsync("2023-06-27T07:30:00+07:00");
        await pipeline.DropAsync("P63-48/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None)));
        await pipeline.SettleAsync();

        var overdue = (await pipeline.Account.Archive.NamesAsync()).Where(n => n.StartsWith("alerts/report.overdue~2023-Q2~P63-", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, overdue.Count);
        Assert.All(overdue, id => Assert.EndsWith("~1~raised", id, StringComparison.Ordinal));
    }

    private static async Task<TestPipeline> StartAsync(string now)
    {
        var pipeline = await FewBodies.StartAsync(now, codes: FewBodies.SixProvinces);
        await pipeline.Account.Catalogue.GetBlobClient("recipients.csv").UploadAsync(BinaryData.FromString(Recipients));
        return pipeline;
    }

    private static Task RunAsync(TestPipeline pipeline) => pipeline.SendDigestsAsync();

    private static IEnumerable<string> Mails(TestPipeline pipeline) =>
        Directory.GetFiles(pipeline.MailFolder, "digest~*").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private static Task<Mail> MailAsync(TestPipeline pipeline, string name) => Mail.ReadAsync(Path.Combine(pipeline.MailFolder, $"{name}.eml"));
}
