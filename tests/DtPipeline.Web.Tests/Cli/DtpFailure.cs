using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Cli;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>What a command that fails says, to people and to programs.</summary>
internal static class DtpFailure
{
    /// <summary>Runs it twice: a sentence on standard error, and with <c>--json</c> the same as one object with the same exit code.</summary>
    /// <param name="sentence">The whole first line.</param>
    /// <returns>The hint, as programs have it.</returns>
    public static async Task<string> IsToldAsync(int exitCode, string code, string sentence, string[] arguments)
    {
        var run = await DtpRun.HereAsync(arguments);
        Assert.Equal((exitCode, sentence), (run.ExitCode, run.Errors.Split('\n')[0]));
        return await IsToldInJsonAsync(exitCode, code, sentence, arguments);
    }

    public static async Task<string> IsToldInJsonAsync(int exitCode, string code, string sentence, string[] arguments)
    {
        var run = await DtpRun.HereAsync([.. arguments, "--json"]);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        var failure = JsonNode.Parse(run.Errors)!.AsObject();
        Assert.Equal(["code", "exitCode", "message", "hint"], failure.Select(f => f.Key));
        Assert.Equal((code, exitCode, sentence), ((string?)failure["code"], (int)failure["exitCode"]!, (string?)failure["message"]));
        var hint = (string)failure["hint"]!;
        Assert.NotEmpty(hint);
        return hint;
    }
}
