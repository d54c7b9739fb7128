using System.CommandLine;
using DtPipeline.Access;
using DtPipeline.Amending;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp catalogue apply [DIR] --confirm HASH --by NAME</c></summary>
internal static class CatalogueApplyCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "Folder with catalogue files or one workbook, which are put into storage first. Without it what stands in storage is confirmed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var hash = new Option<string?>("--confirm") { Description = "The hash that 'dtp catalogue diff' has printed, of a catalogue that judges the past anew." };
        var by = new Option<string?>("--by") { Description = "Who says that the past is to be judged anew: a name that others know." };
        var command = new ExampledCommand(
            "apply",
            "Puts a catalogue into storage and in force. One that judges the past anew needs --confirm and --by.",
            "dtp catalogue apply catalogue --local",
            "dtp catalogue apply --confirm 4785649fe71e --by Lan --local")
        { folder, hash, by };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                var input = CatalogueInput.Read(arguments.GetValue(folder));
                await using var services = connection.Open(arguments);
                return await ApplyAsync(services, input, arguments.GetValue(hash), (arguments.GetValue(by) ?? string.Empty).Trim(), screen, token);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> ApplyAsync(
        ServiceProvider services, CatalogueInput input, string? hash, string by, Screen screen, CancellationToken cancellationToken)
    {
        var catalogues = services.GetRequiredService<CatalogueStore>();
        var (reading, changes) = await catalogues.CompareAsync(input.Files, cancellationToken);
        if (input.Tell(reading, screen) || changes is null)
        {
            return 1;
        }

        if (changes.Diff.Impossible.FirstOrDefault() is { } impossible)
        {
            throw new CommandException($"The {impossible.What} of {impossible.Indicator} cannot change from {impossible.From} to {impossible.To}: it has values. Give the new quantity a code of its own, and end the old one with valid_to.");
        }

        if (changes.Diff.ReachesBack && WhyNot(changes, hash, by) is { } why)
        {
            throw new CommandException(why);
        }

        foreach (var (file, content) in input.Files.Where(f => CatalogueReader.Files.Contains(f.Key)))
        {
            await catalogues.PutAsync(file, content, cancellationToken);
        }

        if (changes.Diff.ReachesBack)
        {
            await catalogues.ConfirmAsync(changes.Hash, by, cancellationToken);
        }

        await services.GetRequiredService<FlagRun>().RunAsync(cancellationToken);
        await services.GetRequiredService<RollUp>().RunAsync(cancellationToken);
        screen.Answer(new { changes.Hash, Judged = changes.Diff.Judged.Count });
        screen.Say($"The catalogue {changes.Hash} is in force. Obligations that were due and are judged anew: {changes.Diff.Judged.Count}.");
        return 0;
    }

    private static string? WhyNot(HeldCatalogue changes, string? hash, string by) =>
        hash is null ? $"It would judge the past anew. Look at it with 'dtp catalogue diff', then say that it is meant with --confirm {changes.Hash} --by NAME."
        : changes.Hash != hash ? $"This is the catalogue {changes.Hash}, not {hash}: it has changed since somebody looked at it. See with 'dtp catalogue diff' what it changes now."
        : by.Length is 0 or > Caller.LongestName ? $"Say with --by who confirms it, in 1 to {Caller.LongestName} characters."
        : null;
}
