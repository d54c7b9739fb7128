using System.CommandLine;
using System.Globalization;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp submit FILE... [--organisation CODE] [--period PERIOD] [--wait SECONDS]</c></summary>
internal static class SubmitCommand
{
    private const int UsualWait = 120;
    private const int LongestWait = 3_600;

    public static Command Of(RemoteCommand remote)
    {
        var files = new Argument<string[]>("FILE") { Description = "Reports, by name or by a pattern such as 'P34-01/2025-Q3/*.xlsx'.", Arity = ArgumentArity.OneOrMore };
        var organisation = KnownCodes.OrganisationOption("Whose reports they are. Without it the folder above the period's says it: P34-01/2025-Q3/FILE.");
        var period = new Option<string?>("--period") { Description = "Of which period, for example 2025-Q3. Without it the folder says it that the file lies in.", HelpName = "PERIOD" };
        var wait = new Option<int>("--wait") { Description = "How many seconds to wait for each receipt; 0 does not wait.", DefaultValueFactory = _ => UsualWait, HelpName = "SECONDS" };
        var command = new ExampledCommand(
            "submit",
            "Sends reports, waits for their receipts and shows what is to be mended. Its exit code says what became of them: of several files that of the worst.",
            "dtp submit bao-cao.xlsx --organisation P34-01 --period 2025-Q3",
            "dtp submit 'P34-01/2025-Q3/*.xlsx' --lang vi --json")
        {
            files, organisation, period, wait,
        };
        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var seconds = arguments.GetValue(wait);
            if (seconds is < 0 or > LongestWait)
            {
                throw new CommandException(Outcome.BadUsage, string.Create(CultureInfo.InvariantCulture, $"--wait is {seconds}; expected a number of seconds from 0 to {LongestWait}."));
            }

            var sendings = ReportFiles.Find(arguments.GetValue(files)!)
                .Select(f => new Sending(f, Destination.Of(f, arguments.GetValue(organisation), arguments.GetValue(period))))
                .ToList();
            return await RunAsync(sendings, new Submission(api, remote.Screen, remote.Clock, TimeSpan.FromSeconds(seconds)), remote.Screen, cancellationToken);
        });
    }

    private static async Task<Outcome> RunAsync(List<Sending> sendings, Submission submission, Screen screen, CancellationToken cancellationToken)
    {
        var sent = new List<Submitted>();
        try
        {
            foreach (var sending in sendings)
            {
                sent.Add(await submission.SendAsync(sending, cancellationToken));
            }
        }
        finally
        {
            // What was sent before one failed is told too.
            if (sent.Count > 0)
            {
                screen.Answer(sent.Select(s => s.AsJson));
            }
        }

        return sent.Select(s => s.Outcome).MaxBy(RankOf)!;
    }

    /// <summary>How bad it is for the sender: a receipt that is still to come may say anything.</summary>
    private static int RankOf(Outcome outcome) =>
        outcome == Outcome.Done ? 0 : outcome == Outcome.Duplicate ? 1 : outcome == Outcome.AcceptedWithFaults ? 2 : outcome == Outcome.NoReceipt ? 3 : 4;
}
