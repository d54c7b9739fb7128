using System.CommandLine;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;
using DtPipeline.Texts;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp brief [PERIOD] [--to FILE]</c> reads, <c>dtp brief list</c> lists; <c>dtp brief write</c> makes one.</summary>
internal static class BriefCommand
{
    private static readonly Bilingual[] Columns = [new("Kỳ", "Period"), new("Tính đến", "As of"), new("Địa chỉ", "Address"), new("Thay bằng", "Superseded by")];

    /// <param name="write">The command that makes one from storage.</param>
    public static Command Of(RemoteCommand remote, Command write)
    {
        var period = new Argument<string?>("PERIOD") { Description = "Such as 2024-S1. Without it the newest brief of all.", Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string?>("--to") { Description = "Write it into this file: .docx, .html or .md, by its ending. Without it Markdown is printed.", HelpName = "FILE" };
        var command = new ExampledCommand("brief", "Shows the newest brief of a conference, or writes it into a file.", "dtp brief --lang vi", "dtp brief 2024-S1 --to ban-tom-tat.docx --lang vi") { period, to, List(remote), write };
        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var shelf = new BriefShelf(api);
            var file = arguments.GetValue(to);
            var document = $"brief.{(api.Language == Language.Vi ? "vi" : "en")}{EndingOf(file)}";
            var brief = await shelf.NewestAsync(arguments.GetValue(period), cancellationToken);
            var content = await shelf.DownloadAsync(brief, document, cancellationToken);
            if (file is null)
            {
                remote.Screen.Write("markdown", content.ToString());
                return Outcome.Done;
            }

            var path = NewFile.Write(file, content);
            remote.Screen.Answer(new { brief.Period, brief.AsOf, File = path });
            remote.Screen.Say($"The brief of {brief.Period} as of {brief.AsOf:u} is {path}.");
            return Outcome.Done;
        });
    }

    private static ExampledCommand List(RemoteCommand remote) => remote.With(
        new ExampledCommand("list", "Lists all briefs, the newest first.", "dtp brief list"),
        async (_, api, cancellationToken) =>
        {
            var (briefs, json) = await new BriefShelf(api).ListAsync(cancellationToken);
            remote.Screen.Answer(json);
            remote.Screen.Table(
                [.. Columns.Select(c => c.In(api.Language))],
                briefs.Select(b => new[] { b.Period, $"{b.AsOf:u}", $"{api.Server}api/v1/{b.Address}", b.SupersededBy }),
                new Bilingual("Chưa có bản tóm tắt nào.", "There is no brief yet.").In(api.Language));
            return Outcome.Done;
        });

    private static string EndingOf(string? file) => file is null ? ".md" : Path.GetExtension(file) is (".docx" or ".html" or ".md") and var ending
        ? ending
        : throw new CommandException(Outcome.BadUsage, $"--to is '{file}'; expected a file that ends in .docx, .html or .md.");
}
