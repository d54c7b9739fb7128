using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Storage;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>Every message that came over the topic, heard by a subscription of its own.</summary>
internal sealed class ToldAlerts(ServiceBusClient client) : IAsyncDisposable
{
    public const string Listener = "listener";

    private const int AtOnce = 250;

    private readonly ServiceBusReceiver receiver =
        client.CreateReceiver(StorageNames.AlertsTopic, Listener, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> transitions = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    /// <param name="waiting">How many there are.</param>
    /// <returns>Of what has come since, what had come before.</returns>
    public async Task<IReadOnlyList<string>> HearAsync(int waiting)
    {
        var wrong = new List<string>();
        for (var left = waiting; left > 0;)
        {
            var messages = await receiver.ReceiveMessagesAsync(Math.Min(left, AtOnce));
            left -= messages.Count;
            foreach (var message in messages)
            {
                Count++;
                var data = JsonNode.Parse(message.Body)!["data"]!;
                var transition = string.Create(CultureInfo.InvariantCulture, $"{data["organisation"]} {data["key"]} {data["sequence"]}");
                if (!ids.Add(message.MessageId) | !transitions.Add(transition))
                {
                    wrong.Add($"told twice: {transition} ({message.MessageId})");
                }
            }
        }

        return wrong;
    }

    public ValueTask DisposeAsync() => receiver.DisposeAsync();
}
