using DtPipeline.Cli.Showing;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Web.Tests.Cli;

public sealed class CommandPageTests
{
    [Fact]
    public async Task ThePageSaysWhatTheCommandsSayAndHowTheyEnd()
    {
        var file = Path.Combine(Repository.Root, "docs", "dtp.md");
        var page = CommandPage.Of();
        if (Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(file, page);
        }

        Assert.Equal(page, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public void EveryOutcomeHasAnExitCodeAndANameOfItsOwn()
    {
        Assert.Distinct(Outcome.All.Select(o => o.ExitCode));
        Assert.Distinct(Outcome.All.Select(o => o.Code));
        Assert.All(Outcome.All.Where(o => o != Outcome.Done), o => Assert.NotEmpty(o.Hint));
    }
}
