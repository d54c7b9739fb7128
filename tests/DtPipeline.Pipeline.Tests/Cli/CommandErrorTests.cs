using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>What the person who types a command can put right is a sentence on standard error and an exit code of its kind, without a stack.</summary>
public sealed class CommandErrorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-dtp-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("rebuild")]
    [InlineData("export --all anywhere")]
    [InlineData("import anywhere")]
    public Task SaysThatNoAccountIsNamed(string command) => FailsAsync(
        "No storage account is named: set the environment variable Reporting__accountName to its name and sign in with 'az login', or give --storage with a connection string, or --local for a local host.",
        command.Split(' '));

    [Fact]
    public Task SaysThatThereIsNothingToCheck() => FailsAsync(
        "Name the folder to check, as in 'dtp catalogue check catalogue', or an account with Reporting__accountName, --storage or --local, whose catalogue is checked then.", "catalogue", "check");

    [Fact]
    public Task SaysThatAFolderIsNotThere() => FailsAsync($"There is no folder {folder.FullName}{Path.DirectorySeparatorChar}none.", "catalogue", "check", Path.Combine(folder.FullName, "none"));

    [Fact]
    public Task SaysThatAFolderHoldsNoCatalogue() => FailsAsync(
        $"{folder.FullName} has no file of a catalogue: expected at least one of organisations.csv, indicators.csv, forms.csv, form_indicators.csv, regimes.csv, tasks.csv, holidays.csv, sources.csv, targets.csv, grants.csv, recipients.csv, tile-grid.csv.",
        "catalogue", "check", folder.FullName);

    [Fact]
    public Task SaysThatAConnectionStringIsNoneWithoutShowingIt() => FailsAsync(
        "The setting Reporting is no connection string: copy it whole from where it is shown, or remove it and connect by identity.", "rebuild", "--storage", "se;cret");

    [Fact]
    public async Task SaysThatNothingAnswers()
    {
        var run = await DtpRun.HereAsync("rebuild", "--storage", $"DefaultEndpointsProtocol=http;AccountName=x;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:{Nobody.Port}/x;TableEndpoint=http://127.0.0.1:{Nobody.Port}/x;");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Nothing answers at the storage account: is its name right, and does it run? Connection refused", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task SaysThatTheKeyIsWrong()
    {
        await using var pipeline = await TestPipeline.StartAsync();

        var run = await DtpRun.HereAsync("rebuild", "--storage", pipeline.Storage.Replace("a2V5", "b3RoZXI=", StringComparison.Ordinal));

        Assert.Equal((1, "The storage account refuses this (403 AuthorizationFailure): it takes the rights of an operator, and a new right a few minutes (docs/runbook.md).\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public Task SaysThatNoLocalHostWorksThere() => FailsAsync(
        $"No local host works on {folder.FullName}: start it with --data {folder.FullName}, or name another folder with --local. One that was given --storage is reached with --storage here too.",
        "rebuild", "--local", folder.FullName);

    [Fact]
    public async Task SaysThatAFolderIsNotEmpty()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "letter.txt"), "mine");

        await FailsAsync($"{folder.FullName} is not empty: export into a new folder.", "export", "--all", folder.FullName, "--storage", pipeline.Storage);
    }

    [Fact]
    public async Task SaysThatAFolderIsNoExport()
    {
        await using var pipeline = await TestPipeline.StartAsync();

        await FailsAsync($"{folder.FullName} has no manifest.json: it is no export, or one that broke off. Export again into a new folder.", "import", folder.FullName, "--storage", pipeline.Storage);
    }

    [Theory]
    [InlineData("cost --frequency weekly", "--frequency is 'weekly'; expected monthly, quarterly, half-year or annual.")]
    [InlineData("cost --organisations 0", "--organisations is 0; expected a number from 1 to 10000000.")]
    [InlineData("cost --indicators many", "Cannot parse argument 'many' for option '--indicators' as expected type 'System.Int32'.")]
    [InlineData("export somewhere", "Say what to export: --all, which is everything.")]
    [InlineData("rebild", "Unrecognized command or argument 'rebild'.")]
    public async Task SaysWhichOptionIsWrong(string command, string sentence)
    {
        var run = await DtpRun.HereAsync(command.Split(' '));

        Assert.Equal(64, run.ExitCode);
        Assert.Contains(sentence, run.Errors.Split('\n'));
    }

    private static async Task FailsAsync(string sentence, params string[] arguments)
    {
        var run = await DtpRun.HereAsync(arguments);

        Assert.Equal((1, sentence + "\n", string.Empty), (run.ExitCode, run.Errors, run.Output));
    }
}
