using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Support;
using static DtPipeline.Pipeline.Tests.Alerting.MailSteps;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>Servers as they are: silent, breaking off, asking who it is.</summary>
public sealed class MailServerTests
{
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
}
