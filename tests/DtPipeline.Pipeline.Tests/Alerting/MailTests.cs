using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;
using static DtPipeline.Pipeline.Tests.Alerting.MailSteps;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>What becomes of a mail, by what its mailbox says. The quarterly reports of 2023-Q2 were due on Monday, 26 June 2023.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task OneBadMailboxKeepsNoRedAlertOutOfTheInboxAndNoMailFromTheOthers()
    {
        await using var server = TestMailServer.Start();
        server.Answer(First, 550);
        await using var pipeline = await StartAsync("2023-06-20T09:00:00+07:00", server.Port, Recipients);
        var catalogue = await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        Assert.True(Period.TryParse("2023-Q2", out var period));
        foreach (var filer in catalogue.WhoOwes(catalogue.Forms.Single(f => f.Code == "PROV-Q"), period).Take(2))
        {
            await pipeline.DropAsync($"{filer.Code}/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        }

        pipeline.Clock.Set("2023-07-08T08:00:00+07:00");
        await pipeline.SettleAsync();

        var red = await RedAsync(pipeline, "Type eq 'dtpipeline.report.overdue' and Period eq '2023-Q2' and Form eq 'PROV-Q'");
        Assert.Equal((4, 0), (red.Count, (await pipeline.CountsAsync(StorageNames.SecretariatSubscription)).DeadLettered));
        foreach (var address in new[] { Second, Third })
        {
            var mail = server.TakenBy(address)[0];
            Assert.Matches("^\\[DtPipeline\\] [0-9]+ cảnh báo đỏ: ", mail.Subject);
            Assert.Contains("- [ĐỎ] quá hạn 12 ngày (hạn 26/06/2023), chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2, 4 cơ quan: Cao Bằng, Tuyên Quang, Đà Nẵng, Hồ Chí Minh.", mail.TextBody, StringComparison.Ordinal);
        }

        // The first mail, and what came of it: the others are told that the first recipient is not reached.
        Assert.Equal(2, server.TakenBy(Second).Count);
        Assert.Contains("No mail reaches the recipient 'A' (Một): the mail server refuses it (550). Look at the address in recipients.csv.", server.TakenBy(Third)[1].TextBody, StringComparison.Ordinal);
        Assert.Equal("recipient.unreachable~A", Assert.Single(await RedAsync(pipeline, "Type eq 'dtpipeline.recipient.unreachable'")).RowKey);
        Assert.Equal(1, server.AskedFor(First));
    }

    [Fact]
    public async Task WhatComesDueAtOnceIsOneMailThoughItIsDeliveredInParts()
    {
        await using var server = TestMailServer.Start();
        await using var pipeline = await StartAsync("2023-06-20T09:00:00+07:00", server.Port, One, ("SweepAfter", "00:02:00"));
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await MailAsync(pipeline, "08:00:00");
        await pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);

        await DeliverAsync(pipeline, 3);
        await MailAsync(pipeline, "08:00:45");
        await pipeline.DeliverAsync();
        await MailAsync(pipeline, "08:01:45");
        Assert.Empty(server.TakenBy(Second));
        await MailAsync(pipeline, "08:09:00");

        Assert.Contains("chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2, 5 cơ quan: Hà Giang, Cao Bằng, Tuyên Quang, Đà Nẵng, Hồ Chí Minh.", Assert.Single(server.TakenBy(Second)).TextBody, StringComparison.Ordinal);
        Assert.Empty((await WorkAsync(pipeline)).Marks);
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
}
