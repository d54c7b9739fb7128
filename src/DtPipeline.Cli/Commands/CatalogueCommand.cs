using System.CommandLine;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp catalogue check [DIR]</c></summary>
internal static class CatalogueCommand
{
    private const int MostBytes = 50_000_000;

    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "Folder with catalogue files, over those built in. Without it the catalogue in storage is checked.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Command("check", "Says what is wrong with a catalogue, by file and line, or else what it holds.") { folder };
        connection.AddTo(check);
        check.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                var reading = arguments.GetValue(folder) is { } named
                    ? ReadFolder(Path.GetFullPath(named), connection.Settings(arguments).AllowPrivateSources)
                    : await ReadStorageAsync(connection, arguments, token);
                return Show(reading, screen);
            },
            cancellationToken));
        return new Command("catalogue", "Organisations, indicators, forms and all else that says who owes what.") { check };
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

    private static CatalogueReading ReadFolder(string folder, bool allowHttpSources)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder {folder}.");
        }

        var names = Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        if (!names.Exists(CatalogueReader.Files.Contains))
        {
            throw new CommandException($"{folder} has no file of a catalogue: expected at least one of {string.Join(", ", CatalogueReader.Files)}.");
        }

        var reading = CatalogueReader.ReadBytes(file => names.Contains(file) ? BytesOf(Path.Combine(folder, file)) : DefaultCatalogue.BytesOf(file), allowHttpSources);
        var strange = names.Except(CatalogueReader.Files, StringComparer.Ordinal).Select(n => new CatalogueProblem(n, 1, $"no file of a catalogue is called so; expected {string.Join(", ", CatalogueReader.Files)}"));
        return reading with { Problems = [.. reading.Problems, .. strange] };
    }

    private static ReadOnlyMemory<byte> BytesOf(string path) => new FileInfo(path).Length <= MostBytes
        ? File.ReadAllBytes(path)
        : throw new CommandException($"{path} is larger than {MostBytes / 1_000_000} MB, which no catalogue is.");

    private static int Show(CatalogueReading reading, Screen screen)
    {
        foreach (var problem in reading.Problems)
        {
            screen.Say(problem.ToString());
        }

        if (reading.Problems.Count > 0)
        {
            screen.Say(reading.Problems.Count == 1 ? "1 problem." : $"{reading.Problems.Count} problems.");
            return 1;
        }

        var catalogue = reading.Catalogue!;
        screen.Say("Nothing is wrong. The catalogue holds:");
        foreach (var (what, count) in new[]
        {
            ("organisations", catalogue.Organisations.Count),
            ("indicators", catalogue.Indicators.Count),
            ("forms", catalogue.Forms.Count),
            ("regimes", catalogue.Regimes.Count),
            ("tasks", catalogue.Tasks.Count),
            ("sources", catalogue.Sources.Count),
            ("recipients", catalogue.Recipients.Count),
        })
        {
            screen.Say($"  {what,-14}{count,6}");
        }

        return 0;
    }
}
