using System.CommandLine;
using DtPipeline.Amending;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp catalogue diff [DIR]</c></summary>
internal static class CatalogueDiffCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "Folder with catalogue files or one workbook, over those in storage. Without it what stands in storage is compared.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new ExampledCommand("diff", "Says what a catalogue would change of the one in force: lines, obligations, states, figures, alerts. Changes nothing. Exit code 3 where the past would be judged anew.", "dtp catalogue diff catalogue --local") { folder };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                var input = CatalogueInput.Read(arguments.GetValue(folder));
                await using var services = connection.Open(arguments);
                var (reading, changes) = await services.GetRequiredService<CatalogueStore>().CompareAsync(input.Files, token);
                return input.Tell(reading, screen) || changes is null ? 1 : Show(changes, screen);
            },
            cancellationToken));
        return command;
    }

    private static int Show(HeldCatalogue changes, Screen screen)
    {
        screen.Answer(new { changes.Hash, Lines = changes.Lines.Select(l => l.ToString()), changes.Diff.ReachesBack, Judged = changes.Diff.Judged.Count, IsPossible = !changes.Diff.Impossible.Any() });
        foreach (var line in AmendmentText.Of(changes.Lines, changes.Diff))
        {
            screen.Say(line);
        }

        if (changes.Diff.Impossible.Any())
        {
            screen.Say("It cannot be put in force.");
            return 1;
        }

        screen.Say(changes.Diff.ReachesBack
            ? $"It reaches back: it holds once somebody says that it is meant, with 'dtp catalogue apply --confirm {changes.Hash} --by NAME'."
            : "Nothing that was due is judged anew: it holds as soon as it is in storage.");
        return changes.Diff.ReachesBack ? Outcome.ReachesBack.ExitCode : 0;
    }
}
