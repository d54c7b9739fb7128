using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp alerts ack ALERT...</c>, <c>snooze</c>, <c>reopen</c>, <c>confirm</c></summary>
internal static class AlertActionCommand
{
    private const string Example = "P34-80/report.overdue~2025-Q3~P34-80~PROV-Q";

    public static Command Acknowledge(RemoteCommand remote) => Of(
        remote, "acknowledge", new ExampledCommand("ack", "Says that somebody deals with alerts: they are not passed on.", $"dtp alerts ack {Example} --by Lan --note 'Đã gọi điện'"), null);

    public static Command Snooze(RemoteCommand remote) => Of(
        remote,
        "snooze",
        new ExampledCommand("snooze", "Lets alerts rest until a moment.", $"dtp alerts snooze {Example} --until 2025-10-20 --by Lan"),
        new Option<string>("--until") { Description = "A moment like 2025-10-20T08:00:00+07:00, or a day, whose morning in Vietnam at eight is meant.", Required = true });

    public static Command Reopen(RemoteCommand remote) => Of(
        remote, "reopen", new ExampledCommand("reopen", "Takes back that somebody deals with alerts, or that they rest.", $"dtp alerts reopen {Example} --by Lan"), null);

    public static Command Confirm(RemoteCommand remote) => Of(
        remote, "confirm", new ExampledCommand("confirm", "Answers a question about figures: they are right, for the reason that --note gives.", "dtp alerts confirm P34-80/value.anomaly~2025-Q3~P34-80 --by Lan --note 'Đã đối chiếu với báo cáo giấy'"), null);

    private static ExampledCommand Of(RemoteCommand remote, string action, ExampledCommand command, Option<string>? until)
    {
        var alerts = new Argument<string[]>("ALERT") { Description = "As 'dtp alerts' lists them: ORGANISATION/KEY.", Arity = ArgumentArity.OneOrMore };
        var by = new Option<string?>("--by") { Description = "Who does it; where people are signed in their own name counts." };
        var note = new Option<string?>("--note") { Description = "What is to be known of it." };
        command.Arguments.Add(alerts);
        command.Options.Add(by);
        command.Options.Add(note);
        if (until is not null)
        {
            command.Options.Add(until);
        }

        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var asked = new AlertAction(action, arguments.GetValue(by), arguments.GetValue(note), until is null ? null : MomentOf(arguments.GetValue(until)!));
            var desk = new AlertDesk(api);
            var done = new List<JsonElement>();
            foreach (var name in arguments.GetValue(alerts)!)
            {
                done.Add(await desk.ActAsync(name, asked, cancellationToken));
                remote.Screen.Say($"{name}: {AlertTable.StateOf(FoundAlert.Of(done[^1]).Alert.State).In(api.Language)}");
            }

            remote.Screen.Answer(done);
            return Outcome.Done;
        });
    }

    private static DateTimeOffset MomentOf(string text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.FromHours(7))
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : throw new CommandException(Outcome.BadUsage, $"--until is '{text}'; expected a day like 2025-10-20 or a moment like 2025-10-20T08:00:00+07:00.");
}
