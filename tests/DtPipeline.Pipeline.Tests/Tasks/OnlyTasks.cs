using System.Globalization;
using Azure.Data.Tables;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Tasks;

/// <summary>A pipeline whose catalogue has the tasks that a test needs and no form that anybody owes yet, and what it holds of them.</summary>
internal static class OnlyTasks
{
    private const string Header = "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source";

    /// <param name="tasks">Code, owners and due day, all assigned on 25 July 2024: <c>T-1,MIC,2024-07-31</c>.</param>
    public static async Task<TestPipeline> StartAsync(string now, params string[] tasks)
    {
        var pipeline = await TestPipeline.StartAsync(now);
        var lines = tasks.Select(t => t.Split(',') is [var code, var owners, var due] ? $"{code},Title {code},Tên {code},{owners},2024-07-25,{due},," : t);
        await PutAsync(pipeline, "tasks.csv", [Header, .. lines]);
        await PutAsync(pipeline, "forms.csv", ["code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to", "LATER,Form,Biểu,quarterly,@all,ND09-2019,2029-Q1,"]);
        await PutAsync(pipeline, "form_indicators.csv", ["form,indicator,required", "LATER,GOV-01,yes"]);
        return pipeline;
    }

    /// <summary>Sets the clock, and runs everything until nothing is left to do.</summary>
    public static async Task SettleAtAsync(this TestPipeline pipeline, string now)
    {
        pipeline.Clock.Set(now);
        await pipeline.SettleAsync();
    }

    public static async Task DropAtAsync(this TestPipeline pipeline, string now, string path, params string[] rows)
    {
        pipeline.Clock.Set(now);
        await pipeline.DropAsync(path, string.Join('\n', ["indicator,value,status", .. rows.Select(r => r.Split(',').Length == 3 ? r : $"{r},"), string.Empty]));
    }

    /// <summary>Rows of the table of tasks: owner, task, state, progress, day on which it was done, and reports.</summary>
    public static async Task<IReadOnlyList<string>> TaskRowsAsync(this TestPipeline pipeline, string? owner = null)
    {
        var rows = new List<string>();
        await foreach (var row in pipeline.Account.Tasks.QueryAsync<TableEntity>(owner is null ? string.Empty : TableClient.CreateQueryFilter($"PartitionKey eq {owner}")))
        {
            var reports = System.Text.Json.Nodes.JsonNode.Parse(row.GetString("Reports"))!.AsObject().Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key}={r.Value!["value"]}"));
            rows.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.PartitionKey} {row.RowKey} {row.GetString("State") ?? "-"} {row.GetDouble("Progress")} {row.GetDateTimeOffset("DoneAt")?.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd} [{string.Join(' ', reports)}]"));
        }

        return rows;
    }

    /// <summary>The secretariat's inbox: key, how many steps it has gone, state and severity.</summary>
    public static async Task<IReadOnlyList<string>> InboxAsync(this TestPipeline pipeline)
    {
        var alerts = new List<string>();
        await foreach (var row in pipeline.Account.Alerts.QueryAsync<TableEntity>(string.Empty))
        {
            alerts.Add($"{row.RowKey} {row.GetInt32("Sequence")} {row.GetString("State")} {row.GetString("Severity")}");
        }

        return [.. alerts.Order(StringComparer.Ordinal)];
    }

    private static async Task PutAsync(TestPipeline pipeline, string file, IEnumerable<string> lines) =>
        await pipeline.Account.Catalogue.GetBlobClient(file).UploadAsync(BinaryData.FromString(string.Join('\n', [.. lines, string.Empty])), overwrite: true);
}
