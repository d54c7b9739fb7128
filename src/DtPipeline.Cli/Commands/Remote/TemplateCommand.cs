using System.CommandLine;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp template ORGANISATION PERIOD [--to FILE]</c></summary>
internal static class TemplateCommand
{
    public static Command Of(RemoteCommand remote)
    {
        var organisation = KnownCodes.Organisation();
        var period = new Argument<string>("PERIOD") { Description = "Such as 2025-09, 2025-Q3, 2025-S2 or 2025." };
        var to = new Option<string?>("--to") { Description = "The XLSX to write. Without it ORGANISATION-PERIOD.xlsx in this folder.", HelpName = "FILE" };
        var command = new ExampledCommand("template", "Writes the workbook that an organisation fills in for a period.", "dtp template P34-01 2025-Q3 --to bao-cao.xlsx") { organisation, period, to };
        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var (of, when) = (arguments.GetValue(organisation)!, arguments.GetValue(period)!);
            var workbook = await api.DownloadAsync(ApiPath.Of("templates", of, when), cancellationToken);
            var file = NewFile.Write(arguments.GetValue(to) ?? $"{of}-{when}.xlsx", workbook);
            remote.Screen.Answer(new { File = file });
            remote.Screen.Say($"The workbook of {of} for {when} is {file}. Fill it in and send it: dtp submit '{file}' --organisation {of} --period {when}");
            return Outcome.Done;
        });
    }
}
