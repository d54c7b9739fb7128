using System.CommandLine;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp catalogue check [DIR]</c>, and the commands beside it.</summary>
internal static class CatalogueCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "Folder with catalogue files or one workbook, over those built in. Without it the catalogue in storage is checked.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new ExampledCommand("check", "Says what is wrong with a catalogue, by file and line, or else what it holds.", "dtp catalogue check catalogue") { folder };
        connection.AddTo(check);
        check.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                var input = CatalogueInput.Read(arguments.GetValue(folder));
                var reading = input == CatalogueInput.None
                    ? await ReadStorageAsync(connection, arguments, token)
                    : CatalogueReader.ReadBytes(file => input.Files.TryGetValue(file, out var bytes) ? bytes : DefaultCatalogue.BytesBeside(file, input.Files.ContainsKey), connection.Settings(arguments).AllowPrivateSources);
                return input.Tell(reading, screen) ? 1 : Show(reading.Catalogue!, screen);
            },
            cancellationToken));
        return new Command("catalogue", "Organisations, indicators, forms and all else that says who owes what.")
        {
            check, CatalogueDiffCommand.Of(connection, screen, guarded), CatalogueApplyCommand.Of(connection, screen, guarded), CatalogueWorkbookCommand.Of(connection, screen, guarded),
        };
    }

    private static async Task<CatalogueReading> ReadStorageAsync(Connection connection, ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!connection.IsGiven(arguments))
        {
            throw new CommandException("Name the folder to check, as in 'dtp catalogue check catalogue', or an account with Reporting__accountName, --storage or --local, whose catalogue is checked then.");
        }

        await using var services = connection.Open(arguments);
        return await services.GetRequiredService<CatalogueStore>().ReadAsync(cancellationToken);
    }

    private static int Show(ReportingCatalogue catalogue, Screen screen)
    {
        (string What, int Count)[] holds =
        [
            ("organisations", catalogue.Organisations.Count),
            ("indicators", catalogue.Indicators.Count),
            ("forms", catalogue.Forms.Count),
            ("regimes", catalogue.Regimes.Count),
            ("tasks", catalogue.Tasks.Count),
            ("sources", catalogue.Sources.Count),
            ("recipients", catalogue.Recipients.Count),
        ];
        screen.Answer(holds.ToDictionary(h => h.What, h => h.Count));
        screen.Say("Nothing is wrong. The catalogue holds:");
        foreach (var (what, count) in holds)
        {
            screen.Say($"  {what,-14}{count,6}");
        }

        return 0;
    }
}
