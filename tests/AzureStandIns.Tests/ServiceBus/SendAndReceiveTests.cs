using Azure.Messaging.ServiceBus;

namespace AzureStandIns.Tests.ServiceBus;

public sealed class SendAndReceiveTests : BrokerTest
{
    private const string Vietnamese = "Sở Y tế Thừa Thiên Huế báo cáo chậm 3 ngày — ưu tiên “khẩn”";

    [Fact]
    public async Task AMessageArrivesAsItWasSent()
    {
        var sent = new ServiceBusMessage(Vietnamese)
        {
            MessageId = "report/2026-03/thừa-thiên-huế",
            ContentType = "application/json; charset=utf-8",
            Subject = "Báo cáo chậm",
            CorrelationId = "run-7",
            TimeToLive = TimeSpan.FromHours(1),
        };

        await Sender.SendMessageAsync(sent);
        var received = await ReceiveAsync();

        Assert.Equal(Vietnamese, received.Body.ToString());
        Assert.Equal("report/2026-03/thừa-thiên-huế", received.MessageId);
        Assert.Equal("application/json; charset=utf-8", received.ContentType);
        Assert.Equal("Báo cáo chậm", received.Subject);
        Assert.Equal("run-7", received.CorrelationId);
        Assert.Equal(1, received.DeliveryCount);
        Assert.True(received.SequenceNumber > 0);
        Assert.True(received.LockedUntil > received.EnqueuedTime);
        Assert.Null(received.DeadLetterReason);
    }

    [Fact]
    public async Task ApplicationPropertiesKeepTheirNamesValuesAndTypesAndNothingIsAdded()
    {
        var properties = new Dictionary<string, object>
        {
            ["severity"] = "yellow",
            ["Province"] = "Đắk Lắk \"Tây Nguyên\"",
            ["daysLate"] = 3,
            ["rows"] = 5_000_000_000L,
            ["share"] = 0.25,
            ["corrected"] = true,
        };
        var sent = new ServiceBusMessage("{}");
        foreach (var (name, value) in properties)
        {
            sent.ApplicationProperties.Add(name, value);
        }

        await Sender.SendMessageAsync(sent);
        var received = await ReceiveAsync();

        Assert.Equal(properties, received.ApplicationProperties);
    }

    [Fact]
    public async Task ABodyOfBytesArrivesUnchanged()
    {
        byte[] body = [0, 255, 254, 13, 10, 128];

        await Sender.SendMessageAsync(new ServiceBusMessage(body));
        var received = await ReceiveAsync();

        Assert.Equal(body, received.Body.ToArray());
        Assert.Null(received.ContentType);
    }

    [Fact]
    public async Task AMessageSentWithoutAnIdIsGivenOne()
    {
        var message = new ServiceBusMessage("twice");

        await Sender.SendMessageAsync(message);
        await Sender.SendMessageAsync(message);
        var received = await Secretariat.ReceiveMessagesAsync(10, Soon);

        Assert.Equal(2, received.Select(each => each.MessageId).Distinct().Count());
        Assert.DoesNotContain(received, each => each.MessageId.Length == 0);
    }

    [Fact]
    public async Task TheSameMessageIdArrivesOnce()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("first") { MessageId = "same" });
        await Sender.SendMessageAsync(new ServiceBusMessage("again") { MessageId = "same" });
        var received = await Secretariat.ReceiveMessagesAsync(10, Soon);

        Assert.Equal("first", Assert.Single(received).Body.ToString());
    }

    [Fact]
    public async Task AScheduledMessageWaitsForItsTime()
    {
        var inAnHour = TimeProvider.System.GetUtcNow().AddHours(1);

        await Sender.SendMessageAsync(new ServiceBusMessage("later") { ScheduledEnqueueTime = inAnHour });

        Assert.Null(await Secretariat.ReceiveMessageAsync(AtOnce));
    }

    [Fact]
    public async Task AnEmptySubscriptionHasNoMessage()
    {
        Assert.Null(await Secretariat.ReceiveMessageAsync(AtOnce));
        Assert.Empty(await Secretariat.ReceiveMessagesAsync(5, AtOnce));
    }

    [Fact]
    public async Task AReceiverThatWaitsGetsTheMessageThatComes()
    {
        var waiting = Secretariat.ReceiveMessageAsync(Soon);
        await Sender.SendMessageAsync(new ServiceBusMessage("now"));

        Assert.Equal("now", (await waiting)?.Body.ToString());
    }

    [Fact]
    public async Task OnlyMessagesThatTheFilterNamesReachItsSubscription()
    {
        await Sender.SendMessageAsync(new ServiceBusMessage("late") { ApplicationProperties = { ["severity"] = "yellow" } });
        await Sender.SendMessageAsync(new ServiceBusMessage("missing") { ApplicationProperties = { ["severity"] = "red" } });

        Assert.Equal("missing", Assert.Single(await Urgent.ReceiveMessagesAsync(10, Soon)).Body.ToString());
        Assert.Equal(2, (await Secretariat.ReceiveMessagesAsync(10, Soon)).Count);
    }

    [Fact]
    public async Task AWaitThatIsCancelledEndsAtOnce()
    {
        using var cancellation = new CancellationTokenSource();

        var waiting = Secretariat.ReceiveMessageAsync(TimeSpan.FromMinutes(5), cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
