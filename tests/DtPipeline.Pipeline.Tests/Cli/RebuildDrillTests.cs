using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>All tables are lost, and come back.</summary>
public sealed class RebuildDrillTests
{
    [Fact]
    public async Task LostTablesComeBackFromTheArchiveAsTheyWere()
    {
        await using var pipeline = await LivedInStore.StartAsync();
        var expected = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        LivedInStore.AssertLivedIn(expected);
        await pipeline.LoseTablesAsync();

        var run = await DtpRun.ByItselfAsync(pipeline, "rebuild");

        run.Succeeded();
        Assert.EndsWith("are rebuilt from its archive.\n", run.Output, StringComparison.Ordinal);
        var rebuilt = await StoreDump.OfAsync(pipeline.Account, sameBlobs: true);
        StoreDump.AssertSame(WithoutWork(expected), WithoutWork(rebuilt));
        (await DtpRun.OnAsync(pipeline, "rebuild")).Succeeded();
        StoreDump.AssertSame(rebuilt, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));

        // What is pending is done by the timers: nothing is sent again, and the day's digest is the one that was sent.
        await pipeline.SettleAsync();
        Assert.Equal(0, (await pipeline.CountsAsync("secretariat")).Active);
        await pipeline.SendDigestsAsync();
        StoreDump.AssertSame(expected, await StoreDump.OfAsync(pipeline.Account, sameBlobs: true));
    }

    [Fact]
    public async Task ACatalogueThatCannotBeUsedStopsARebuildBeforeItBegins()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        await pipeline.Account.Catalogue.GetBlobClient("forms.csv").UploadAsync(BinaryData.FromString("code\n"), overwrite: true);

        var run = await DtpRun.OnAsync(pipeline, "rebuild");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "The catalogue in storage cannot be used, and without one nothing can be rebuilt:\n"
            + "forms.csv, line 1: the header lacks the column name_en, name_vi, frequency, owed_by, regime, owed_from, owed_to\n",
            run.Errors);
    }

    private static List<string> WithoutWork(IEnumerable<string> lines) => [.. lines.Where(l => !l.StartsWith("Pending ", StringComparison.Ordinal))];
}
