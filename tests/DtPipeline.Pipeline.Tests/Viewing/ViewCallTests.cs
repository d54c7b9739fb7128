using DtPipeline.Access;
using DtPipeline.Answers.Views;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Viewing;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Viewing;

/// <summary>What a view costs: requests to the storage, counted on the wire.</summary>
public sealed class ViewCallTests(ITestOutputHelper output)
{
    private const int Most = 5;
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";

    private static readonly string[] First = ["today", "compliance", "indicators", "files", "submit", "tasks", "alerts", "briefs"];

    private static readonly (string View, (string, string)[] Query)[] Others =
    [
        ("compliance/PROV-Q/2023-Q1/P63-01", []),
        ("compliance", [("form", "PROV-Q"), ("period", "2023-Q1")]),
        ("indicators/GOV-03", []),
        ("indicators/GOV-03", [("asOf", "2023-03-25"), ("period", "2023-Q1")]),
        ("indicators/GOV-03/P63-01", [("period", "2023-Q1")]),
        ("files", [("organisation", "P63-01"), ("period", "2023-Q1")]),
        ("files/receipt", [("path", Path)]),
        ("submit", [("organisation", "P63-01")]),
    ];

    [Fact]
    public async Task TheFirstViewOfATabReadsPublishedBlobsAloneAndEveryOtherTakesAtMostFiveCalls()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.DropAsync(Path, "indicator,value\nGOV-03,yes\nGOV-01,perhaps\n");
        await pipeline.Get<FlagRun>().RunAsync(CancellationToken.None);
        await pipeline.Get<RollUp>().RunAsync(CancellationToken.None);
        await using var watched = new WatchedStorage(pipeline);
        var catalogue = await watched.Get<CatalogueStore>().GetAsync(CancellationToken.None);

        async Task<(ViewModel? View, IReadOnlyCollection<StorageCall> Calls)> ShowAsync(string view, params (string Name, string Value)[] query)
        {
            watched.Forget();
            var ask = new ViewQuestion("en", pipeline.Clock.GetUtcNow(), catalogue, new Caller(CallerRole.Secretariat, [], null), query.ToDictionary(q => q.Name, q => q.Value, StringComparer.Ordinal));
            var shown = await watched.Get<ViewRoom>().ShowAsync(view, ask, CancellationToken.None);
            output.WriteLine($"{view}: {string.Join(", ", watched.Calls)}");
            return (shown, watched.Calls);
        }

        foreach (var view in First)
        {
            var (shown, calls) = await ShowAsync(view);
            Assert.Equal(view, shown!.View);
            Assert.True(calls.Count <= Most, $"{view} takes {calls.Count} calls");
            Assert.All(calls, c => Assert.StartsWith("GET published", c.ToString(), StringComparison.Ordinal));
        }

        foreach (var (view, query) in Others)
        {
            var (shown, calls) = await ShowAsync(view, query);
            Assert.NotNull(shown);
            Assert.True(calls.Count is > 0 and <= Most, $"{view} takes {calls.Count} calls");
        }

        await FromTheNationToTheCellAsync();

        async Task FromTheNationToTheCellAsync()
        {
            var nation = (await ShowAsync("indicators")).View!.Tables[0].Rows.Single(r => r.Key == "GOV-03").Cells[1];
            Assert.Equal("/indicators/GOV-03?period=2023-Q1", nation.Href);
            var body = (await ShowAsync("indicators/GOV-03", ("period", "2023-Q1"))).View!.Tables.Single(t => t.Id == "league").Rows.Single(r => r.Key == "P63-01");
            Assert.Equal("/indicators/GOV-03/P63-01?period=2023-Q1", body.Href);
            var source = Assert.Single((await ShowAsync("indicators/GOV-03/P63-01", ("period", "2023-Q1"))).View!.Tables.Single(t => t.Id == "source").Rows);
            Assert.Equal(("/files/receipt?path=P63-01%2F2023-Q1%2Fbao-cao.csv", "2"), (source.Href, source.Cells[3].Text));
            var sheet = (await ShowAsync("files/receipt", ("path", Path))).View!.Tables.Single(t => t.Kind == "sheet");
            Assert.Equal("perhaps ‼", Assert.Single(sheet.Rows.SelectMany(r => r.Cells), c => c.Class == "error").Text);
        }
    }
}
