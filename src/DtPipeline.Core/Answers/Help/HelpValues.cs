using System.Globalization;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Help.Lists;
using DtPipeline.Catalogue;
using DtPipeline.Faults;

namespace DtPipeline.Answers.Help;

/// <summary>What a guide says in a sentence and does not know by itself.</summary>
internal static class HelpValues
{
    /// <exception cref="ArgumentException">No guide may ask for such a value.</exception>
    public static string Of(string name, BriefLanguage language, HelpInput input) => name switch
    {
        "help" => $"/help/{language.Code}",
        "organisation" => Example(input).Code,
        "organisation-name" => language.Of(Example(input).NameVi, Example(input).NameEn),
        "period" => Quarter(input).ToString(),
        "period-name" => language.Within(Quarter(input)).Text,
        "month" => Period.Containing(Frequency.Monthly, input.Today).ToString(),
        "half-year" => Period.Containing(Frequency.HalfYear, input.Today).ToString(),
        "year" => Period.Containing(Frequency.Annual, input.Today).ToString(),
        "most-size" => SizeText.Of(input.MostReportBytes),
        "remind-days" => Number(input.Timing.RemindWorkingDays),
        "red-days" => Number(input.Timing.RedAfterDays),
        "next-days" => Number(input.Timing.NextRecipientAfterDays),
        "snooze-days" => Number(input.LongestSnooze.Days),
        _ => throw new ArgumentException($"A guide asks for '{name}', which nobody can tell.", nameof(name)),
    };

    /// <summary>Of which the examples speak: the quarter that goes on, and the first province that reports it.</summary>
    public static Period Quarter(HelpInput input) => Period.Containing(Frequency.Quarterly, input.Today);

    private static Organisation Example(HelpInput input) => input.Catalogue.Organisations.First(o => o.Kind == OrganisationKind.Province && o.Reports(Quarter(input)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
