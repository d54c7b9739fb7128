using System.Globalization;
using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

public sealed class ScenarioTests
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1";

    public static TheoryData<string> Cases => new(Scenario.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EveryReportIsAnsweredStoredAndToldAsExpected(string name)
    {
        var scenario = new Scenario(name);

        var outcome = ScenarioOutcome.Text(await RunAsync(scenario));

        if (Accepts)
        {
            await File.WriteAllTextAsync(scenario.ExpectedFile, outcome);
        }

        var expected = JsonNode.Parse(await File.ReadAllTextAsync(scenario.ExpectedFile))!;
        Assert.Equal(ScenarioOutcome.Text(expected), outcome);
    }

    private static async Task<JsonObject> RunAsync(Scenario scenario)
    {
        var settings = await scenario.SettingsAsync();
        var now = settings.Now;
        await using var pipeline = await TestPipeline.StartAsync(Text(now), settings: settings.Settings);
        foreach (var (path, content) in scenario.Catalogue)
        {
            await pipeline.Account.Catalogue.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content));
        }

        foreach (var (path, content) in scenario.Reports)
        {
            // A minute apart, so that the order of upload does not hang on how fast the machine is.
            pipeline.Clock.Set(Text(now));
            await pipeline.TakeAsync(await pipeline.UploadAsync(path, content));
            now = now.AddMinutes(1);
        }

        pipeline.Clock.Set(Text(now));
        await pipeline.SettleAsync();
        return await ScenarioOutcome.OfAsync(pipeline.Account);
    }

    private static string Text(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);
}
