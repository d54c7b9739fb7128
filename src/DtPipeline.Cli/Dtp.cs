using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using DtPipeline.Azure.Erasing;
using DtPipeline.Azure.Extracting;
using DtPipeline.Azure.Moving;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Commands;
using DtPipeline.Cli.Commands.Remote;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli;

/// <summary>The command <c>dtp</c>: how it ends says <see cref="Outcome"/>.</summary>
internal static class Dtp
{
    /// <param name="clock">Of commands that are not told of a local host with a clock of its own.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter complaints, TimeProvider clock)
    {
        var screen = new Screen(output, complaints);
        var json = new Option<bool>("--json") { Description = "For programs: the result as JSON, and a failure as one JSON object on standard error.", Recursive = true };
        var parsed = RootOf(screen, clock, json).Parse(arguments);
        screen.IsJson = parsed.GetValue(json);
        if (parsed.Action is ParseErrorAction)
        {
            var errors = parsed.UnmatchedTokens is [var strange, ..] ? [$"Unrecognized command or argument '{strange}'."] : parsed.Errors.Select(e => e.Message);
            screen.Complain(Outcome.BadUsage, string.Join(' ', errors), $"'{NameOf(parsed.CommandResult)} --help' shows how it is written, with an example.");
            return Outcome.BadUsage.ExitCode;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = complaints, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }

    /// <summary>All commands, as they are typed.</summary>
    internal static RootCommand RootOf(Screen screen, TimeProvider clock, Option<bool> json)
    {
        var connection = new Connection(clock);
        var server = new ServerOptions();
        var remote = new RemoteCommand(server, screen, Guarded, clock);
        var root = new RootCommand("Sends reports to DtPipeline and shows what became of them, and looks after its data, in Azure and on one machine.")
        {
            json,
            SubmitCommand.Of(remote),
            ReceiptCommand.Of(remote),
            StatusCommand.Of(remote),
            OverdueCommand.Of(remote),
            AlertsCommand.Of(remote),
            TasksCommand.Of(remote),
            SeriesCommand.Of(remote),
            TemplateCommand.Of(remote),
            BriefCommand.Of(remote, BriefWriteCommand.Of(connection, screen, Guarded)),
            OpenCommand.Of(server, screen, Guarded),
            SasCommand.Of(connection, screen, Guarded),
            CatalogueCommand.Of(connection, screen, Guarded),
            RebuildCommand.Of(connection, screen, Guarded),
            ExtractCommand.Of(connection, screen, Guarded),
            ExportCommand.Of(connection, screen, Guarded),
            ImportCommand.Of(connection, screen, Guarded),
            PurgeCommand.Of(connection, screen, Guarded),
            ClosingCommand.Close(connection, screen, Guarded),
            ClosingCommand.Reopen(connection, screen, Guarded),
            ClosingCommand.List(connection, screen, Guarded),
            CostCommand.Of(screen, Guarded),
            CompletionCommand.Of(screen, Guarded),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampledHelp((HelpAction)help.Action!);
        return root;

        async Task<int> Guarded(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
        {
            var outcome = await EndOfAsync(work, screen, cancellationToken);
            if (screen.IsJson && outcome != Outcome.Done && !screen.HasComplained)
            {
                screen.Complain(outcome, outcome.Meaning);
            }

            return outcome.ExitCode;
        }
    }

    private static async Task<Outcome> EndOfAsync(Func<CancellationToken, Task<int>> work, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            return Outcome.Of(await work(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed(Outcome.Stopped, "Stopped before its end.");
        }
        catch (CommandException e)
        {
            return Failed(e.Outcome, e.Message, e.Hint);
        }
        catch (Exception e) when (e is StoreMoveException or ExtractException or PurgeException or StoreVersionException or IOException or UnauthorizedAccessException)
        {
            return Failed(Outcome.Failed, e.Message);
        }
        catch (Exception e) when (StorageTrouble.SentenceOf(e) is { } sentence)
        {
            return Failed(Outcome.Failed, sentence);
        }

        Outcome Failed(Outcome outcome, string message, string? hint = null)
        {
            screen.Complain(outcome, message, hint);
            return outcome;
        }
    }

    private static string NameOf(CommandResult command) => command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "dtp";
}
