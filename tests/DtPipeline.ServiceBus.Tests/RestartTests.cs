using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

/// <summary>A broker that is killed without a warning while its clients are at work: what it had acknowledged is there again.</summary>
public sealed class RestartTests(SharedBroker own) : IClassFixture<SharedBroker>, IAsyncDisposable
{
    private readonly ServiceBusClient client = own.Broker.Connect(options: new ServiceBusClientOptions
    {
        RetryOptions = { Mode = ServiceBusRetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(50), MaxRetries = 100 },
    });

    public async ValueTask DisposeAsync() => await client.DisposeAsync();

    [Fact]
    public async Task WhatWasHeldComesAgainAndNothingElseChanges()
    {
        var queue = own.NewQueue();
        await SendAsync(queue, "completed", "held", "abandoned", "buried", "waiting");
        await client.CreateSender(queue).ScheduleMessageAsync(new ServiceBusMessage("scheduled"), TimeProvider.System.GetUtcNow().AddDays(1));
        await using var receiver = client.CreateReceiver(queue);
        var messages = await receiver.NextAsync(4);
        await receiver.CompleteMessageAsync(messages[0]);
        await receiver.DeadLetterMessageAsync(messages[3], "odd", "Nobody reads this.");
        await receiver.AbandonMessageAsync(messages[2]);

        await RestartAsync();

        Assert.Equal(new MessageCounts(Active: 3, DeadLettered: 1, Scheduled: 1), await own.Broker.CountsAsync(queue));
        var again = await receiver.NextAsync(3);
        Assert.Equal(["held", "abandoned", "waiting"], again.Select(message => message.Body.ToString()));
        Assert.Equal(2, again[0].DeliveryCount);
        Assert.Equal(1, again[2].DeliveryCount);
        var letter = await client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }).NextAsync();
        Assert.Equal(["buried", "odd", "Nobody reads this."], [letter.Body.ToString(), letter.DeadLetterReason, letter.DeadLetterErrorDescription]);
    }

    [Fact]
    public async Task ALockDoesNotOutliveTheBroker()
    {
        var queue = own.NewQueue();
        await SendAsync(queue, "held");
        await using var receiver = client.CreateReceiver(queue);
        var held = await receiver.NextAsync();

        await RestartAsync();
        var again = await receiver.NextAsync();
        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(held));
        await receiver.CompleteMessageAsync(again);

        Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
        Assert.Equal(new MessageCounts(), await own.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task AReleasedMessageStaysUndelivered()
    {
        var queue = own.NewQueue();
        await using var idle = client.CreateReceiver(queue);
        Assert.Null(await idle.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50)));
        await SendAsync(queue, "unread");
        await own.Broker.UntilAsync(queue, new MessageCounts(Active: 1));
        await SendAsync(queue, "sent later, so what went before is on disk");

        await RestartAsync();

        Assert.Equal(1, (await client.CreateReceiver(queue).NextAsync()).DeliveryCount);
    }

    [Fact]
    public async Task KnownMessageIdsStayKnown()
    {
        var queue = own.NewQueue(QueueKind.Unique);
        await SendAsync(queue, "first");

        await RestartAsync();
        await SendAsync(queue, "first", "second");

        Assert.Equal(new MessageCounts(Active: 2), await own.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task ThroughKillAfterKillNothingIsLostAndNothingDoubledAndNothingCompletedReturns()
    {
        var queue = own.NewQueue(QueueKind.Unique);
        var (sent, completed, uncertain) = (new ConcurrentBag<string>(), new ConcurrentBag<string>(), new ConcurrentBag<string>());
        for (var round = 0; round < 4; round++)
        {
            var sender = client.CreateSender(queue);
            var receiver = client.CreateReceiver(queue);
            var enough = new TaskCompletionSource();
            var enoughDone = sent.Count + completed.Count + 20;
            void Note(ConcurrentBag<string> done, string id)
            {
                done.Add(id);
                if (sent.Count + completed.Count >= enoughDone)
                {
                    enough.TrySetResult();
                }
            }

            var sending = Parallel.ForEachAsync(Enumerable.Range(round * 60, 60), async (number, _) =>
            {
                await sender.SendMessageAsync(Message($"{number}"), CancellationToken.None);
                Note(sent, $"{number}");
            });
            var receiving = Parallel.ForEachAsync(Enumerable.Range(0, 20), async (_, _) =>
            {
                var message = await receiver.NextAsync();
                try
                {
                    await receiver.CompleteMessageAsync(message, CancellationToken.None);
                    Note(completed, message.MessageId);
                }
                catch (ServiceBusException failure) when (failure.Reason == ServiceBusFailureReason.MessageLockLost)
                {
                    // The broker died before it could say that the message is settled; where it is not, it comes again.
                    uncertain.Add(message.MessageId);
                }
            });
            await enough.Task;
            await RestartAsync();
            await Task.WhenAll(sending, receiving);
        }

        var left = (await client.CreateReceiver(queue).PeekMessagesAsync(1000)).Select(message => message.MessageId).ToList();

        Assert.Equal(240, sent.Count);
        Assert.Empty(sent.Except(left).Except(completed).Except(uncertain));
        Assert.Equal(left.Count, left.Distinct().Count());
        Assert.Equal(completed.Count, completed.Distinct().Count());
        Assert.Empty(left.Intersect(completed));
    }

    private async Task RestartAsync()
    {
        await own.Broker.KillAsync();
        await own.Broker.RestartAsync();
    }

    private async Task SendAsync(string queue, params IEnumerable<string> bodies)
    {
        foreach (var body in bodies)
        {
            await client.CreateSender(queue).SendMessageAsync(Message(body));
        }
    }

    private static ServiceBusMessage Message(string text) => new(text) { MessageId = text };
}
