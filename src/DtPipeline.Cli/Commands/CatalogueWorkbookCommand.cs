using System.CommandLine;
using DtPipeline.Amending;
using DtPipeline.Answers.Catalogues;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp catalogue workbook FILE [DIR]</c></summary>
internal static class CatalogueWorkbookCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var file = new Argument<string>("FILE") { Description = "The XLSX to write. check, diff and apply take it back." };
        var folder = new Argument<string?>("DIR")
        {
            Description = "Folder with catalogue files, over those built in. Without it the catalogue in storage is written, or the one built in where no account is named.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new ExampledCommand(
            "workbook", "Writes the catalogue as one workbook, with lists to choose from and an explanation of each column.", "dtp catalogue workbook catalogue.xlsx")
        { file, folder };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                var path = Path.GetFullPath(arguments.GetRequiredValue(file));
                var files = await FilesAsync(connection, arguments, arguments.GetValue(folder), token);
                await File.WriteAllBytesAsync(path, CatalogueWorkbook.Of(files), token);
                screen.Answer(new { File = path });
                screen.Say($"The catalogue is in {path}. Look at what you have changed in it with 'dtp catalogue diff {Path.GetFileName(path)}'.");
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static async Task<CatalogueFiles> FilesAsync(Connection connection, ParseResult arguments, string? folder, CancellationToken cancellationToken)
    {
        if (folder is null && connection.IsGiven(arguments))
        {
            await using var services = connection.Open(arguments);
            return await services.GetRequiredService<CatalogueStore>().FilesAsync(cancellationToken);
        }

        var builtIn = CatalogueReader.Files.Where(f => DefaultCatalogue.BytesOf(f) is not null).ToDictionary(f => f, f => DefaultCatalogue.BytesOf(f)!.Value, StringComparer.Ordinal);
        return new CatalogueFiles(builtIn).With(CatalogueInput.Read(folder).Files);
    }
}
