using System.Text.Json.Nodes;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Staging;

/// <summary>Files of entities for the local Service Bus.</summary>
internal static class Entities
{
    /// <summary>The topic that the local host has, with its subscriptions, under other names.</summary>
    /// <param name="lock">How long a message is locked, as an ISO 8601 duration.</param>
    /// <param name="listener">Name of a subscription more, to all messages; null for none.</param>
    public static string Of(IEnumerable<string> topics, string @lock, string? listener = null)
    {
        var document = JsonNode.Parse(Repository.Text(Path.Combine("tools", "local", TestBroker.Configuration)))!;
        var @namespace = document["UserConfig"]!["Namespaces"]![0]!;
        var topic = @namespace["Topics"]!.AsArray().Single(t => (string?)t!["Name"] == StorageNames.AlertsTopic)!;
        var subscriptions = topic["Subscriptions"]!.AsArray();
        if (listener is not null)
        {
            var all = subscriptions.Single(s => (string?)s!["Name"] == StorageNames.SecretariatSubscription)!.DeepClone();
            all["Name"] = listener;
            subscriptions.Add(all);
        }

        foreach (var subscription in subscriptions)
        {
            subscription!["Properties"]!["LockDuration"] = @lock;
        }

        @namespace["Topics"] = new JsonArray([.. topics.Select(name =>
        {
            var copy = topic.DeepClone();
            copy["Name"] = name;
            return copy;
        })]);
        return document.ToJsonString();
    }
}
