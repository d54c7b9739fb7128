using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>What commands that work on the storage itself say to programs: one JSON value on standard output and nothing else.</summary>
public sealed class JsonAnswerTests : IAsyncLifetime
{
    private const string Report = "P63-01/2023-Q2/bao-cao.csv";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-dtp-");

    private TestPipeline pipeline = null!;

    public async ValueTask InitializeAsync()
    {
        pipeline = await TestPipeline.StartAsync("2023-06-20T10:00:00+07:00");
        await pipeline.DropAsync(Report, "indicator,value\nDS-05,44\n");
        await pipeline.SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await pipeline.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task EachAnswersWithOneValueThatHoldsWhatItSays()
    {
        pipeline.Clock.Set("2023-07-05T10:00:00+07:00");
        Assert.Equal("PROV-Q", (string?)(await AnswerAsync("close", "PROV-Q", "2023-Q2", "--by", "Lan"))["form"]);
        pipeline.Clock.Set("2023-07-06T10:00:00+07:00");
        Assert.Equal("Minh", (string?)(await AnswerAsync("reopen", "PROV-Q", "2023-Q2", "--by", "Minh", "--reason", "sai"))["reopened"]!["by"]);
        Assert.Equal("2023-Q2", (string?)Assert.Single((await AnswerAsync("closings")).AsArray())!["period"]);
        Assert.Equal(1, (int?)(await AnswerAsync("extract", In("so-lieu.csv"), "--period", "2023-Q2"))["rows"]);
        Assert.Empty((await AnswerAsync("rebuild", "--diff")).AsArray());
        Assert.NotNull((string?)(await AnswerAsync("rebuild"))["account"]);
        Assert.Equal(In("out"), (string?)(await AnswerAsync("brief", "write", "2023-Q2", "--to", In("out")))["folder"]);
        Assert.Equal("2023-Q2", (string?)(await AnswerAsync("brief", "write", "2023-Q2"))["period"]);
        Assert.True((bool?)(await AnswerAsync("catalogue", "diff", Catalogue))["isPossible"]);
        Assert.NotNull((string?)(await AnswerAsync("catalogue", "apply", Catalogue))["hash"]);
        Assert.Equal(In("danh-muc.xlsx"), (string?)(await AnswerAsync("catalogue", "workbook", In("danh-muc.xlsx")))["file"]);
        Assert.True((int?)(await AnswerAsync("catalogue", "check"))["organisations"] > 60);
        Assert.NotNull((await AnswerAsync("export", "--all", In("backup")))["manifest"]!["blobs"]);
        Assert.Equal(0, (int?)(await AnswerAsync("import", In("backup"), "--into-nonempty"))["imported"]);
        Assert.Equal(Report, (string?)Assert.Single((await AnswerAsync("purge", Report, "--reason", "x", "--by", "Lan", "--confirmed-by", "Minh")).AsArray())!["path"]);
    }

    private static string Catalogue => Path.Combine(Repository.Root, "catalogue");

    private string In(string name) => Path.Combine(folder.FullName, name);

    private async Task<JsonNode> AnswerAsync(params string[] arguments)
    {
        var run = await DtpRun.OnAsync(pipeline, [.. arguments, "--json"]);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        return JsonNode.Parse(run.Output)!;
    }
}
