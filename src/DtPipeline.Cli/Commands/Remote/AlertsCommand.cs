using System.CommandLine;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp alerts [--follow]</c>, and what is done with them.</summary>
internal static class AlertsCommand
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    public static Command Of(RemoteCommand remote)
    {
        var state = new Option<string?>("--state") { Description = "open, acknowledged or snoozed; all of them without it." };
        var severity = new Option<string?>("--severity") { Description = "red, yellow or green." };
        var organisation = KnownCodes.OrganisationOption("Only of this one.");
        var follow = new Option<bool>("--follow") { Description = "Goes on and tells what is raised, changed and settled, until Ctrl+C, which ends it with 0; with --json a line each." };
        state.CompletionSources.Add("open", "acknowledged", "snoozed");
        severity.CompletionSources.Add("red", "yellow", "green");
        var command = new ExampledCommand("alerts", "Lists the alerts that are not settled, the worst first.", "dtp alerts --severity red", "dtp alerts --follow")
        {
            state, severity, organisation, follow,
            AlertActionCommand.Acknowledge(remote), AlertActionCommand.Snooze(remote), AlertActionCommand.Reopen(remote), AlertActionCommand.Confirm(remote),
        };
        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var desk = new AlertDesk(api);
            var question = new AlertQuestion(arguments.GetValue(state), arguments.GetValue(severity), arguments.GetValue(organisation));
            var alerts = await desk.ListAsync(question, cancellationToken);
            if (arguments.GetValue(follow))
            {
                await FollowAsync(remote, desk, question, alerts, api.Language, cancellationToken);
                return Outcome.Done;
            }

            remote.Screen.Answer(alerts.Select(a => a.Written));
            AlertTable.Show(alerts, remote.Screen, api.Language, "No alert is open.");
            return Outcome.Done;
        });
    }

    /// <summary>Ends with Ctrl+C, which is how following ends, and no failure.</summary>
    private static async Task FollowAsync(
        RemoteCommand remote, AlertDesk desk, AlertQuestion question, IReadOnlyList<FoundAlert> first, Language language, CancellationToken cancellationToken)
    {
        try
        {
            for (IReadOnlyList<FoundAlert> before = [], now = first; ; (before, now) = (now, await desk.ListAsync(question, cancellationToken)))
            {
                foreach (var change in AlertChange.Between(before, now))
                {
                    remote.Screen.Line(change.Said(language), change.AsJson);
                }

                await Task.Delay(BetweenLooks, remote.Clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked for.
        }
    }
}
