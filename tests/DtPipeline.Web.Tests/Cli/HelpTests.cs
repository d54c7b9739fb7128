using System.CommandLine.Parsing;
using DtPipeline.Pipeline.Tests.Cli;

namespace DtPipeline.Web.Tests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Names => new(CommandTree.All.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EndsWithExamplesThatCanBeTypedAsTheyStand(string name)
    {
        var examples = CommandTree.ExamplesOf(CommandTree.All.Single(c => c.Name == name).Command);

        var run = await DtpRun.HereAsync([.. name.Split(' ')[1..], "--help"]);

        run.Succeeded();
        Assert.NotEmpty(examples);
        Assert.EndsWith(string.Concat(examples.Select(e => $"  {e}\n")) + "\n", run.Output, StringComparison.Ordinal);
        Assert.All(examples, e =>
        {
            var words = CommandLineParser.SplitCommandLine(e.Replace('\'', '"')).TakeWhile(w => w is not (">" or ">>"));
            var parsed = CommandTree.Root.Parse([.. words.Skip(1)]);
            Assert.Empty(parsed.Errors);
            Assert.Equal(name.Split(' ')[^1], parsed.CommandResult.Command.Name);
        });
    }

    [Fact]
    public async Task EveryCommandTakesJson()
    {
        var run = await DtpRun.HereAsync("alerts", "ack", "--help");

        Assert.Contains("--json", run.Output, StringComparison.Ordinal);
    }
}
