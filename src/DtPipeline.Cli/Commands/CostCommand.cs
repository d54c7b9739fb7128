using System.CommandLine;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Costs;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands;

/// <summary><c>dtp cost</c></summary>
internal static class CostCommand
{
    public static Command Of(Screen screen, Guard guarded)
    {
        var organisations = Count("--organisations", "Organisations that report.", 34, 10_000_000);
        var indicators = Count("--indicators", "Values in a report.", 60, 10_000);
        var months = Count("--months", "How many months of reports are kept.", 12, 1_200);
        var frequency = new Option<string>("--frequency") { Description = "monthly, quarterly, half-year or annual.", DefaultValueFactory = _ => "monthly" };
        var functions = new Option<bool>("--functions") { Description = "Also what each function does in a month." };
        var command = new ExampledCommand("cost", "What a month in Azure costs: what the tests have counted, times list prices.", "dtp cost --organisations 34 --indicators 60") { organisations.Option, indicators.Option, frequency, months.Option, functions };
        command.SetAction((arguments, cancellationToken) => guarded(
            _ =>
            {
                var asked = new CostQuestion(organisations.In(arguments), indicators.In(arguments), FrequencyOf(arguments.GetValue(frequency)!), months.In(arguments));
                var cost = MonthlyCost.Of(asked, PriceList.Read());
                screen.Answer(cost);
                screen.Say(CostText.Of(cost, arguments.GetValue(functions)).TrimEnd('\n'));
                return Task.FromResult(0);
            },
            cancellationToken));
        return command;
    }

    private static Frequency FrequencyOf(string text) => FrequencyText.TryParse(text, out var frequency)
        ? frequency
        : throw new CommandException(Outcome.BadUsage, $"--frequency is '{text}'; expected monthly, quarterly, half-year or annual.");

    private static CountOption Count(string name, string description, int usual, int most) =>
        new(new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual }, most);

    private sealed record CountOption(Option<int> Option, int Most)
    {
        public int In(ParseResult arguments) => arguments.GetValue(Option) is var count && count >= 1 && count <= Most
            ? count
            : throw new CommandException(Outcome.BadUsage, $"{Option.Name} is {count}; expected a number from 1 to {Most}.");
    }
}
