using System.CommandLine;
using System.Globalization;
using DtPipeline.Azure.Extracting;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp extract FILE [--period] [--form] [--indicator] [--organisation] [--as-of] [--format]</c></summary>
internal static class ExtractCommand
{
    private static readonly Dictionary<string, string> FormatOfEnding = new(StringComparer.OrdinalIgnoreCase) { [".xlsx"] = ExtractFormat.Xlsx.Name, [".csv"] = ExtractFormat.Csv.Name };

    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write: CSV or XLSX by its ending." };
        var period = new Option<string?>("--period") { Description = "Such as 2024-06, 2024-Q2, 2024-S1 or 2024; all periods without it." };
        var form = new Option<string?>("--form") { Description = "Code of a form." };
        var indicator = new Option<string?>("--indicator") { Description = "Code of an indicator or of an assigned task." };
        var organisation = new Option<string?>("--organisation") { Description = "Code of an organisation. Its extract of one period can be sent as a report again." };
        var asOf = new Option<string?>("--as-of") { Description = "What was known then: a moment such as 2024-07-20T17:00:00+07:00, or the end of a day in Vietnam." };
        var format = new Option<string?>("--format") { Description = "csv, sdmx (SDMX-CSV 2.0) or xlsx, whatever the file's ending." };
        var command = new ExampledCommand(
            "extract",
            "Writes observations, with the file that each came from and who closed its form, as CSV, SDMX-CSV 2.0 or XLSX.",
            "dtp extract so-lieu.csv --period 2025-Q3 --form PROV-Q --local")
        { file, period, form, indicator, organisation, asOf, format };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                await using var services = connection.Open(arguments);
                var path = Path.GetFullPath(arguments.GetValue(file)!);
                var written = new WrittenQuestion(
                    arguments.GetValue(period),
                    arguments.GetValue(form),
                    arguments.GetValue(indicator),
                    arguments.GetValue(organisation),
                    arguments.GetValue(asOf),
                    arguments.GetValue(format) ?? FormatOfEnding.GetValueOrDefault(Path.GetExtension(path)));
                var extract = services.GetRequiredService<Extract>();
                var (question, why) = await extract.AskAsync(written, token);
                var rows = await WriteAsync(extract, question ?? throw new CommandException(why!.En), path, token);
                screen.Answer(new { File = path, Rows = rows });
                screen.Say(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} observations are in {path}."));
                return 0;
            },
            cancellationToken));
        return command;
    }

    /// <summary>The file is there when it is whole, and not before.</summary>
    private static async Task<long> WriteAsync(Extract extract, ExtractQuestion question, string path, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        try
        {
            var rows = 0L;
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                rows = await extract.WriteAsync(question, stream, cancellationToken);
            }

            File.Move(part, path, overwrite: true);
            return rows;
        }
        finally
        {
            File.Delete(part);
        }
    }
}
