using System.CommandLine;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp rebuild [--diff]</c></summary>
internal static class RebuildCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var command = new ExampledCommand(
            "rebuild", "Makes every table anew from the archive, and the published figures from them. Can be run again after a crash.", "dtp rebuild --diff --local", "dtp rebuild --local");
        var diff = new Option<bool>("--diff") { Description = "Only list every figure that a rebuild would change, and change nothing. Ends with 2 where there is one." };
        command.Options.Add(diff);
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                await using var services = connection.Open(arguments);
                return arguments.GetValue(diff) ? await ShowDiffAsync(services, screen, token) : await RunAsync(services, screen, token);
            },
            cancellationToken));
        return command;
    }

    /// <returns>2 where a figure would change.</returns>
    private static async Task<int> ShowDiffAsync(ServiceProvider services, Screen screen, CancellationToken cancellationToken)
    {
        var catalogue = await CatalogueAsync(services, cancellationToken);
        var changes = await screen.WhileAsync(shown => services.GetRequiredService<RebuildDiff>().RunAsync(catalogue, shown, cancellationToken));
        screen.Answer(changes);
        foreach (var change in changes)
        {
            screen.Say(change.ToString());
        }

        screen.Say(changes.Count switch { 0 => "A rebuild would change no figure.", 1 => "A rebuild would change 1 figure.", var n => $"A rebuild would change {n} figures." });
        return changes.Count == 0 ? 0 : Outcome.WouldChange.ExitCode;
    }

    /// <exception cref="CommandException">The one in storage cannot be used.</exception>
    private static async Task<ReportingCatalogue> CatalogueAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var reading = await services.GetRequiredService<CatalogueStore>().ReadAsync(cancellationToken);
        return reading.Catalogue ?? throw new CommandException(
            $"The catalogue in storage cannot be used, and without one nothing can be rebuilt:{Environment.NewLine}{string.Join(Environment.NewLine, reading.Problems)}");
    }

    private static async Task<int> RunAsync(ServiceProvider services, Screen screen, CancellationToken cancellationToken)
    {
        var account = services.GetRequiredService<StorageAccount>();
        await account.CreateIfNotExistsAsync(cancellationToken);
        await CatalogueAsync(services, cancellationToken);
        await screen.WhileAsync(async shown =>
        {
            await services.GetRequiredService<Rebuild>().RunAsync(shown, cancellationToken);

            // What follows from the day and not from the archive: who has not filed, which task is due, and the figures of the periods.
            shown.Report(new("Obligations, tasks and published figures", 0, null));
            await services.GetRequiredService<OverdueCheck>().RunAsync(cancellationToken);
            await services.GetRequiredService<TaskCheck>().RunAsync(cancellationToken);
            await services.GetRequiredService<RollUp>().RunAsync(cancellationToken);
            return true;
        });
        screen.Answer(new { Account = account.Archive.AccountName });
        screen.Say($"The tables of {account.Archive.AccountName} are rebuilt from its archive.");
        return 0;
    }
}
