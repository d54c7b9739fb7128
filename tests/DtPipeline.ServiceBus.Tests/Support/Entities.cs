using System.Globalization;
using System.Text.Json.Nodes;

namespace DtPipeline.ServiceBus.Tests.Support;

/// <summary>What kind of queue a test needs; the properties are those of the emulator's configuration file.</summary>
internal enum QueueKind
{
    Plain,

    /// <summary>A lock lasts one second.</summary>
    Impatient,

    /// <summary>The first delivery is the last.</summary>
    Strict,

    /// <summary>What expires becomes a dead letter.</summary>
    Mortal,

    /// <summary>A message id that came before is dropped.</summary>
    Unique,
}

/// <summary>The entities of the tests beside the shipped ones: of each kind of queue as many as there are tests, and one topic.</summary>
internal static class Entities
{
    public const string Topic = "news";

    private const int QueuesOfAKind = 100;

    public static string Queue(QueueKind kind, int number) => number < QueuesOfAKind
        ? string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}")
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"There are {QueuesOfAKind} queues of a kind.");

    public static string AddTo(string shippedConfiguration)
    {
        var configuration = JsonNode.Parse(shippedConfiguration)!;
        var entities = configuration["UserConfig"]!["Namespaces"]![0]!;
        foreach (var kind in Enum.GetValues<QueueKind>())
        {
            for (var number = 0; number < QueuesOfAKind; number++)
            {
                entities["Queues"]!.AsArray().Add(new JsonObject { ["Name"] = Queue(kind, number), ["Properties"] = Properties(kind) });
            }
        }

        entities["Topics"]!.AsArray().Add(JsonNode.Parse($$"""
            {
              "Name": "{{Topic}}",
              "Subscriptions": [
                { "Name": "all" },
                { "Name": "local", "Rules": [{ "Name": "rule", "Properties": { "FilterType": "Sql", "SqlFilter": {
                  "SqlExpression": "sys.Label = 'local' AND region IN ('north', 'south') AND draft IS NULL" } } }] }
              ]
            }
            """));
        return configuration.ToJsonString();
    }

    private static JsonObject Properties(QueueKind kind) => kind switch
    {
        QueueKind.Impatient => new JsonObject { ["LockDuration"] = "PT1S" },
        QueueKind.Strict => new JsonObject { ["MaxDeliveryCount"] = 1 },
        QueueKind.Mortal => new JsonObject { ["DeadLetteringOnMessageExpiration"] = true },
        QueueKind.Unique => new JsonObject { ["RequiresDuplicateDetection"] = true },
        _ => [],
    };
}
