using System.Diagnostics;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>The scripts of <c>dtp completion</c> in the shells that they are for, as far as the machine has them.</summary>
public sealed class ShellCompletionTests
{
    private const string Typed = "dtp alerts sn";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task BashCompletesAWordThatHasBegun() => Assert.Equal("snooze", await CompletedAsync("bash", script => ["-c", $$"""
        dtp() { dotnet '{{DtpProcess.Program}}' "$@"; }
        {{script}}
        COMP_LINE='{{Typed}}'; COMP_POINT={{Typed.Length}}; COMP_WORDS=({{Typed}}); COMP_CWORD=2
        _dtp
        printf '%s\n' "${COMPREPLY[@]}"
        """]));

    /// <summary>Typed into the terminal of an interactive shell: only there does zsh complete anything.</summary>
    [Fact]
    public async Task ZshCompletesAWordThatHasBegun() => Assert.Equal("snooze", await CompletedAsync("zsh", script =>
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("dtp-zsh-").FullName, "dtp.zsh");
        File.WriteAllText(file, $$"""
            PS1='> '; autoload -U compinit; compinit -u -D
            dtp() { dotnet '{{DtpProcess.Program}}' "$@"; }
            {{script}}
            """);
        return ["-f", "-c", $"""
            zmodload zsh/zpty
            zpty shell env TERM=dumb COLUMNS=200 zsh -f -i
            zpty -w shell "source {file}; print rea''dy"
            zpty -r -m shell shown '*ready*'
            zpty -w -n shell $'{Typed}\t'
            zpty -r -m shell shown '*{Typed}?*ze*' && print snooze
            zpty -d shell
            """];
    }));

    [Fact]
    public async Task FishCompletesAWordThatHasBegun() => Assert.Equal("snooze", await CompletedAsync("fish", script => ["--no-config", "-c", $"""
        function dtp; dotnet '{DtpProcess.Program}' $argv; end
        {script}
        complete -C '{Typed}' | string match snooze
        """]));

    [Fact]
    public async Task PowerShellCompletesAWordThatHasBegun() => Assert.Equal("snooze", await CompletedAsync("pwsh", script => ["-NoProfile", "-NonInteractive", "-Command", $$"""
        function global:dtp { dotnet '{{DtpProcess.Program}}' @args }
        {{script}}
        (TabExpansion2 -inputScript '{{Typed}}' -cursorColumn {{Typed.Length}}).CompletionMatches.CompletionText
        """]));

    private static async Task<string> CompletedAsync(string shell, Func<string, string[]> arguments)
    {
        Installed.Need(shell, "'apt-get install zsh fish', 'dotnet tool install --global PowerShell'");
        using var process = Process.Start(new ProcessStartInfo(shell, arguments((await DtpRun.HereAsync("completion", shell)).Output)) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            return (await process.StandardOutput.ReadToEndAsync(deadline.Token)).Trim();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"{shell} waits for something that does not come";
        }
    }
}
