using System.CommandLine;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp completion SHELL</c></summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Of(Screen screen, Guard guarded)
    {
        var shell = new Argument<string>("SHELL") { Description = $"{string.Join(", ", Shells)} (PowerShell)." };
        shell.CompletionSources.Add(Shells);
        var command = new ExampledCommand(
            "completion",
            "Prints the script that completes dtp in a shell: commands, options, and codes of the catalogue.",
            "dtp completion bash >> ~/.bashrc",
            "dtp completion zsh > ~/.zfunc/_dtp",
            "dtp completion fish > ~/.config/fish/completions/dtp.fish",
            "dtp completion pwsh >> $PROFILE")
        {
            shell,
        };
        command.SetAction((arguments, cancellationToken) => guarded(
            _ =>
            {
                screen.Write("script", ScriptOf(arguments.GetValue(shell)!));
                return Task.FromResult(0);
            },
            cancellationToken));
        return command;
    }

    /// <exception cref="CommandException">Another shell.</exception>
    private static string ScriptOf(string shell)
    {
        if (!Shells.Contains(shell))
        {
            throw new CommandException(Outcome.BadUsage, $"SHELL is '{shell}'; expected {string.Join(", ", Shells)}.");
        }

        using var reader = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{shell}")!);
        return reader.ReadToEnd();
    }
}
