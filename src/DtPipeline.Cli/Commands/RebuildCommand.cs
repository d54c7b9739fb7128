using System.CommandLine;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp rebuild</c></summary>
internal static class RebuildCommand
{
    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var command = new Command("rebuild", "Makes every table anew from the archive, and the published figures from them. Can be run again after a crash.");
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                await using var services = connection.Open(arguments);
                return await RunAsync(services, screen, token);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ServiceProvider services, Screen screen, CancellationToken cancellationToken)
    {
        var account = services.GetRequiredService<StorageAccount>();
        await account.CreateIfNotExistsAsync(cancellationToken);
        if (await services.GetRequiredService<CatalogueStore>().ReadAsync(cancellationToken) is { Catalogue: null } wrong)
        {
            throw new CommandException($"The catalogue in storage cannot be used, and without one nothing can be rebuilt:{Environment.NewLine}{string.Join(Environment.NewLine, wrong.Problems)}");
        }

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
        screen.Say($"The tables of {account.Archive.AccountName} are rebuilt from its archive.");
        return 0;
    }
}
