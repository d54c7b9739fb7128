using System.Globalization;
using System.Text.Json.Nodes;
using DtPipeline.Worker.Tests.Running;

namespace DtPipeline.Worker.Tests.Alarms;

/// <summary>What was sent to Application Insights as the rows that Log Analytics makes of it.</summary>
internal static class LogTables
{
    public static ILookup<string, IReadOnlyDictionary<string, object?>> Of(IEnumerable<TelemetryItem> items) => items.ToLookup(i => i.Table, RowOf);

    private static IReadOnlyDictionary<string, object?> RowOf(TelemetryItem item)
    {
        var envelope = JsonNode.Parse(item.Whole)!;
        var row = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["TimeGenerated"] = DateTimeOffset.Parse((string)envelope["time"]!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            ["Type"] = item.Table,
            ["OperationId"] = item.Trace,
            ["Name"] = item.Name,
            ["Success"] = (bool?)item.Data["success"],
            ["ResultCode"] = (string?)(item.Data["resultCode"] ?? item.Data["responseCode"]),
            ["ItemCount"] = 100.0 / ((double?)envelope["sampleRate"] ?? 100),
        };
        if (item.Data["metrics"]?[0] is { } metric)
        {
            // A single value is its own sum, least and most.
            row["Name"] = (string?)metric["name"];
            row["Sum"] = (double)metric["value"]!;
            row["Min"] = (double?)metric["min"] ?? (double)metric["value"]!;
            row["Max"] = (double?)metric["max"] ?? (double)metric["value"]!;
            row["ItemCount"] = (double?)metric["count"] ?? 1;
        }

        return row;
    }
}
