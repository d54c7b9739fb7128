using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>What is wrong before any server is asked, or where none answers.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-dtp-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("submitt x", "Unrecognized command or argument 'submitt'.")]
    [InlineData("status --lang fr", "--lang is 'fr'; expected vi or en.")]
    [InlineData("status --server bao-cao", "--server is 'bao-cao'; expected an address like http://127.0.0.1:7071 or https://bao-cao.example.gov.vn.")]
    [InlineData("status --server http://bao-cao.example.gov.vn", "http://bao-cao.example.gov.vn/ would be asked over http, where others can read along.")]
    [InlineData("status --server https://bao-cao.example.gov.vn --as viewer", "--as viewer counts on this machine only; bao-cao.example.gov.vn asks who is signed in with 'az login'.")]
    [InlineData("status --server https://bao-cao.example.gov.vn", "It is not said which registration vouches for people at bao-cao.example.gov.vn.")]
    [InlineData("open market", "The page has no view 'market'; expected today, compliance, indicators, files, submit, tasks, alerts, briefs, help.")]
    [InlineData("brief --to brief.pdf", "--to is 'brief.pdf'; expected a file that ends in .docx, .html or .md.")]
    [InlineData("alerts snooze A/b --until soon --by Lan", "--until is 'soon'; expected a day like 2025-10-20 or a moment like 2025-10-20T08:00:00+07:00.")]
    [InlineData("alerts ack b --by Lan", "'b' names no alert.")]
    [InlineData("cost --frequency weekly", "--frequency is 'weekly'; expected monthly, quarterly, half-year or annual.")]
    public Task SaysHowACommandIsWritten(string command, string sentence) => DtpFailure.IsToldAsync(64, "bad_usage", sentence, command.Split(' '));

    [Fact]
    public async Task AMissingFileIsSaidBeforeAnyIsSent()
    {
        var there = NewFile("a.csv");

        var hint = await DtpFailure.IsToldAsync(20, "file_missing", "There is no file none.xlsx.", ["submit", there, "none.xlsx", "--organisation", "P34-01", "--period", "2025-Q3", "--server", Nowhere]);

        Assert.Equal($"It was looked for in {Directory.GetCurrentDirectory()}.", hint);
    }

    [Fact]
    public Task APatternThatFitsNothingIsSaid() => DtpFailure.IsToldAsync(
        20, "file_missing", $"No file matches {folder.FullName}/*.xlsx.", ["submit", $"{folder.FullName}/*.xlsx", "--organisation", "P34-01", "--period", "2025-Q3"]);

    [Fact]
    public async Task AFolderIsNoFile()
    {
        var hint = await DtpFailure.IsToldAsync(21, "file_is_folder", $"{folder.FullName} is a folder, and one file after another is sent.", ["submit", folder.FullName]);

        Assert.Equal($"Name its files: dtp submit '{folder.FullName}/*'", hint);
    }

    [Fact]
    public async Task WhoseReportAFileIsMustBeSaid()
    {
        var hint = await DtpFailure.IsToldAsync(64, "bad_usage", "It is not said whose report a.csv is.", ["submit", NewFile("a.csv"), "--server", Nowhere]);

        Assert.Equal("Give --organisation P34-01, or put the file into folders like P34-01/2025-Q3.", hint);
    }

    [Fact]
    public async Task AServerThatDoesNotAnswerIsSaid()
    {
        var hint = await DtpFailure.IsToldAsync(
            30, "unreachable", $"Nothing answers at {Nowhere}/: Connection refused (127.0.0.1:{Nobody.Port})", ["submit", NewFile("a.csv"), "--organisation", "P34-01", "--period", "2025-Q3", "--server", Nowhere]);

        Assert.Equal("Start it with 'dotnet run --project src/DtPipeline.LocalHost', or name another server with --server or DTP_SERVER.", hint);
    }

    private static string Nowhere => $"http://127.0.0.1:{Nobody.Port}";

    private string NewFile(string name)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, "indicator,value\n");
        return path;
    }
}
