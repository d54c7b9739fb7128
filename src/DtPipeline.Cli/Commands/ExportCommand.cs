using System.CommandLine;
using System.Globalization;
using DtPipeline.Azure.Moving;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp export --all DIR</c></summary>
internal static class ExportCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var all = new Option<bool>("--all") { Description = "Everything: blobs as files, tables as lines of JSON." };
        var folder = new Argument<string>("DIR") { Description = "A new or empty folder." };
        var command = new ExampledCommand("export", "Writes all data into a folder, in files that need no Azure to be read.", "dtp export --all backup --local") { all, folder };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                if (!arguments.GetValue(all))
                {
                    throw new CommandException(Outcome.BadUsage, "Say what to export: --all, which is everything.");
                }

                await using var services = connection.Open(arguments);
                var into = new DirectoryInfo(Path.GetFullPath(arguments.GetValue(folder)!));
                var manifest = await screen.WhileAsync(shown => services.GetRequiredService<StoreExport>().RunAsync(into, shown, token));
                screen.Answer(new { Folder = into.FullName, Manifest = manifest });
                screen.Say($"Exported {Of(manifest)} from {manifest.Account} to {into.FullName}.");
                return 0;
            },
            cancellationToken));
        return command;
    }

    public static string Of(ExportManifest manifest) => string.Create(
        CultureInfo.InvariantCulture, $"{manifest.Blobs.Values.Sum():N0} blobs and {manifest.Rows.Values.Sum():N0} rows");
}
