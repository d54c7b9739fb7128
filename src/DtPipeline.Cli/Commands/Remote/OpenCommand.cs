using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp open [VIEW]</c></summary>
internal static class OpenCommand
{
    private static readonly string[] Views = ["today", "compliance", "indicators", "files", "submit", "tasks", "alerts", "briefs", "help"];

    public static Command Of(ServerOptions server, Screen screen, Guard guarded)
    {
        var view = new Argument<string>("VIEW") { Description = $"{string.Join(", ", Views)}, or a path below one of them.", DefaultValueFactory = _ => Views[0] };
        var print = new Option<bool>("--print") { Description = "Only prints the address; so does --json." };
        view.CompletionSources.Add(Views);
        var command = new ExampledCommand("open", "Opens a view of the page in the browser, and prints its address.", "dtp open", "dtp open files/P34-01/2025-Q3/bao-cao.xlsx --print") { view, print };
        server.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            _ =>
            {
                var address = AddressOf(server.AddressIn(arguments), arguments.GetValue(view)!, server.LanguageIn(arguments));
                screen.Answer(new { Address = address });
                screen.Say(address.AbsoluteUri);
                if (!screen.IsJson && !arguments.GetValue(print))
                {
                    Open(address);
                }

                return Task.FromResult(0);
            },
            cancellationToken));
        return command;
    }

    private static Uri AddressOf(Uri server, string view, Language language) => view.Trim('/').Split('/') is [var first, ..] parts && Views.Contains(first)
        ? new Uri(server, ApiPath.With(ApiPath.Of(parts), ("lang", language == Language.Vi ? "vi" : "en")))
        : throw new CommandException(Outcome.BadUsage, $"The page has no view '{view}'; expected {string.Join(", ", Views)}.");

    /// <summary>A machine without a browser is no failure: the address is printed.</summary>
    private static void Open(Uri address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            // Nothing here opens addresses.
        }
    }
}
