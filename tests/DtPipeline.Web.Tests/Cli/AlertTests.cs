using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>The alerts of a running local host. Those of the annual report of central bodies are this test's alone.</summary>
public sealed class AlertTests(RunningHost running)
{
    private const string Form = "CENT-A";

    [Fact]
    public async Task AnAlertIsAcknowledgedSnoozedAndReopenedByItsNameInTheList()
    {
        var name = await OverdueAsync();

        var acknowledged = await RunAsync("alerts", "ack", name, "--by", "Lan", "--note", "Đã gọi điện");
        var snoozed = await RunAsync("alerts", "snooze", name, "--until", "2025-10-20", "--by", "Lan", "--json");
        var refused = await DtpRun.HereAsync("alerts", "reopen", name, "--by", "Lan", "--as", "viewer", "--json", "--server", Server);
        var reopened = await RunAsync("alerts", "reopen", name, "--by", "Lan");

        Assert.Equal($"{name}: acknowledged\n", acknowledged.Output);
        Assert.Equal("snoozed", (string?)Assert.Single(JsonNode.Parse(snoozed.Output)!.AsArray())!["state"]);
        Assert.Equal((32, "refused"), (refused.ExitCode, (string?)JsonNode.Parse(refused.Errors)!["code"]));
        Assert.Equal($"{name}: open\n", reopened.Output);
        await DtpFailure.IsToldInJsonAsync(
            34, "not_understood", "confirm answers a question about figures (value.anomaly) and nothing else.", ["alerts", "confirm", name, "--by", "Lan", "--note", "vì sao", "--server", Server]);
    }

    [Fact]
    public async Task WhoOwesIsListedWithTheDay()
    {
        await OverdueAsync();

        var said = await RunAsync("overdue", "--form", "PROV-A");
        var listed = await RunAsync("alerts", "--lang", "vi");

        Assert.Matches(@"\d+ \w+ 20\d\d +20\d\d +PROV-A +@provinces +(red|yellow) +open", said.Output);
        Assert.Contains("Cảnh báo", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAlertThatIsNoneIsSaid()
    {
        var run = await DtpRun.HereAsync("alerts", "ack", "P34-86/report.overdue~none", "--by", "Lan", "--json", "--server", Server);

        Assert.Equal((33, "not_found"), (run.ExitCode, (string?)JsonNode.Parse(run.Errors)!["code"]));
    }

    private string Server => running.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Waits until the host has raised what was overdue when it started.</summary>
    /// <returns>The name of one alert.</returns>
    private async Task<string> OverdueAsync()
    {
        var name = string.Empty;
        await running.Host.UntilAsync("lists what is overdue", async () =>
        {
            var owed = JsonNode.Parse((await RunAsync("overdue", "--form", Form, "--json")).Output)!.AsArray();
            name = owed.Count > 0 ? $"{owed[0]!["organisation"]}/{owed[0]!["key"]}" : string.Empty;
            return name.Length > 0;
        });
        return name;
    }

    private async Task<DtpRun> RunAsync(params string[] arguments)
    {
        var run = await DtpRun.HereAsync([.. arguments, "--server", Server]);
        run.Succeeded();
        return run;
    }
}
