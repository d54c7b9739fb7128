using System.Text.Json.Nodes;
using Azure.Data.Tables;
using DtPipeline.Azure.Alerting;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>Reports that lack required indicators. The quarterly reports of 2023-Q2 were due on Monday, 26 June 2023, and require 25.</summary>
public sealed class IncompleteReportTests
{
    private const string Path = "P63-01/2023-Q2/bao-cao.csv";

    private static readonly string[] Required = [.. Catalogue.Forms.Single(f => f.Code == "PROV-Q").Indicators.Where(i => i.Required).Select(i => i.Indicator)];

    private static ReportingCatalogue Catalogue => CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!;

    [Fact]
    public async Task TheReceiptNamesWhatIsMissingAndTheAlertLivesUntilItComes()
    {
        await using var pipeline = await FewBodies.StartAsync("2023-06-20T08:00:00+07:00", codes: ["P63-01", "P63-48", "P34-01", "P34-48"]);
        await pipeline.DropAsync(Path, $"indicator,value\n{Required[0]},1\n{Required[1]},1\n");
        Assert.Equal(["form.incomplete"], (await pipeline.ReceiptOfAsync(Path))["faults"]!.AsArray().Select(f => f!["code"]!.GetValue<string>()));
        Assert.Equal("on_time 2/25 True", await ObligationAsync(pipeline));
        pipeline.Clock.Set("2023-06-26T08:00:00+07:00");
        await pipeline.SettleAsync();
        Assert.Empty(await OpenAsync(pipeline));

        pipeline.Clock.Set("2023-06-27T08:00:00+07:00");
        await pipeline.SettleAsync();
        await pipeline.SettleAsync();
        Assert.StartsWith(
            "report.incomplete yellow Ha Noi has filed the 'Quarterly report of provinces' for 2023-Q2, but 23 of 25 required indicators are missing (",
            Assert.Single(await OpenAsync(pipeline)),
            StringComparison.Ordinal);

        pipeline.Clock.Set("2023-07-07T08:00:00+07:00");
        await pipeline.SettleAsync();
        Assert.StartsWith("report.incomplete red", Assert.Single(await OpenAsync(pipeline)), StringComparison.Ordinal);

        await pipeline.DropAsync("P63-01/2023-Q2/phan-con-lai.csv", $"indicator,value\n{string.Join('\n', Required.Skip(2).Select(i => $"{i},không phát sinh"))}\n");
        await pipeline.SettleAsync();
        Assert.Empty(await OpenAsync(pipeline));
        Assert.Equal("on_time 25/25 False", await ObligationAsync(pipeline));
    }

    [Fact]
    public async Task TheOverdueAlertGivesWayAndComesBackWhereAllIsTakenBack()
    {
        await using var pipeline = await FewBodies.StartAsync("2023-06-20T08:00:00+07:00", codes: ["P63-01", "P63-48", "P34-01", "P34-48"]);
        await pipeline.DropAsync("P63-48/2023-Q2/bao-cao.csv", $"indicator,value\n{Required[0]},1\n");
        pipeline.Clock.Set("2023-06-28T08:00:00+07:00");
        await pipeline.SettleAsync();
        Assert.StartsWith("report.overdue yellow Ha Noi has not filed", Assert.Single(await OpenAsync(pipeline)), StringComparison.Ordinal);

        await pipeline.DropAsync(Path, $"indicator,value\n{Required[0]},1\n");
        await pipeline.SettleAsync();
        Assert.StartsWith("report.incomplete yellow", Assert.Single(await OpenAsync(pipeline)), StringComparison.Ordinal);

        pipeline.Clock.Set("2023-06-28T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/rut-lai.csv", $"indicator,value,status\n{Required[0]},,withdrawn\n");
        await pipeline.SettleAsync();
        Assert.StartsWith("report.overdue yellow Ha Noi has not filed", Assert.Single(await OpenAsync(pipeline)), StringComparison.Ordinal);
        Assert.Equal("missing 0/25 False", await ObligationAsync(pipeline));
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(TestPipeline pipeline) =>
    [
        .. JsonNode.Parse(await pipeline.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None))!["items"]!.AsArray().OfType<JsonNode>()
            .Where(a => a["organisation"]!.GetValue<string>() == "P63-01" && a["period"]!.GetValue<string>() == "2023-Q2" && a["form"]?.GetValue<string>() == "PROV-Q")
            .Select(a => $"{a["type"]} {a["severity"]} {a["message"]!["en"]}"),
    ];

    private static async Task<string> ObligationAsync(TestPipeline pipeline)
    {
        var row = (await pipeline.Account.Obligations.GetEntityAsync<TableEntity>("2023-Q2~PROV-Q", "P63-01")).Value;
        return $"{row.GetString("State")} {row.GetInt32("Provided")}/{row.GetInt32("Required")} {row.GetBoolean("Incomplete")}";
    }
}
