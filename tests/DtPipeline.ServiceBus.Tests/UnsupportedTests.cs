using System.Transactions;
using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

/// <summary>What the local Service Bus cannot do it refuses in a sentence, and what was asked for has not happened.</summary>
[Collection(SharedBrokerGroup.Name)]
public sealed class UnsupportedTests(SharedBroker shared)
{
    private const string Sessions = "The local Service Bus does not support sessions.";
    private const string Transactions = "The local Service Bus does not support transactions.";
    private const string DeferredMessages = "The local Service Bus does not support deferred messages.";
    private const string ChangedProperties = "The local Service Bus does not support changing the properties of a message that is settled.";

    [Fact]
    public async Task SessionsAreRefused()
    {
        var queue = shared.NewQueue();
        await using var processor = shared.Client.CreateSessionProcessor(queue);
        var error = new TaskCompletionSource<Exception>();
        processor.ProcessMessageAsync += _ => Task.CompletedTask;
        processor.ProcessErrorAsync += args => Task.FromResult(error.TrySetResult(args.Exception));
        await processor.StartProcessingAsync();

        await RefusedAsync(Sessions, () => shared.Client.AcceptNextSessionAsync(queue));
        await RefusedAsync(Sessions, () => shared.Client.AcceptSessionAsync(queue, "one"));
        await RefusedAsync(Sessions, async () => throw await error.Task.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task TransactionsAreRefused()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("before"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        var message = await receiver.NextAsync();

        await RefusedAsync(Transactions, () => InATransactionAsync(() => shared.SendAsync(queue, new ServiceBusMessage("within"))));
        await RefusedAsync(Transactions, () => InATransactionAsync(() => receiver.CompleteMessageAsync(message)));

        Assert.Equal(new MessageCounts(Locked: 1), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task TransactionsAcrossEntitiesAreRefused()
    {
        await using var client = shared.Broker.Connect(options: new ServiceBusClientOptions { EnableCrossEntityTransactions = true });

        await RefusedAsync(Transactions, () => InATransactionAsync(() => client.CreateSender(shared.NewQueue()).SendMessageAsync(new ServiceBusMessage("first"))));
    }

    [Fact]
    public async Task DeferringIsRefusedAndTheMessageStaysWithItsReceiver()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("later"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        await using var other = shared.Client.CreateReceiver(queue);
        var message = await receiver.NextAsync();

        await RefusedAsync(DeferredMessages, () => receiver.DeferMessageAsync(message));
        await RefusedAsync(DeferredMessages, () => other.DeferMessageAsync(message));
        await RefusedAsync(DeferredMessages, () => receiver.ReceiveDeferredMessageAsync(message.SequenceNumber));

        Assert.Equal(new MessageCounts(Locked: 1), await shared.Broker.CountsAsync(queue));
        await receiver.CompleteMessageAsync(message);
        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task PropertiesAreNotChangedWithoutAWord()
    {
        var queue = await shared.NewQueueWithAsync(new ServiceBusMessage("as it was"));
        await using var receiver = shared.Client.CreateReceiver(queue);
        await using var other = shared.Client.CreateReceiver(queue);
        var message = await receiver.NextAsync();
        var changes = new Dictionary<string, object> { ["tries"] = 1 };

        await RefusedAsync(ChangedProperties, () => receiver.AbandonMessageAsync(message, changes));
        await RefusedAsync(ChangedProperties, () => receiver.DeadLetterMessageAsync(message, changes, "odd"));
        await RefusedAsync(ChangedProperties, () => other.AbandonMessageAsync(message, changes));

        Assert.Equal(new MessageCounts(Locked: 1), await shared.Broker.CountsAsync(queue));
    }

    [Fact]
    public async Task RulesAreNotManaged()
    {
        await using var rules = shared.Client.CreateRuleManager(Entities.Topic, "all");

        await RefusedAsync(
            "The local Service Bus does not support the operation com.microsoft:enumerate-rules.",
            () => rules.GetRulesAsync().GetAsyncEnumerator().MoveNextAsync().AsTask());
    }

    private static async Task RefusedAsync(string sentence, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<NotSupportedException>(call);

        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task InATransactionAsync(Func<Task> call)
    {
        using var transaction = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        await call();
        transaction.Complete();
    }
}
