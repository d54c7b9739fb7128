using System.Text.Json.Nodes;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Latencies;

/// <summary>The local Service Bus with a subscription more for the client that waits for alerts, and a topic more for the bare loop.</summary>
internal static class Topics
{
    public const string Listener = "listener";
    public const string Bare = "bare";

    /// <param name="file">Where the configuration is written to.</param>
    public static async Task<TestBroker> StartAsync(string file)
    {
        var document = JsonNode.Parse(Repository.Text(Path.Combine("tools", "local", TestBroker.Configuration)))!;
        var topics = document["UserConfig"]!["Namespaces"]![0]!["Topics"]!.AsArray();
        var alerts = topics.Single(t => (string?)t!["Name"] == StorageNames.AlertsTopic)!;
        var listener = alerts["Subscriptions"]!.AsArray().Single(s => (string?)s!["Name"] == StorageNames.SecretariatSubscription)!.DeepClone();
        listener["Name"] = Listener;
        alerts["Subscriptions"]!.AsArray().Add(listener);
        var bare = alerts.DeepClone();
        bare["Name"] = Bare;
        topics.Add(bare);
        await File.WriteAllTextAsync(file, document.ToJsonString());
        return await TestBroker.StartAsync(file);
    }
}
