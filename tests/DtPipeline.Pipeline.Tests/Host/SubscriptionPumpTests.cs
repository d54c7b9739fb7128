using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Running;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DtPipeline.Pipeline.Tests.Host;

public sealed class SubscriptionPumpTests
{
    private const int MostRounds = 20;

    [Fact]
    public async Task AMessageWhoseBrokerRestartsWhileItIsDeliveredComesAgain()
    {
        await using var broker = await TestBroker.StartAsync();
        await using var client = new ServiceBusClient(broker.Connection);
        await client.CreateSender(StorageNames.AlertsTopic).SendMessageAsync(new ServiceBusMessage("{}") { MessageId = "one", Subject = "letter" });
        var restart = new Restart(broker);
        await using var services = new ServiceCollection().AddSingleton(restart).BuildServiceProvider();
        var method = typeof(Delivered).GetMethod(nameof(Delivered.Take))!;
        var trigger = new ServiceBusTriggerAttribute(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription);
        var app = new FunctionApp(services, typeof(Functions.Reports).Assembly);
        var pump = new SubscriptionPump(app, new LocalFunction(nameof(Delivered.Take), method, method.GetParameters()[0], trigger), trigger, client, new Failures(), NullLogger.Instance);

        Assert.Equal(1, await pump.PumpAsync(CancellationToken.None));
        for (var round = 0; round < MostRounds && pump.Delivered.Count == 0; round++)
        {
            await pump.PumpAsync(CancellationToken.None);
        }

        Assert.Equal(1, pump.Delivered["letter"]);
        Assert.Equal(2, restart.Calls);
        Assert.Equal(new MessageCounts(0, 0, 0), await broker.CountsAsync(StorageNames.SecretariatSubscription));
    }

    private sealed class Restart(TestBroker broker)
    {
        public int Calls { get; private set; }

        public Task CallAsync() => Calls++ == 0 ? broker.RestartAsync() : Task.CompletedTask;
    }

    private sealed class Delivered(Restart restart)
    {
        public Task Take(ServiceBusReceivedMessage message) => restart.CallAsync();
    }
}
