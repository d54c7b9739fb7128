using System.Text.Json.Nodes;
using Azure.Data.Tables;
using DtPipeline.Azure.Alerting;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>What happened and was told: a late report of 2023-Q1, and a value of 2023-Q2 that was revised.</summary>
public sealed class NoticeTests
{
    [Fact]
    public async Task ANoticeIsNeverOpenAndWhatIsOpenIsListedWithoutReadingIt()
    {
        await using var pipeline = await ToldAsync();

        var states = await RowsAsync(pipeline.Account.Alerts, "Type eq 'dtpipeline.report.late' or Type eq 'dtpipeline.report.revised'");
        await using var watched = new WatchedStorage(pipeline);
        await watched.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None);
        watched.Forget();
        var listed = JsonNode.Parse(await watched.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None))!["items"]!.AsArray();

        Assert.Equal(["report.late told", "report.revised told"], states.Select(r => $"{r.GetString("Type")["dtpipeline.".Length..]} {r.GetString("State")}"));
        Assert.NotEmpty(listed);
        Assert.DoesNotContain(listed, a => a!["type"]!.GetValue<string>() is "report.late" or "report.revised");
        Assert.DoesNotContain(watched.Calls, c => c.Path.Contains("report.late~", StringComparison.Ordinal) || c.Path.Contains("report.revised~", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADigestTellsItOnceAndDaysLaterNoListKnowsOfIt()
    {
        await using var pipeline = await ToldAsync();

        await pipeline.SendDigestsAsync();
        var inbox = pipeline.Get<AlertInbox>();
        Assert.Equal(2, (await inbox.ListAsync(CancellationToken.None)).Count(a => a.Subject.Type is "report.late" or "report.revised"));
        pipeline.Clock.Set("2023-06-29T08:00:00+07:00");
        await pipeline.SendDigestsAsync();

        Assert.Empty(await RowsAsync(pipeline.Account.Pending, "PartitionKey eq 'open' and Key ge 'report.late~' and Key lt 'report.late~~'"));
        Assert.Empty(await RowsAsync(pipeline.Account.Pending, "PartitionKey eq 'open' and Key ge 'report.revised~' and Key lt 'report.revised~~'"));
    }

    private static async Task<TestPipeline> ToldAsync()
    {
        var pipeline = await FewBodies.StartAsync("2023-06-20T09:00:00+07:00", codes: ["P63-01", "P63-02", "P34-01", "P34-08"]);
        await pipeline.DropAsync("P63-02/2023-Q1/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nDG-05,12\n");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao-2.csv", "indicator,value\nDG-05,13\n");
        await pipeline.SettleAsync();
        return pipeline;
    }

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(TableClient table, string filter)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            rows.Add(row);
        }

        return [.. rows.OrderBy(r => r.GetString("Type"), StringComparer.Ordinal)];
    }
}
