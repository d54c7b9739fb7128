using System.Globalization;
using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>The cases are dealt out to four classes: those of one class run one after the other, classes run side by side.</summary>
public abstract class ScenarioTests
{
    private const int Classes = 4;

    private static readonly bool Accepts = Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1";

    protected static TheoryData<string> Dealt(int turn) => new(Scenario.ThroughStorage.Where((_, i) => i % Classes == turn));

    protected static async Task CheckAsync(string name)
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

public sealed class ScenarioTestsOne : ScenarioTests
{
    public static TheoryData<string> Cases => Dealt(0);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task EveryReportIsAnsweredStoredAndToldAsExpected(string name) => CheckAsync(name);
}

public sealed class ScenarioTestsTwo : ScenarioTests
{
    public static TheoryData<string> Cases => Dealt(1);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task EveryReportIsAnsweredStoredAndToldAsExpected(string name) => CheckAsync(name);
}

public sealed class ScenarioTestsThree : ScenarioTests
{
    public static TheoryData<string> Cases => Dealt(2);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task EveryReportIsAnsweredStoredAndToldAsExpected(string name) => CheckAsync(name);
}

public sealed class ScenarioTestsFour : ScenarioTests
{
    public static TheoryData<string> Cases => Dealt(3);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task EveryReportIsAnsweredStoredAndToldAsExpected(string name) => CheckAsync(name);
}
