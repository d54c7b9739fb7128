using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class ExpiryTests(SharedBroker shared)
{
    private static readonly ServiceBusMessage Brief = new("brief") { TimeToLive = TimeSpan.FromMilliseconds(1) };

    [Fact]
    public async Task AMessagePastItsTimeBecomesADeadLetterWhereTheQueueKeepsThem()
    {
        var queue = await shared.NewQueueWithAsync(QueueKind.Mortal, Brief);

        var letter = await shared.DeadLettersOf(queue).NextAsync();

        Assert.Equal("brief", letter.Body.ToString());
        Assert.Equal("TTLExpiredException", letter.DeadLetterReason);
    }

    [Fact]
    public async Task AMessagePastItsTimeIsDroppedElsewhere()
    {
        var queue = await shared.NewQueueWithAsync(Brief, new ServiceBusMessage("lasting"));

        await shared.Broker.UntilAsync(queue, new MessageCounts(Active: 1));
        var message = await shared.Client.CreateReceiver(queue).NextAsync();

        Assert.Equal("lasting", message.Body.ToString());
    }
}
