using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;
using Json.Schema;

namespace DtPipeline.Pipeline.Tests.Publishing;

/// <summary>Three indicators that six provinces report, on the eve of the day on which two of them become one.</summary>
public sealed class ReadModelTests
{
    [Fact]
    public async Task ASingleNewFileChangesOnlyTheReadModelsThatItTouchesAndAllAreAsTheirSchemasSay()
    {
        await using var pipeline = await StartAsync("2023-04-20T09:00:00+07:00");
        foreach (var organisation in (string[])["P63-01", "P63-48"])
        {
            await pipeline.DropAsync($"{organisation}/2023-Q1/a.csv", ManyIndicators.Report(3, 5));
            await pipeline.DropAsync($"{organisation}/2023-Q2/a.csv", ManyIndicators.Report(3, 6));
        }

        await pipeline.SettleAsync();
        await RepublishedAsync(pipeline);
        var before = await TagsAsync(pipeline);
        pipeline.Clock.Set("2023-04-20T10:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/b.csv", "indicator,value\nBIG-002,8\n");
        await pipeline.Get<RollUp>().RunAsync(CancellationToken.None);
        var after = await TagsAsync(pipeline);

        Assert.Equal(
            ["2023-Q2.json", "arrivals.json", "indicators.json", "indicators/BIG-002.json", "organisations/P63-01.json", "series/quarterly.json"],
            after.Where(a => before.GetValueOrDefault(a.Key) != a.Value).Select(a => a.Key));
        Assert.Equal(
            ["2023-Q1.json", "alerts.json", "basis.json", "compliance.json", "compliance/BIG-Q.json", "indicators/BIG-001.json", "indicators/BIG-003.json", "organisations/P63-48.json", "periods.json", "tasks.json"],
            after.Where(a => before.GetValueOrDefault(a.Key) == a.Value && a.Key != "store.json" && !a.Key.StartsWith("catalogue/", StringComparison.Ordinal)).Select(a => a.Key));
        foreach (var name in after.Keys.Where(n => SchemaOf(n) is not null))
        {
            Assert.Empty(WhatIsWrong(name, await TextAsync(pipeline, name)));
        }

        var models = pipeline.Get<ReadModels>();
        var indicator = (await models.FindIndicatorAsync("big-002", CancellationToken.None))!.Read<IndicatorModel>();
        Assert.Equal(["2023-Q1 10 2/6", "2023-Q2 14 2/6"], indicator.Groups[0].Points.Select(p => FormattableString.Invariant($"{p.Period} {p.Value} {p.Reported}/{p.Owed}")));
        Assert.Equal([1, 2], indicator.Leagues[0].Rows.Where(r => r.State == "value").Select(r => r.Rank!.Value));
        var form = (await models.FindFormAsync("BIG-Q", CancellationToken.None))!.Read<FormModel>();
        Assert.Equal(2, form.Periods.Single(p => p.Period == "2023-Q1").Cells!.Count(c => c.FirstAccepted is not null));
        var files = (await models.FindAsync(ReadModels.Arrivals, CancellationToken.None))!.Read<ArrivalList>().Files;
        Assert.Equal((5, "P63-01/2023-Q2/b.csv", "accepted", 1), (files.Count, files[0].Path, files[0].Status, files[0].Counts.Revised));
        Assert.Equal(
            ["P63-02", "P63-04", "P63-08", "P63-79"],
            (await models.FindAsync(ReadModels.Alerts, CancellationToken.None))!.Read<AlertList>().Alerts.Select(a => a.Organisation).Order(StringComparer.Ordinal));
        Assert.All([await models.FindPeriodAsync("store", CancellationToken.None), await models.FindOrganisationAsync("../store", CancellationToken.None), await models.FindFormAsync("x", CancellationToken.None)], Assert.Null);
    }

