using System.Net.Mime;
using Azure.Messaging.ServiceBus;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.ServiceBus.Tests;

[Collection(SharedBrokerGroup.Name)]
public sealed class TopicTests(SharedBroker shared)
{
    /// <summary>The shipped configuration: the one subscription has all alerts, the other the red ones.</summary>
    [Fact]
    public async Task RedAlertsAreUrgentAndTheBodyArrivesByteForByte()
    {
        const string Event = "{ \"specversion\":\"1.0\",\n  \"type\":\"dtpipeline.report.overdue\", \"data\":{\"vi\":\"Quá hạn\"} }";
        await shared.SendAsync("alerts", Alert("yellow"), Alert("red"), Alert("red"));
        await using var secretariat = shared.Client.CreateReceiver("alerts", "secretariat");
        await using var urgent = shared.Client.CreateReceiver("alerts", "secretariat-urgent");

        var all = await secretariat.NextAsync(2);
        var red = await urgent.NextAsync();

        Assert.Equal(["yellow", "red"], all.Select(message => message.MessageId));
        Assert.Equal("red", red.MessageId);
        Assert.Equal("application/cloudevents+json", red.ContentType);
        Assert.Equal(Event, red.Body.ToString());
        foreach (var message in all)
        {
            await secretariat.CompleteMessageAsync(message);
        }

        Assert.Equal(new MessageCounts(), await shared.Broker.CountsAsync("alerts/subscriptions/secretariat"));
        Assert.Equal(new MessageCounts(Locked: 1), await shared.Broker.CountsAsync("alerts/subscriptions/secretariat-urgent"));

        static ServiceBusMessage Alert(string severity) => new(Event)
        {
            MessageId = severity,
            ContentType = "application/cloudevents+json",
            ApplicationProperties = { ["severity"] = severity },
        };
    }

    [Fact]
    public async Task ATopicCopiesToEachSubscriptionThatWantsTheMessage()
    {
        await using var sender = shared.Client.CreateSender(Entities.Topic);
        await sender.SendMessagesAsync(
        [
            News("1", "local", ("region", "north")),
            News("2", "local", ("region", "east")),
            News("3", "local", ("region", "south"), ("draft", true)),
            News("4", "world", ("region", "south")),
        ]);
        await sender.ScheduleMessageAsync(News("5", "local", ("region", "south")), TimeProvider.System.GetUtcNow().AddMilliseconds(100));

        var all = await shared.Client.CreateReceiver(Entities.Topic, "all").NextAsync(5);
        var local = await shared.Client.CreateReceiver(Entities.Topic, "local").NextAsync(2);

        Assert.Equal(["1", "2", "3", "4", "5"], all.Select(message => message.Body.ToString()));
        Assert.Equal(["1", "5"], local.Select(message => message.Body.ToString()));
    }

    private static ServiceBusMessage News(string body, string subject, params IEnumerable<(string Name, object Value)> properties)
    {
        var message = new ServiceBusMessage(body) { Subject = subject, ContentType = MediaTypeNames.Text.Plain };
        foreach (var (name, value) in properties)
        {
            message.ApplicationProperties.Add(name, value);
        }

        return message;
    }
}
