using System.CommandLine;
using System.Globalization;
using DtPipeline.Azure.Briefing;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp brief write PERIOD [--as-of MOMENT] [--to DIR]</c></summary>
internal static class BriefWriteCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var period = new Argument<string>("PERIOD") { Description = "A half-year, quarter, month or year: 2024-S1, 2024-Q2, 2024-06, 2024." };
        var asOf = new Option<string?>("--as-of") { Description = "The moment up to which files count, for example 2024-07-19T08:00:00+07:00. Without it now." };
        var to = new Option<string?>("--to") { Description = "Write it into this folder, and publish nothing." };
        var command = new ExampledCommand(
            "write",
            "Makes the brief of a conference in Vietnamese and English, as HTML, DOCX and Markdown, from the storage itself, and publishes it.",
            "dtp brief write 2024-S1 --local",
            "dtp brief write 2024-S1 --as-of 2024-07-19T08:00:00+07:00 --to hop --local")
        {
            period, asOf, to,
        };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                var asked = PeriodOf(arguments.GetValue(period)!);
                await using var services = connection.Open(arguments);
                var moment = MomentOf(arguments.GetValue(asOf), services.GetRequiredService<TimeProvider>());
                var run = services.GetRequiredService<BriefRun>();
                if (arguments.GetValue(to) is { } folder)
                {
                    return await WriteAsync(run, new BriefEntry(asked, moment), Directory.CreateDirectory(folder), screen, token);
                }

                var written = await run.WriteAsync(asked, moment, token);
                screen.Answer(new { Period = written.Period.ToString(), AsOf = written.AsOf, Address = $"briefs/{written.Folder}" });
                screen.Say($"The brief of {written.Period} as of {written.Moment} is published as briefs/{written.Folder}.");
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(BriefRun run, BriefEntry entry, DirectoryInfo folder, Screen screen, CancellationToken cancellationToken)
    {
        var brief = await run.MakeAsync(entry, cancellationToken);
        foreach (var document in brief.Documents)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, document.Name), document.Content, cancellationToken);
        }

        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, BriefStore.Figures), BriefStore.Written(brief.Figures).ToMemory(), cancellationToken);
        screen.Answer(new { Period = entry.Period.ToString(), entry.AsOf, Folder = folder.FullName, Documents = brief.Documents.Count, Figures = brief.Figures.Count });
        screen.Say($"The brief of {entry.Period} as of {entry.Moment} is in {folder.FullName}: {brief.Documents.Count} documents, {brief.Figures.Count} figures.");
        return 0;
    }

    private static Period PeriodOf(string text) => Period.TryParse(text, out var period)
        ? period
        : throw new CommandException(Outcome.BadUsage, $"PERIOD is '{text}'; expected a period like 2024-S1, 2024-Q2, 2024-06 or 2024.");

    private static DateTimeOffset MomentOf(string? text, TimeProvider clock) => text is null ? clock.GetUtcNow()
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : throw new CommandException(Outcome.BadUsage, $"--as-of is '{text}'; expected a moment like 2024-07-19T08:00:00+07:00.");
}
