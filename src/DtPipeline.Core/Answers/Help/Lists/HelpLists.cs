using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Help.Words;
using DtPipeline.Answers.Receipts;

namespace DtPipeline.Answers.Help.Lists;

/// <summary>The lists of what the product knows, by the names under which the guides ask for them.</summary>
internal static class HelpLists
{
    // On the page of words every word has its anchor; a guide shows some of them again.
    private const string Anchored = "all-";

    /// <exception cref="ArgumentException">No guide may ask for such a list.</exception>
    public static Html Named(string name, BriefLanguage language, HelpInput input) => name switch
    {
        "due" => DueList.Of(language, input),
        "rules" => RuleList.Of(language, input),
        "faults" => FaultEntries.Of(language),
        "nothing" => NothingList.Of(language),
        "organisations" => OrganisationList.Of(language, input),
        "indicators" => IndicatorList.Of(language, input),
        _ => WordsOf(name.StartsWith(Anchored, StringComparison.Ordinal) ? name[Anchored.Length..] : name, input) is { } words
            ? Explained.Table(words, language, name.StartsWith(Anchored, StringComparison.Ordinal))
            : throw new ArgumentException($"A guide asks for the list '{name}', which nobody can make.", nameof(name)),
    };

    private static IReadOnlyList<Explained>? WordsOf(string name, HelpInput input) => name switch
    {
        "states" => StateMeanings.Reports,
        "tasks" => StateMeanings.Tasks,
        "statuses" => ReceiptMeanings.Statuses,
        "severities" => ReceiptMeanings.Severities,
        "colours" => AlertMeanings.Colours(input.Timing),
        "alert-states" => AlertMeanings.States,
        "alert-kinds" => AlertKinds.All,
        "figures" => FigureMeanings.Figures,
        "targets" => FigureMeanings.Targets,
        "observation-statuses" => ObservationMeanings.All,
        _ => null,
    };
}
