using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>Nothing is erased that nobody has named, for no reason, or by one person alone.</summary>
public sealed class PurgeErrorTests
{
    [Theory]
    [InlineData("purge x --by Lan --confirmed-by Minh", 64, "Say why it is erased: --reason with a sentence, which its sender is told.")]
    [InlineData("purge x --reason y --confirmed-by Minh", 64, "Say who erases it: --by with a name, and --confirmed-by with another one.")]
    [InlineData("purge x --reason y --by Lan", 64, "Say who erases it: --by with a name, and --confirmed-by with another one.")]
    [InlineData("purge x --reason y --by Lan --confirmed-by lan", 64, "Erasing takes two people: --confirmed-by names the one who erases, Lan.")]
    [InlineData("purge x --reason y --by Lan --confirmed-by Minh", 33, "The archive has no file 'x': name the file id of a receipt, or the path of a report without its container.")]
    public async Task SaysWhatItLacks(string command, int exitCode, string sentence)
    {
        await using var pipeline = await TestPipeline.StartAsync();

        var run = await DtpRun.OnAsync(pipeline, command.Split(' '));

        Assert.Equal((exitCode, sentence + "\n", string.Empty), (run.ExitCode, run.Errors, run.Output));
    }
}
