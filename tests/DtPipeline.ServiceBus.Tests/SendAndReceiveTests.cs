using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class SendAndReceiveTests(SharedBroker shared)
{
    private const string Vietnamese = "Sở Y tế Thừa Thiên Huế báo cáo chậm 3 ngày — ưu tiên “khẩn”";

    [Fact]
    public async Task AMessageArrivesAsItWasSent()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage(Vietnamese)
        {
            MessageId = "report/2026-03/thừa-thiên-huế",
            ContentType = "application/json; charset=utf-8",
            Subject = "Báo cáo chậm",
            CorrelationId = "run-7",
            To = "văn phòng",
            ReplyTo = "replies",
            TimeToLive = TimeSpan.FromHours(1),
        });

        var received = await shared.Client.CreateReceiver(queue).NextAsync();

        Assert.Equal(Vietnamese, received.Body.ToString());
        Assert.Equal("report/2026-03/thừa-thiên-huế", received.MessageId);
        Assert.Equal("application/json; charset=utf-8", received.ContentType);
        Assert.Equal("Báo cáo chậm", received.Subject);
        Assert.Equal("run-7", received.CorrelationId);
        Assert.Equal("văn phòng", received.To);
        Assert.Equal("replies", received.ReplyTo);
        Assert.Equal(TimeSpan.FromHours(1), received.TimeToLive);
        Assert.Equal(1, received.DeliveryCount);
        Assert.Equal(ServiceBusMessageState.Active, received.State);
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
            ["Tỉnh"] = "Đắk Lắk \"Tây Nguyên\"",
            ["daysLate"] = 3,
            ["rows"] = 5_000_000_000L,
            ["share"] = 0.25,
            ["amount"] = 12.50m,
            ["corrected"] = true,
            ["file"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["due"] = new DateTimeOffset(2026, 3, 20, 17, 0, 0, TimeSpan.Zero),
            ["late"] = TimeSpan.FromDays(3),
            ["form"] = new Uri("https://example.org/forms/1"),
        };
        var sent = new ServiceBusMessage("{}");
        foreach (var (name, value) in properties)
        {
            sent.ApplicationProperties.Add(name, value);
        }

        var queue = await shared.NewQueueWithAsync(sent);
        var received = await shared.Client.CreateReceiver(queue).NextAsync();

        Assert.Equal(properties, received.ApplicationProperties);
    }

    [Fact]
    public async Task ABodyOfBytesArrivesUnchanged()
    {
        byte[] body = [0, 255, 254, 13, 10, 128];

        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage(body));
        var received = await shared.Client.CreateReceiver(queue).NextAsync();

        Assert.Equal(body, received.Body.ToArray());
        Assert.Null(received.ContentType);
    }

    [Fact]
    public async Task ABodyOfManyFramesArrivesUnchanged()
    {
        var body = new byte[250_000];
        new Random(7).NextBytes(body);

        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage(body));
        var received = await shared.Client.CreateReceiver(queue).NextAsync();

        Assert.Equal(body, received.Body.ToArray());
    }

    [Fact]
    public async Task AMessageThatIsTooLargeIsRefused()
    {
        var queue = shared.NewQueue();

        var failure = await Assert.ThrowsAsync<ServiceBusException>(() => shared.SendAsync(queue, new ServiceBusMessage(new byte[300_000])));

        Assert.Equal(ServiceBusFailureReason.MessageSizeExceeded, failure.Reason);
        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task AMessageSentWithoutAnIdIsGivenOne()
    {
        var message = new ServiceBusMessage("twice");

        var queue = await shared.NewQueueWithAsync(QueueKind.Unique, message, message);
        var received = await shared.Client.CreateReceiver(queue).NextAsync(2);

        Assert.Equal(2, received.Select(each => each.MessageId).Distinct().Count());
        Assert.DoesNotContain(received, each => string.IsNullOrEmpty(each.MessageId));
    }

    [Fact]
    public async Task AnEmptyQueueHasNoMessage()
    {
        var atOnce = TimeSpan.FromMilliseconds(50);
        await using var receiver = shared.Client.CreateReceiver(shared.NewQueue());

        Assert.Null(await receiver.ReceiveMessageAsync(atOnce));
        Assert.Empty(await receiver.ReceiveMessagesAsync(5, atOnce));
    }

    [Fact]
    public async Task AReceiverThatWaitsGetsTheMessageThatComes()
    {
        var queue = shared.NewQueue();
        var waiting = shared.Client.CreateReceiver(queue).NextAsync();

        await shared.SendAsync(queue, new ServiceBusMessage("now"));

        Assert.Equal("now", (await waiting).Body.ToString());
    }

    [Fact]
    public async Task MessagesComeInTheOrderInWhichTheyWereSent()
    {
        var texts = Enumerable.Range(0, 200).Select(number => $"{number}").ToArray();
        var queue = shared.NewQueue();
        await shared.Client.CreateSender(queue).SendMessagesAsync(texts.Take(100).Select(text => new ServiceBusMessage(text)));
        await shared.Client.CreateSender(queue).SendMessagesAsync(texts.Skip(100).Select(text => new ServiceBusMessage(text)));

        // All asked for beforehand: over several calls, each of which asks for the rest, the client was seen to give one message before the one sent before it.
        var received = await shared.Client.CreateReceiver(queue, new ServiceBusReceiverOptions { PrefetchCount = texts.Length }).NextAsync(texts.Length);

        Assert.Equal(texts, received.Select(message => message.Body.ToString()));
        Assert.Equal(received.Select(message => message.SequenceNumber).Order(), received.Select(message => message.SequenceNumber));
    }

    [Fact]
    public async Task AMessageReceivedAndDeletedIsGone()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("gone"));
        await using var receiver = shared.Client.CreateReceiver(
            queue, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

        var message = await receiver.NextAsync();

        Assert.Equal("gone", message.Body.ToString());
        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task AProcessorHandlesEveryMessageOnce()
    {
        var texts = Enumerable.Range(0, 200).Select(number => $"{number}").ToArray();
        var queue = shared.NewQueue();
        await shared.Client.CreateSender(queue).SendMessagesAsync(texts.Select(text => new ServiceBusMessage(text)));
        await using var processor = shared.Client.CreateProcessor(queue, new ServiceBusProcessorOptions { MaxConcurrentCalls = 8, PrefetchCount = 20 });
        var handled = new ConcurrentBag<string>();
        var errors = new ConcurrentBag<Exception>();
        var all = new TaskCompletionSource();
        processor.ProcessMessageAsync += args =>
        {
            handled.Add(args.Message.Body.ToString());
            if (handled.Count == texts.Length)
            {
                all.TrySetResult();
            }

            return Task.CompletedTask;
        };
        processor.ProcessErrorAsync += args =>
        {
            errors.Add(args.Exception);
            return Task.CompletedTask;
        };

        await processor.StartProcessingAsync();
        await all.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await processor.StopProcessingAsync();

        Assert.Empty(errors);
        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
        Assert.Equal(texts.Order(), handled.Order());
    }
}
