using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>Files sent to a running local host, and how that ends.</summary>
public sealed class SubmitTests(RunningHost running) : IDisposable
{
    private const string Good = "indicator,value\nGOV-01,có\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-dtp-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task AnAcceptedFileEndsWithZero()
    {
        var run = await SubmitAsync("VOV", Good);

        run.Succeeded();
        Assert.Contains("VOV/2025-Q3/bao-cao.csv: accepted. The report is accepted without errors.\n  1 row, 1 new\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"  Receipt: {running.Http.BaseAddress}api/v1/receipts/VOV/2025-Q3/bao-cao.csv.html\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultsAreATableWithWhatToDoInTheLanguageThatIsAskedFor()
    {
        var file = Write("VTV", "indicator,value\nGOV-01,có\nDG-05,nhiều\n");

        var english = await RunAsync("submit", file);
        var vietnamese = await RunAsync("receipt", "VTV/2025-Q3/bao-cao.csv", "--lang", "vi");

        Assert.Equal((10, 10), (english.ExitCode, vietnamese.ExitCode));
        Assert.Contains("VTV/2025-Q3/bao-cao.csv: accepted with faults. The good rows are stored. Correct the faults below and send the file again.\n  2 rows, 1 new, 1 faulty\n", english.Output, StringComparison.Ordinal);
        Assert.Matches(@"error +row 3, value +nhiều +", english.Output);
        Assert.Matches(@"lỗi +dòng 3, value +nhiều +", vietnamese.Output);
        Assert.Contains("Đã lưu các dòng đúng.", vietnamese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARejectedFileIsSaidToProgramsWithItsReceipt()
    {
        var run = await RunAsync("submit", Write("VAST", "indicator,value\nDG-05,nhiều\n"), "--json");

        Assert.Equal(11, run.ExitCode);
        var sent = Assert.Single(JsonNode.Parse(run.Output)!.AsArray())!;
        Assert.Equal(("VAST/2025-Q3/bao-cao.csv", "rejected", "rejected"), ((string?)sent["path"], (string?)sent["outcome"], (string?)sent["receipt"]!["status"]));
        Assert.Equal(("rejected", 11, "Nothing of a file could be stored."), Failure(run));
        await DtpFailure.IsToldInJsonAsync(11, "rejected", "Nothing of a file could be stored.", ["receipt", "VAST/2025-Q3/bao-cao.csv", "--server", Server]);
    }

    [Fact]
    public async Task TheSameFileAgainIsADuplicateUnderAnotherName()
    {
        (await SubmitAsync("VASS", Good)).Succeeded();
        var sent = (await running.Account.Reports.GetBlobClient("VASS/2025-Q3/bao-cao.csv").GetPropertiesAsync()).Value.LastModified;
        await running.Host.UntilAsync("storage can tell the next upload from the last, for it counts in seconds", () => Task.FromResult(TimeProvider.System.GetUtcNow() >= sent.AddSeconds(1)));

        var again = await RunAsync("submit", Path.Combine(folder.FullName, "VASS", "2025-Q3", "bao-cao.csv"), "--json");

        Assert.Equal((12, "VASS/2025-Q3/bao-cao (2).csv"), (again.ExitCode, (string?)JsonNode.Parse(again.Output)![0]!["path"]));
        Assert.Equal(("duplicate", 12, "A file is the same as the one sent just before it, and changes nothing."), Failure(again));
    }

    [Fact]
    public async Task OfSeveralFilesTheWorstSaysHowItEnds()
    {
        Write("MOFA", Good, "a.csv");
        Write("MOFA", "indicator,value\nDG-05,nhiều\n", "b.csv");

        var run = await RunAsync("submit", Path.Combine(folder.FullName, "MOFA", "*", "*.csv"));

        Assert.Equal(11, run.ExitCode);
        Assert.Contains("MOFA/2025-Q3/a.csv: accepted. ", run.Output, StringComparison.Ordinal);
        Assert.Contains("MOFA/2025-Q3/b.csv: rejected. ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotWaitedForIsDelivered()
    {
        var run = await RunAsync("submit", Write("MOJ", Good), "--wait", "0");

        run.Succeeded();
        Assert.EndsWith("bao-cao.csv is delivered as MOJ/2025-Q3/bao-cao.csv.\n  Its receipt is shown by: dtp receipt 'MOJ/2025-Q3/bao-cao.csv'\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReporterSendsNothingForAnother()
    {
        var run = await RunAsync("submit", Write("GI", Good), "--as", "reporter:P34-01", "--json");

        Assert.Equal((32, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal("refused", Failure(run).Code);
    }

    [Fact]
    public async Task AReceiptThatIsNotThereIsSaid()
    {
        var hint = await DtpFailure.IsToldAsync(33, "not_found", "There is no receipt of GO/2025-Q3/none.csv.", ["receipt", "GO/2025-Q3/none.csv", "--server", Server]);

        Assert.Equal("Is the path spelt as 'dtp submit' has said it? A file that has only just come is read within seconds.", hint);
    }

    private string Server => running.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private static (string? Code, int ExitCode, string? Message) Failure(DtpRun run)
    {
        var failure = JsonNode.Parse(run.Errors)!;
        return ((string?)failure["code"], (int)failure["exitCode"]!, (string?)failure["message"]);
    }

    private Task<DtpRun> SubmitAsync(string organisation, string content) => RunAsync("submit", Write(organisation, content));

    private Task<DtpRun> RunAsync(params string[] arguments) => DtpRun.HereAsync([.. arguments, "--server", Server]);

    private string Write(string organisation, string content, string name = "bao-cao.csv")
    {
        var file = Path.Combine(folder.CreateSubdirectory($"{organisation}/2025-Q3").FullName, name);
        File.WriteAllText(file, content);
        return file;
    }
}
