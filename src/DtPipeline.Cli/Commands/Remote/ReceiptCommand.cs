using System.CommandLine;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp receipt PATH</c></summary>
internal static class ReceiptCommand
{
    public static Command Of(RemoteCommand remote)
    {
        var path = new Argument<string>("PATH") { Description = "The report's own path, as submit has said it: ORGANISATION/PERIOD/FILE." };
        var command = new ExampledCommand(
            "receipt",
            "Shows the receipt of a report, and what is to be mended. Ends as submit does: its exit code says what became of the file.",
            "dtp receipt P34-01/2025-Q3/bao-cao.xlsx --lang vi")
        {
            path,
        };
        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var receipts = new Receipts(api, remote.Clock);
            var asked = arguments.GetValue(path)!.Trim('/');
            var found = await receipts.FindAsync(asked, cancellationToken) ?? throw new CommandException(
                Outcome.NotFound, $"There is no receipt of {asked}.", "Is the path spelt as 'dtp submit' has said it? A file that has only just come is read within seconds.");
            remote.Screen.Answer(found.Json);
            return ReceiptText.Show(found.Receipt, receipts.PageOf(asked), remote.Screen, api.Language);
        });
    }
}
