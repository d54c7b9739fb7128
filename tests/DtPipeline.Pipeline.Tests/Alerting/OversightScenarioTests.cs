using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Alerting;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

public sealed partial class OversightScenarioTests
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1";

    public static TheoryData<string> Cases => new(OversightScenario.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EveryDayTellsWhatIsExpected(string name)
    {
        var scenario = new OversightScenario(name);
        var settings = await scenario.SettingsAsync();
        await using var pipeline = await TestPipeline.StartAsync(Moment(settings.From, 7), settings: settings.Settings);
        await PutCatalogueAsync(pipeline, scenario.Catalogue);
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var day = settings.From; day <= settings.To; day = day.AddDays(1))
        {
            var texts = await MorningAsync(pipeline, day, told);
            if (Accepts)
            {
                await scenario.AcceptAsync(day, texts);
            }

            Assert.Equal(Together(day, await scenario.ExpectedOnAsync(day)), Together(day, texts));
            await RestOfTheDayAsync(pipeline, scenario, day);
        }
    }

    /// <returns>What the day's files should hold, by file name.</returns>
    private static async Task<SortedDictionary<string, string>> MorningAsync(TestPipeline pipeline, DateOnly day, HashSet<string> told)
    {
        pipeline.Clock.Set(Moment(day, 7, 30));
        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var fresh = (await pipeline.Account.Archive.NamesAsync())
            .Where(n => n.StartsWith("alerts/", StringComparison.Ordinal) && told.Add(n))
            .Select(n => FileId().Replace(n["alerts/".Length..], "~{file}~") + "\n")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (fresh.Count > 0)
        {
            texts["alerts.txt"] = string.Concat(fresh);
        }

        await foreach (var blob in pipeline.Account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, "digests/", CancellationToken.None))
        {
            if (blob.Name.EndsWith(day.ToString("O", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                var digest = (await pipeline.Account.Archive.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToObjectFromJson<SentDigest>(System.Text.Json.JsonSerializerOptions.Web)!;
                texts[$"{digest.Recipient}.txt"] = $"{digest.Subject}\n\n{digest.Body}";
            }
        }

        return texts;
    }

    private static async Task RestOfTheDayAsync(TestPipeline pipeline, OversightScenario scenario, DateOnly day)
    {
        var (catalogue, allHandled, reports) = (scenario.CatalogueOf(day).ToList(), await scenario.HandledOnAsync(day), scenario.ReportsOf(day).ToList());
        if (catalogue.Count + allHandled.Count + reports.Count == 0)
        {
            return;
        }

        await PutCatalogueAsync(pipeline, catalogue);
        pipeline.Clock.Set(Moment(day, 9));
        foreach (var handled in allHandled)
        {
            var answer = await pipeline.Get<AlertDesk>().HandleAsync(handled.Organisation, handled.Key, handled.Request, signedIn: null, CancellationToken.None);
            Assert.True(answer.Why is null, $"{handled.Key} on {day:O}: {answer.Why?.En}");
        }

        var minute = 0;
        foreach (var (path, content) in reports)
        {
            pipeline.Clock.Set(Moment(day, 10, minute++));
            await pipeline.TakeAsync(await pipeline.UploadAsync(path, content));
        }

        await pipeline.SettleAsync();
    }

    private static async Task PutCatalogueAsync(TestPipeline pipeline, IEnumerable<(string Path, byte[] Content)> files)
    {
        foreach (var (path, content) in files)
        {
            await pipeline.PutCatalogueAsync(path, BinaryData.FromBytes(content));
        }
    }

    private static string Moment(DateOnly day, int hour, int minute = 0) => new DateTimeOffset(day, new TimeOnly(hour, minute), TimeSpan.FromHours(7)).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>It depends on when the file was uploaded.</summary>
    [GeneratedRegex("~[0-9a-f]{16}~")]
    private static partial Regex FileId();

    private static string Together(DateOnly day, SortedDictionary<string, string> texts)
    {
        var all = new StringBuilder();
        foreach (var (file, text) in texts)
        {
            all.Append(CultureInfo.InvariantCulture, $"=== {day:O}/{file}\n{text}");
        }

        return all.ToString();
    }
}
