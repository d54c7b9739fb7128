using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Cli;

namespace DtPipeline.Web.Tests.Cli;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _dtp dtp")]
    [InlineData("zsh", "compdef _dtp dtp")]
    [InlineData("fish", "complete -c dtp -a '(__dtp_suggest)'")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName dtp -ScriptBlock {")]
    public async Task AScriptIsPrintedForEachShell(string shell, string line)
    {
        var run = await DtpRun.HereAsync("completion", shell);
        var json = await DtpRun.HereAsync("completion", shell, "--json");

        run.Succeeded();
        Assert.Contains(line, run.Output.Split('\n').Select(l => l.Trim()));
        Assert.Equal(run.Output, ((string?)JsonNode.Parse(json.Output)!["script"])!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public Task AnotherShellIsRefused() => DtpFailure.IsToldAsync(64, "bad_usage", "SHELL is 'tcsh'; expected bash, zsh, fish, pwsh.", ["completion", "tcsh"]);

    [Theory]
    [InlineData("sub", "submit")]
    [InlineData("alerts ", "ack confirm reopen snooze")]
    [InlineData("series DG-0", "DG-01")]
    [InlineData("template P34-0", "P34-01")]
    [InlineData("alerts --severity ", "red yellow green")]
    public async Task WhatFitsIsSuggested(string line, string expected)
    {
        var run = await DtpRun.HereAsync($"[suggest:{line.Length}]", line);

        run.Succeeded();
        Assert.All(expected.Split(' '), e => Assert.Contains(e, run.Output.Split('\n').Select(l => l.Trim())));
    }
}
