using System.CommandLine;
using DtPipeline.Cli;
using DtPipeline.Cli.Commands;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>All commands of <c>dtp</c> that do something, with what is typed before their arguments.</summary>
internal static class CommandTree
{
    public static RootCommand Root { get; } = Dtp.RootOf(new Screen(TextWriter.Null, TextWriter.Null), TimeProvider.System, new Option<bool>("--json") { Recursive = true });

    public static IReadOnlyList<(string Name, Command Command)> All { get; } = [.. Below(Root, "dtp")];

    public static IReadOnlyList<string> ExamplesOf(Command command) => (command as ExampledCommand)?.Examples ?? [];

    private static IEnumerable<(string Name, Command Command)> Below(Command command, string name) =>
        command.Subcommands.SelectMany(c => (c.Action is null ? [] : new[] { ($"{name} {c.Name}", c) }).Concat(Below(c, $"{name} {c.Name}")));
}
