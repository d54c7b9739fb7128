using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>What is looked at on a running local host.</summary>
public sealed class LookTests(RunningHost running) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-dtp-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task StatusSaysWhoAsksAndHowTheFormsAreFiled()
    {
        var said = await RunAsync("status");
        var json = await AnswerAsync("status");

        Assert.StartsWith($"{running.Http.BaseAddress} is ready; you are secretariat.\nAlerts: ", said.Output, StringComparison.Ordinal);
        Assert.Matches("PROV-Q .*2025-Q3", said.Output);
        Assert.Equal("secretariat", (string?)json["me"]!["role"]);
        Assert.Contains("CENT-Q", json["compliance"]!["forms"]!.AsArray().Select(f => (string?)f!["form"]));
    }

    [Fact]
    public async Task TheSeriesOfTheNationSaysHowManyHaveReported()
    {
        var said = await RunAsync("series", "GOV-01");
        var json = await AnswerAsync("series", "GOV-01");

        Assert.Matches(@"2025-Q3 .*\d+/\d+", said.Output);
        Assert.Equal("2025-Q3", (string?)json["series"]!["points"]!.AsArray()[^1]!["period"]);
    }

    [Fact]
    public async Task TheSeriesOfAnOrganisationIsItsOwn()
    {
        var said = await RunAsync("series", "GOV-01", "--organisation", "P34-86", "--lang", "vi");

        Assert.Contains(", P34-86\n", said.Output, StringComparison.Ordinal);
        Assert.Contains("2025-Q3", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public Task AnIndicatorThatIsNoneIsSaid() => FailsAsync(33, "not_found", "series", "NO-01");

    [Fact]
    public async Task TasksAreListedWithTheirState()
    {
        var said = await RunAsync("tasks", "--state", "overdue");
        var json = (await AnswerAsync("tasks")).AsArray();

        Assert.Contains("overdue by ", said.Output, StringComparison.Ordinal);
        Assert.All(json, t => Assert.NotNull((string?)t!["task"]));
        Assert.Contains("overdue", json.Select(t => (string?)t!["state"]));
    }

    [Fact]
    public async Task ATemplateIsWrittenOnce()
    {
        var file = Path.Combine(folder.FullName, "mau.xlsx");

        var written = await AnswerAsync("template", "P34-86", "2025-Q3", "--to", file);

        Assert.Equal(file, (string?)written["file"]);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(file))[..2]);
        await DtpFailure.IsToldAsync(22, "file_unreadable", $"{file} is there already, and is left as it is.", ["template", "P34-86", "2025-Q3", "--to", file, "--server", Server]);
        await FailsAsync(33, "not_found", "template", "P34-00", "2025-Q3");
    }

    [Fact]
    public async Task ABriefIsReadOnceItIsWritten()
    {
        (await DtpRun.HereAsync("brief", "write", "2025-Q2", "--as-of", "2025-09-20T08:00:00+07:00", "--local", running.Data.Folder)).Succeeded();
        var file = Path.Combine(folder.FullName, "brief.html");

        var printed = await RunAsync("brief", "2025-Q2", "--lang", "vi");
        var written = await AnswerAsync("brief", "2025-Q2", "--to", file);
        var listed = await AnswerAsync("brief", "list");

        Assert.StartsWith("# ", printed.Output, StringComparison.Ordinal);
        Assert.Equal(file, (string?)written["file"]);
        Assert.Contains("<html", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Contains("2025-Q2", listed.AsArray().Select(b => (string?)b!["period"]));
        await FailsAsync(33, "not_found", "brief", "1999");
    }

    [Fact]
    public async Task OpenSaysTheAddressOfAView()
    {
        var said = await RunAsync("open", "files/P34-01/2025-Q3/bao cao.csv", "--print", "--lang", "vi");
        var json = await AnswerAsync("open");

        Assert.Equal($"{running.Http.BaseAddress}files/P34-01/2025-Q3/bao%20cao.csv?lang=vi\n", said.Output);
        Assert.Equal($"{running.Http.BaseAddress}today?lang=en", (string?)json["address"]);
    }

    private string Server => running.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private async Task<DtpRun> RunAsync(params string[] arguments)
    {
        var run = await DtpRun.HereAsync([.. arguments, "--server", Server]);
        run.Succeeded();
        return run;
    }

    private async Task<JsonNode> AnswerAsync(params string[] arguments)
    {
        var run = await RunAsync([.. arguments, "--json"]);
        Assert.Empty(run.Errors);
        return JsonNode.Parse(run.Output)!;
    }

    private async Task FailsAsync(int exitCode, string code, params string[] arguments)
    {
        var run = await DtpRun.HereAsync([.. arguments, "--server", Server, "--json"]);
        Assert.Equal((exitCode, code), (run.ExitCode, (string?)JsonNode.Parse(run.Errors)!["code"]));
    }
}
