using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Cli;

/// <summary><c>dtp alerts --follow</c> beside the running host. No sample and no other test sends a report of this province.</summary>
public sealed class FollowedAlertTests(RunningHost running)
{
    private const string Organisation = "P34-68";
    private const string Period = "2025-07";
    private const string Key = $"report.faulty~{Period}~{Organisation}~";

    [Fact]
    public async Task AnAlertThatComesIsToldOnceAndWhatIsDoneWithItUntilCtrlCEndsItWell()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var cancelled = TestContext.Current.CancellationToken;
        using var dtp = DtpProcess.Start("alerts", "--follow", "--json", "--organisation", Organisation, "--server", running.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));

        using var report = new StringContent("indicator,value\nDG-05,nhiều\n", Encoding.UTF8, "application/octet-stream");
        using var taken = await running.Http.PutAsync(new Uri($"api/v1/uploads/{Organisation}/{Period}/theo-doi.csv", UriKind.Relative), report, cancelled);
        Assert.True(taken.IsSuccessStatusCode, $"{taken.StatusCode}");
        var lines = new List<string>(await dtp.LinesUntilAsync("the alert", l => Is(l, "open")));
        using var acknowledged = await running.Http.PostAsJsonAsync($"api/v1/alerts/{Organisation}/{KeyIn(lines[^1])}", new { action = "acknowledge", by = "Lan" }, cancelled);
        Assert.True(acknowledged.IsSuccessStatusCode, $"{acknowledged.StatusCode}");
        lines.AddRange(await dtp.LinesUntilAsync("what was done with it", l => Is(l, "acknowledged")));
        var (exitCode, behind, errors) = await dtp.InterruptAsync();

        Assert.Single(lines, l => Is(l, "open"));
        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.DoesNotContain(behind.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Is(l, "open"));
    }

    private static bool Is(string line, string change) => KeyIn(line).StartsWith(Key, StringComparison.Ordinal) && (string?)JsonNode.Parse(line)!["change"] == change;

    private static string KeyIn(string line) => (string)JsonNode.Parse(line)!["alert"]!["key"]!;
}
