using System.CommandLine;
using DtPipeline.Azure.Uploading;
using DtPipeline.Cli.Showing;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp sas FILE --organisation CODE --period PERIOD [--minutes N]</c></summary>
internal static class SasCommand
{
    private const int MostMinutes = 24 * 60;

    public static Command Of(Connection connection, Screen screen, Guard guarded)
    {
        var file = new Argument<string>("FILE") { Description = "Name of the file that will be sent; it need not be here. Where the name is taken, a free one like it is given." };
        var organisation = new Option<string>("--organisation") { Description = "Code of the organisation whose report it is.", Required = true };
        var period = new Option<string>("--period") { Description = "Such as 2024-06, 2024-Q2, 2024-S1 or 2024.", Required = true };
        var minutes = new Option<int>("--minutes") { Description = $"How long it holds, {MostMinutes} at most.", DefaultValueFactory = _ => (int)UploadDesk.Lasts.TotalMinutes };
        var command = new ExampledCommand(
            "sas",
            "Prints an address with a signature (SAS) by which anybody who has it writes this one report, and reads none: for tools such as az, and for who has no account. Signed by the account's key, or by "
            + "a user delegation key of 'az login' (Storage Blob Delegator, and the right to write reports).",
            "dtp sas bao-cao.xlsx --organisation P34-01 --period 2025-Q3 --local",
            "az storage blob upload --file bao-cao.xlsx --blob-url \"$(dtp sas bao-cao.xlsx --organisation P34-01 --period 2025-Q3)\"")
        { file, organisation, period, minutes };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                if (arguments.GetValue(minutes) is not (> 0 and <= MostMinutes) and var given)
                {
                    throw new CommandException(Outcome.BadUsage, $"--minutes is {given}; expected 1 to {MostMinutes}.");
                }

                await using var services = connection.Open(arguments);
                var (grant, why) = await services.GetRequiredService<UploadDesk>().SignAsync(
                    arguments.GetValue(organisation)!, arguments.GetValue(period)!, Path.GetFileName(arguments.GetValue(file)!), TimeSpan.FromMinutes(arguments.GetValue(minutes)), token);
                screen.Answer(grant ?? throw new CommandException(Outcome.Refused, why!.En, "Put that right, and ask again."));
                screen.Say(grant.Url.AbsoluteUri);
                return 0;
            },
            cancellationToken));
        return command;
    }
}
