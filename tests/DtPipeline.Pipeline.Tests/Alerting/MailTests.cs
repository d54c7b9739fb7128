using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>Mail over SMTP, to servers and mailboxes as they are. The quarterly reports of 2023-Q2 were due on Monday, 26 June 2023.</summary>
public sealed class MailTests
{
    private const string First = "first@example.test";
    private const string Second = "second@example.test";
    private const string Third = "third@example.test";

    private const string Recipients = $"""
        code,name,address,organisations,forms,least_severity,told,view
        A,Một,{First},@all,,green,first,overseer
        B,Hai,{Second},@all,,green,first,overseer
        C,Ba,{Third},@all,,green,first,overseer

        """;

    private const string One = $"""
        code,name,address,organisations,forms,least_severity,told,view
        B,Hai,{Second},@all,,green,first,overseer

        """;

    [Fact]
    public async Task OneBadMailboxKeepsNoRedAlertOutOfTheInboxAndNoMailFromTheOthers()
    {
        await using var server = TestMailServer.Start();
        server.Answer(First, 550);
        await using var pipeline = await StartAsync("2023-06-20T09:00:00+07:00", server.Port, Recipients);
        var catalogue = await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        Assert.True(Period.TryParse("2023-Q2", out var period));
        foreach (var filer in catalogue.WhoOwes(catalogue.Forms.Single(f => f.Code == "PROV-Q"), period).Take(7))
        {
            await pipeline.DropAsync($"{filer.Code}/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        }

        pipeline.Clock.Set("2023-07-08T08:00:00+07:00");
        await pipeline.SettleAsync();

        var red = await RedAsync(pipeline, "Type eq 'dtpipeline.report.overdue' and Period eq '2023-Q2' and Form eq 'PROV-Q'");
        Assert.Equal((56, 0), (red.Count, (await pipeline.CountsAsync(StorageNames.SecretariatSubscription)).DeadLettered));
        foreach (var address in new[] { Second, Third })
        {
            var mail = server.TakenBy(address)[0];
            Assert.Matches("^\\[DtPipeline\\] [0-9]+ cảnh báo đỏ: ", mail.Subject);
            Assert.Contains("- [ĐỎ] quá hạn 12 ngày (hạn 26/06/2023), chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2, 56 cơ quan: ", mail.TextBody, StringComparison.Ordinal);
        }

        // The first mail, and what came of it: the others are told that the first recipient is not reached.
        Assert.Equal(2, server.TakenBy(Second).Count);
        Assert.Contains("No mail reaches the recipient 'A' (Một): the mail server refuses it (550). Look at the address in recipients.csv.", server.TakenBy(Third)[1].TextBody, StringComparison.Ordinal);
        Assert.Equal("recipient.unreachable~A", Assert.Single(await RedAsync(pipeline, "Type eq 'dtpipeline.recipient.unreachable'")).RowKey);
        Assert.Equal(1, server.AskedFor(First));
    }

    [Fact]
    public async Task ARecipientWhoIsReachedAgainIsToldOfAsSettled()
    {
        await using var server = TestMailServer.Start();
        server.Answer(First, 550);
        await using var pipeline = await OverdueAsync(server.Port, Recipients);
        await pipeline.SettleAsync();
        server.Answer(First, 250);

        pipeline.Clock.Set("2023-07-09T07:30:00+07:00");
        await pipeline.SendDigestsAsync();
        await pipeline.SettleAsync();

        var row = Assert.Single(await RedAsync(pipeline, "Type eq 'dtpipeline.recipient.unreachable'"));
        Assert.Equal(("resolved", "Mail reaches the recipient 'A' again."), (row.GetString("State"), row.GetString("MessageEn")));
    }

    [Fact]
    public async Task AMailThatIsPutOffIsOfferedAgainLaterAndLaterWithTheSameMessageId()
    {
        await using var server = TestMailServer.Start();
        server.Answer(Second, 451);
        await using var pipeline = await OverdueAsync(server.Port, One);
        await pipeline.SettleAsync();
        Assert.Equal(1, server.AskedFor(Second));

        await MailAsync(pipeline, "08:00:50");
        Assert.Equal(1, server.AskedFor(Second));
        await MailAsync(pipeline, "08:02:00");
        Assert.Equal(2, server.AskedFor(Second));
        await MailAsync(pipeline, "08:05:00");
        Assert.Equal(2, server.AskedFor(Second));
        server.Answer(Second, 250);
        await MailAsync(pipeline, "08:08:00");

        Assert.Matches("^report\\.overdue~2023-Q2~[A-Z-]+~2~escalated~B@localhost$", Assert.Single(server.TakenBy(Second)).MessageId);
        await MailAsync(pipeline, "09:00:00");
        Assert.Equal(3, server.AskedFor(Second));
    }

    [Fact]
    public async Task AMailThatIsPutOffForDaysIsGivenUpAndItsRecipientToldOf()
    {
        await using var server = TestMailServer.Start();
        server.Answer(First, 451);
        await using var pipeline = await OverdueAsync(server.Port, Recipients);
        await pipeline.SettleAsync();
        var mail = Assert.Single((await WorkAsync(pipeline)).Mails);

        pipeline.Clock.Set("2023-07-11T08:01:00+07:00");
        await pipeline.Get<MailRun>().RunAsync(CancellationToken.None);
        Assert.Equal(2, server.AskedFor(First));
        await pipeline.SettleAsync();

        Assert.DoesNotContain((await WorkAsync(pipeline)).Mails, m => m.Id == mail.Id);
        Assert.Contains("GivenUp", (await pipeline.Account.Archive.GetBlobClient($"mailed/A/{mail.Id}").DownloadContentAsync()).Value.Content.ToString(), StringComparison.Ordinal);
        var row = Assert.Single(await RedAsync(pipeline, "Type eq 'dtpipeline.recipient.unreachable'"));
        Assert.Equal("No mail reaches the recipient 'A' (Một): it was tried in vain for long (451). Look at the address in recipients.csv.", row.GetString("MessageEn"));
    }

    [Fact]
    public async Task AMailboxThatIsNotAnsweredKeepsNobodyElseWaiting()
    {
        await using var server = TestMailServer.Start();
        server.KeepSilent(First);
        await using var pipeline = await OverdueAsync(server.Port, Recipients, ("SmtpWithin", "00:00:02"));

        await pipeline.SettleAsync();

        Assert.Equal((0, 1, 1), (server.TakenBy(First).Count, server.TakenBy(Second).Count, server.TakenBy(Third).Count));
        Assert.Equal("A 1", Waiting(await WorkAsync(pipeline)));
    }

    [Fact]
    public async Task AServerThatDoesNotAnswerKeepsNoAlertFromTheInboxAndIsSaid()
    {
        await using var server = ScriptedMailServer.Silent();
        await using var pipeline = await OverdueAsync(server.Port, Recipients, ("SmtpWithin", "00:00:01"));
        await pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        await pipeline.DeliverAsync();
        Assert.NotEmpty(await RedAsync(pipeline, "Type eq 'dtpipeline.report.overdue'"));
        Assert.Equal(0, server.Connections);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<MailRun>().RunAsync(CancellationToken.None));

        Assert.Matches("^The mail server 127\\.0\\.0\\.1 did not take the mail report\\.overdue~2023-Q2~[A-Z-]+~2~escalated~A: TimeoutException\\. All mail waits and is tried again\\.$", thrown.Message);
        Assert.Equal((1, "B 0, C 0, A 1"), (server.Connections, Waiting(await WorkAsync(pipeline))));
    }

    [Fact]
    public async Task AConnectionThatBreaksOffWhileAMailIsTakenRepeatsItWithTheSameMessageId()
    {
        await using var server = ScriptedMailServer.HangingUp(until: 2);
        await using var pipeline = await OverdueAsync(server.Port, One);
        await pipeline.SettleAsync();
        Assert.Equal("B 1", Waiting(await WorkAsync(pipeline)));

        await MailAsync(pipeline, "08:02:00");
        await MailAsync(pipeline, "09:02:00");

        Assert.Equal(2, server.Received.Count);
        Assert.Single(server.Received.Distinct());
        Assert.Empty((await WorkAsync(pipeline)).Mails);
    }

    [Theory]
    [InlineData("right", true)]
    [InlineData("wrong", false)]
    public async Task WhoSignsInIsLetIn(string password, bool isTaken)
    {
        await using var server = TestMailServer.Start(("dtpipeline", "right"));
        await using var pipeline = await OverdueAsync(server.Port, One, ("SmtpUser", "dtpipeline"), ("SmtpPassword", password));
        await pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        await pipeline.DeliverAsync();

        var thrown = await Record.ExceptionAsync(() => pipeline.Get<MailRun>().RunAsync(CancellationToken.None));

        Assert.Equal((isTaken ? 1 : 0, isTaken), (server.Taken.Count, thrown is null));
        Assert.True(isTaken || thrown!.Message.EndsWith(": AuthenticationException. All mail waits and is tried again.", StringComparison.Ordinal), thrown?.Message);
    }

    [Fact]
    public async Task ACertificateThatNobodyVouchesForIsNotTrusted()
    {
        await using var server = TestMailServer.Start();
        await using var pipeline = await OverdueAsync(server.Port, One, ("AllowInsecureSmtp", "false"));
        await pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        await pipeline.DeliverAsync();

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<MailRun>().RunAsync(CancellationToken.None));

        Assert.EndsWith(": SslHandshakeException. All mail waits and is tried again.", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task ADigestThatFailedGoesOutWhenItCanAndTheOthersAreNotKeptWaiting()
    {
        await using var server = TestMailServer.Start();
        server.Answer(First, 451);
        await using var pipeline = await StartAsync("2023-06-27T07:30:00+07:00", server.Port, Recipients);
        await pipeline.SendDigestsAsync();
        Assert.Equal(("A 1", 1, 1), (Waiting(await WorkAsync(pipeline)), server.TakenBy(Second).Count, server.TakenBy(Third).Count));

        server.Answer(First, 250);
        pipeline.Clock.Set("2023-06-27T07:40:00+07:00");
        await pipeline.SendDigestsAsync();

        Assert.Equal("digest~2023-06-27~A@localhost", Assert.Single(server.TakenBy(First)).MessageId);
        Assert.Single(server.TakenBy(Second));
    }

    [Fact]
    public async Task ARebuildSendsNoSecondMailAndLosesNoneThatWaits()
    {
        await using var server = TestMailServer.Start();
        server.Answer(First, 451);
        await using var pipeline = await OverdueAsync(server.Port, Recipients);
        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();
        Assert.Equal((2, 2), (server.TakenBy(Second).Count, server.TakenBy(Third).Count));

        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        server.Answer(First, 250);
        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();

        Assert.Equal((2, 2, 2), (server.TakenBy(First).Count, server.TakenBy(Second).Count, server.TakenBy(Third).Count));
        Assert.Empty((await WorkAsync(pipeline)).Mails);
    }

    [Fact]
    public async Task AProcessThatDiesBetweenTheInboxAndTheOutboxMailsOnce()
    {
        await using var server = TestMailServer.Start();
        await using var pipeline = await OverdueAsync(server.Port, One);
        await pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        await using (var receiver = pipeline.Get<ServiceBusClient>().CreateReceiver(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription))
        {
            var message = await receiver.ReceiveMessageAsync();
            await pipeline.Get<AlertInbox>().DeliverAsync(message, CancellationToken.None);
            await pipeline.Get<MailOutbox>().ClearAsync((await WorkAsync(pipeline)).Marks.Single(), CancellationToken.None);
            await receiver.AbandonMessageAsync(message);
        }

        await pipeline.SettleAsync();
        await pipeline.SettleAsync();

        Assert.Contains("«Báo cáo quý của địa phương» kỳ 2023-Q2", Assert.Single(server.Taken).TextBody, StringComparison.Ordinal);
        Assert.Contains("«Báo cáo quý của bộ, ngành» kỳ 2023-Q2", Assert.Single(server.Taken).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoRunsAtOnceSendEachMailOnce()
    {
        await using var server = TestMailServer.Start();
        await using var pipeline = await OverdueAsync(server.Port, Recipients);
        await using var other = await TestPipeline.StartAsync(storage: pipeline.Storage, clock: pipeline.Clock, settings: Settings(server.Port));
        await pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        await pipeline.DeliverAsync();

        await Task.WhenAll(pipeline.Get<MailRun>().RunAsync(CancellationToken.None), other.Get<MailRun>().RunAsync(CancellationToken.None));
        await pipeline.SettleAsync();

        Assert.Equal([First, Second, Third], server.Taken.Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
    }

    /// <summary>What was told before went to nobody but this machine.</summary>
    private static async Task<TestPipeline> StartAsync(string now, int port, string recipients, params (string Name, string Value)[] more)
    {
        var pipeline = await TestPipeline.StartAsync(now, settings: Settings(port, more));
        await pipeline.SettleAsync();
        await pipeline.Account.Catalogue.GetBlobClient("recipients.csv").UploadAsync(BinaryData.FromString(recipients));
        return pipeline;
    }

    /// <summary>Nobody has filed, and everything is told that was so until the eve of the day on which it becomes red.</summary>
    private static async Task<TestPipeline> OverdueAsync(int port, string recipients, params (string Name, string Value)[] more)
    {
        var pipeline = await StartAsync("2023-06-27T08:00:00+07:00", port, recipients, more);
        pipeline.Clock.Set("2023-07-08T08:00:00+07:00");
        return pipeline;
    }

    private static Dictionary<string, string?> Settings(int port, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["DtPipeline:SmtpHost"] = "127.0.0.1",
            ["DtPipeline:SmtpPort"] = $"{port}",
            ["DtPipeline:AllowInsecureSmtp"] = "true",
            ["DtPipeline:MailFrom"] = "dtpipeline@example.test",
            ["DtPipeline:CatalogueEvery"] = "00:00:00",
        };
        foreach (var (name, value) in more)
        {
            settings[$"DtPipeline:{name}"] = value;
        }

        return settings;
    }

    private static Task MailAsync(TestPipeline pipeline, string time)
    {
        pipeline.Clock.Set($"2023-07-08T{time}+07:00");
        return pipeline.Get<MailRun>().RunAsync(CancellationToken.None);
    }

    private static Task<MailWork> WorkAsync(TestPipeline pipeline) => pipeline.Get<MailOutbox>().ReadAsync(CancellationToken.None);

    /// <summary>Recipients and attempts.</summary>
    private static string Waiting(MailWork work) => string.Join(", ", work.Mails.OrderBy(m => m.Attempts).ThenBy(m => m.Recipient, StringComparer.Ordinal).Select(m => $"{m.Recipient} {m.Attempts}"));

    private static async Task<List<TableEntity>> RedAsync(TestPipeline pipeline, string filter)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in pipeline.Account.Alerts.QueryAsync<TableEntity>($"Severity eq 'red' and {filter}"))
        {
            rows.Add(row);
        }

        return rows;
    }
}
