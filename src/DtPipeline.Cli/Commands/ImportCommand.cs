using System.CommandLine;
using System.Globalization;
using DtPipeline.Azure.Moving;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp import DIR</c></summary>
internal static class ImportCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder that 'dtp export' wrote." };
        var intoNonEmpty = new Option<bool>("--into-nonempty") { Description = "Take an account with data in it. Its blobs stay as they are; run 'dtp rebuild' afterwards." };
        var command = new ExampledCommand("import", "Puts an export into an empty account, after checking it. One that broke off is run again.", "dtp import backup --local") { folder, intoNonEmpty };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                await using var services = connection.Open(arguments);
                var from = new DirectoryInfo(Path.GetFullPath(arguments.GetValue(folder)!));
                var result = await screen.WhileAsync(shown => services.GetRequiredService<StoreImport>().RunAsync(from, arguments.GetValue(intoNonEmpty), shown, token));
                screen.Answer(result);
                foreach (var kept in result.Kept)
                {
                    screen.Say($"{kept} stays: it is there with other content");
                }

                var numbers = string.Create(CultureInfo.InvariantCulture, $"{result.Imported:N0} blobs were new, {result.Same:N0} there already, {result.Kept.Count:N0} stayed");
                screen.Say($"Imported {ExportCommand.Of(result.Export)} of {result.Export.Account}: {numbers}.");
                return 0;
            },
            cancellationToken));
        return command;
    }
}
