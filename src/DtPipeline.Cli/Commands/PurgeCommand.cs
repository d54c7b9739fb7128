using System.CommandLine;
using DtPipeline.Azure.Erasing;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp purge FILE --reason WHY --by WHO --confirmed-by WHO</c></summary>
internal static class PurgeCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var file = new Argument<string>("FILE") { Description = "File id as a receipt names it, or path of a report without its container: then every file that was ever there." };
        var reason = new Option<string?>("--reason") { Description = "Why, in a sentence; whoever sends the same content again is told." };
        var by = new Option<string?>("--by") { Description = "Who erases it." };
        var confirmedBy = new Option<string?>("--confirmed-by") { Description = "Who has looked at it too, and agrees." };
        var command = new ExampledCommand(
            "purge",
            "Erases a file that must not be there, with every copy and word of it. Its figures stand. Cannot be undone.",
            "dtp purge P34-01/2025-Q3/bao-cao.xlsx --reason 'identity numbers in the notes' --by Lan --confirmed-by Minh --local")
        { file, reason, by, confirmedBy };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                var order = OrderOf(arguments.GetValue(file)!, arguments.GetValue(reason), arguments.GetValue(by), arguments.GetValue(confirmedBy));
                await using var services = connection.Open(arguments);
                return await RunAsync(services.GetRequiredService<Purge>(), order, screen, token);
            },
            cancellationToken));
        return command;
    }

    private static PurgeOrder OrderOf(string file, string? reason, string? by, string? confirmedBy)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new CommandException(Outcome.BadUsage, "Say why it is erased: --reason with a sentence, which its sender is told.");
        }

        if (string.IsNullOrWhiteSpace(by) || string.IsNullOrWhiteSpace(confirmedBy))
        {
            throw new CommandException(Outcome.BadUsage, "Say who erases it: --by with a name, and --confirmed-by with another one.");
        }

        return string.Equals(by.Trim(), confirmedBy.Trim(), StringComparison.OrdinalIgnoreCase)
            ? throw new CommandException(Outcome.BadUsage, $"Erasing takes two people: --confirmed-by names the one who erases, {by.Trim()}.")
            : new PurgeOrder(file, reason.Trim(), by.Trim(), confirmedBy.Trim());
    }

    private static async Task<int> RunAsync(Purge purge, PurgeOrder order, Screen screen, CancellationToken cancellationToken)
    {
        var erased = await purge.RunAsync(order, cancellationToken);
        if (erased.Count == 0)
        {
            throw new CommandException(Outcome.NotFound, $"The archive has no file '{order.File}': name the file id of a receipt, or the path of a report without its container.");
        }

        screen.Answer(erased.Select(f => new { f.FileId, f.Path }));
        foreach (var file in erased)
        {
            screen.Say(file.FileId == order.File || file.Path == order.File ? $"Erased {file.Path}." : $"Erased {file.Path}, which had the same content.");
        }

        screen.Say($"{(erased.Count == 1 ? "1 file is erased, its figures stand." : $"{erased.Count} files are erased, their figures stand.")} Running apps keep the content out within a minute.");
        return 0;
    }
}
