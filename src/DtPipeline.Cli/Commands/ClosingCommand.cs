using System.CommandLine;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp close FORM PERIOD --by WHO [--note TEXT]</c>, <c>dtp reopen FORM PERIOD --by WHO --reason WHY</c> and <c>dtp closings</c></summary>
internal static class ClosingCommand
{
    /// <summary>Characters of a note in a line.</summary>
    private const int MostOfNote = 200;

    public static Command Close(Connection connection, Screen screen, Guard guarded) => Act(
        new ExampledCommand(
            "close", "Closes a form's figures of a period. What is filed later is taken, and changes nothing of what was closed.", "dtp close PROV-Q 2025-Q3 --by Lan --local"),
        "close", new Option<string?>("--note") { Description = "What is to be known of it." }, connection, screen, guarded);

    public static Command Reopen(Connection connection, Screen screen, Guard guarded) => Act(
        new ExampledCommand("reopen", "Opens a form's figures of a period again.", "dtp reopen PROV-Q 2025-Q3 --by Lan --reason 'số liệu gửi nhầm' --local"),
        "reopen", new Option<string?>("--reason") { Description = "Why, in a sentence." }, connection, screen, guarded);

    public static Command List(Connection connection, Screen screen, Guard guarded)
    {
        var command = new ExampledCommand("closings", "Lists who closed and reopened which form's figures of which period, and when.", "dtp closings --local");
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                await using var services = connection.Open(arguments);
                var all = (await services.GetRequiredService<ClosingStore>().ReadAllAsync(token)).All;
                screen.Answer(all.Select(JsonOf));
                foreach (var closing in all)
                {
                    screen.Say(Line(closing));
                }

                screen.Say(all.Count switch { 0 => "Nothing was ever closed.", 1 => "1 closing.", var n => $"{n} closings." });
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static Command Act(Command command, string action, Option<string?> reason, Connection connection, Screen screen, Guard guarded)
    {
        var form = new Argument<string>("FORM") { Description = "Its code in forms.csv." };
        var period = new Argument<string>("PERIOD") { Description = "Such as 2024-06, 2024-Q2, 2024-S1 or 2024." };
        var by = new Option<string?>("--by") { Description = "Who does it: a name that others know." };
        command.Arguments.Add(form);
        command.Arguments.Add(period);
        command.Options.Add(by);
        command.Options.Add(reason);
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => guarded(
            async token =>
            {
                await using var services = connection.Open(arguments);
                await services.GetRequiredService<StoreVersion>().EnsureAsync(token);
                var request = new ClosingRequest(action, arguments.GetValue(by), arguments.GetValue(reason));
                var answer = await services.GetRequiredService<ClosingDesk>().ActAsync(arguments.GetValue(form)!, arguments.GetValue(period)!, request, signedIn: null, token);
                var closing = answer.Closing ?? throw new CommandException(answer.Why!.En);
                screen.Answer(JsonOf(closing));
                screen.Say(Line(closing));
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static object JsonOf(Closing closing) => new { closing.Form, Period = closing.Period.ToString(), closing.At, closing.By, closing.Note, closing.Reopened };

    private static string Line(Closing closing)
    {
        var line = $"{closing.Form} {closing.Period}: closed by {closing.By} on {VietnamTime.Said(closing.At).En}{Behind(closing.Note)}";
        return closing.Reopened is { } again ? $"{line}; reopened by {again.By} on {VietnamTime.Said(again.At).En}{Behind(again.Reason)}" : line;
    }

    private static string Behind(string? text) => text is { Length: > 0 } ? $" ({OneLine.Of(text, MostOfNote)})" : string.Empty;
}