    [Fact]
    public async Task APeriodIsPublishedAnewOnTheDayOfAReformAndByACatalogueOfOtherNamesAndElseKeepsItsVersion()
    {
        await using var pipeline = await StartAsync("2025-06-30T09:00:00+07:00");
        await pipeline.DropAsync("P63-02/2025-Q1/a.csv", ManyIndicators.Report(3, 5));
        await pipeline.DropAsync("P63-08/2025-Q1/a.csv", ManyIndicators.Report(3, 7));
        await pipeline.SettleAsync();
        await RepublishedAsync(pipeline);
        var eve = await TagsAsync(pipeline);

        Assert.Equal([], await RepublishedAsync(pipeline));
        Assert.Equal(eve, await TagsAsync(pipeline));

        pipeline.Clock.Set("2025-07-01T09:00:00+07:00");
        Assert.Contains("2025-Q1", await RepublishedAsync(pipeline));
        var merged = JsonNode.Parse(await TextAsync(pipeline, "2025-Q1.json"))!["asNow"]!["organisations"]!.AsArray().Single(o => (string?)o!["code"] == "P34-08")!;
        Assert.Equal(12, (int)merged["values"]!["BIG-001"]!["value"]!);
        var reform = await TagsAsync(pipeline);

        var indicators = await TextAsync("indicators.csv", pipeline.Account.Catalogue);
        await pipeline.PutCatalogueAsync("indicators.csv", indicators.Replace("Indicator BIG-001", "Big one", StringComparison.Ordinal));
        Assert.Contains("2025-Q1", await RepublishedAsync(pipeline));
        Assert.Contains("Big one", await TextAsync(pipeline, "2025-Q1.json"), StringComparison.Ordinal);
        var named = await TagsAsync(pipeline);
        Assert.NotEqual(reform["indicators/BIG-001.json"], named["indicators/BIG-001.json"]);
        Assert.Equal(reform["indicators/BIG-002.json"], named["indicators/BIG-002.json"]);
        Assert.Equal(reform["compliance/BIG-Q.json"], named["compliance/BIG-Q.json"]);
    }

    private static async Task<TestPipeline> StartAsync(string now)
    {
        var pipeline = await FewBodies.StartAsync(now, codes: FewBodies.SixProvinces);
        await ManyIndicators.PutAsync(pipeline, 3);
        return pipeline;
    }

    /// <returns>Periods that the hourly check had the roll-up publish anew.</returns>
    private static async Task<IReadOnlyList<string>> RepublishedAsync(TestPipeline pipeline)
    {
        await pipeline.Get<PublicationCheck>().RunAsync(CancellationToken.None);
        var marked = (await pipeline.Get<PendingStore>().PeriodsAsync(CancellationToken.None)).Select(p => p.Name).ToList();
        await pipeline.Get<RollUp>().RunAsync(CancellationToken.None);
        return marked;
    }

    /// <summary>By the first part of a blob's name.</summary>
    private static string? SchemaOf(string name) => name.Split('/') switch
    {
        ["indicators", _] => "indicator",
        ["organisations", _] => "organisation",
        ["compliance", _] => "form",
        [['2', ..]] => "period",
        ["store.json" or "basis.json"] or [_, _, ..] => null,
        [var file] => Path.GetFileNameWithoutExtension(file),
        _ => null,
    };

    private static IEnumerable<string> WhatIsWrong(string name, string json)
    {
        var result = JsonSchema.FromFile(Path.Combine(Repository.Root, "docs", "schemas", $"{SchemaOf(name)}.schema.json"))
            .Evaluate(JsonNode.Parse(json), new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? [] : result.Details.Where(d => d.HasErrors).Select(d => $"{name} {d.InstanceLocation} {string.Join(' ', d.Errors!.Values)}");
    }

    /// <summary>The version of every blob: another one where it was written, whatever it says.</summary>
    private static async Task<SortedDictionary<string, string>> TagsAsync(TestPipeline pipeline)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (BlobItem blob in pipeline.Account.Published.GetBlobsAsync())
        {
            tags[blob.Name] = blob.Properties.ETag!.Value.ToString();
        }

        return tags;
    }

    private static Task<string> TextAsync(TestPipeline pipeline, string name) => TextAsync(name, pipeline.Account.Published);

    private static async Task<string> TextAsync(string name, BlobContainerClient container) =>
        (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();
}
