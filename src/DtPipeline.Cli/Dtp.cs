using System.CommandLine;
using DtPipeline.Azure.Erasing;
using DtPipeline.Azure.Extracting;
using DtPipeline.Azure.Moving;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Commands;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli;

/// <summary>The command <c>dtp</c>: 0 when it did what was asked, 1 when something is wrong, which it says in a sentence, 2 when a rebuild would change figures.</summary>
internal static class Dtp
{
    /// <param name="clock">Of commands that are not told of a local host with a clock of its own.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        var screen = new Screen(output, errors);
        var connection = new Connection(clock);
        var command = new RootCommand("Looks after the data of DtPipeline, in Azure and on one machine.")
        {
            CatalogueCommand.Of(connection, screen, Guarded),
            RebuildCommand.Of(connection, screen, Guarded),
            ExtractCommand.Of(connection, screen, Guarded),
            ExportCommand.Of(connection, screen, Guarded),
            ImportCommand.Of(connection, screen, Guarded),
            PurgeCommand.Of(connection, screen, Guarded),
            BriefCommand.Of(connection, screen, Guarded),
            ClosingCommand.Close(connection, screen, Guarded),
            ClosingCommand.Reopen(connection, screen, Guarded),
            ClosingCommand.List(connection, screen, Guarded),
            CostCommand.Of(screen, Guarded),
        };
        return command.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });

        async Task<int> Guarded(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
        {
            try
            {
                return await work(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                screen.Complain("Stopped before its end.");
            }
            catch (Exception e) when (e is CommandException or StoreMoveException or ExtractException or PurgeException or StoreVersionException or IOException or UnauthorizedAccessException)
            {
                screen.Complain(e.Message);
            }
            catch (Exception e) when (StorageTrouble.SentenceOf(e) is { } sentence)
            {
                screen.Complain(sentence);
            }

            return 1;
        }
    }
}
