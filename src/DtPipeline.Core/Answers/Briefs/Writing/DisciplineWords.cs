using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Deadlines;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>The figures of how a form was filed, wherever the brief states them.</summary>
internal sealed class DisciplineWords(FigureWriter write)
{
    private BriefLanguage Language => write.Language;

    public Run Owed(FormFacts form) => write.Count($"obligations~{Id(form)}~owed", form.Owed, "bodies", Filings(form, form.Counted));

    public Run Received(FormFacts form) => write.Count($"obligations~{Id(form)}~received", form.Received, "bodies", Filings(form, form.Counted.Where(o => o.FirstReceived is not null)));

    public Run OnTime(FormFacts form) => write.Count($"obligations~{Id(form)}~on_time", form.OnTime, "bodies", Filings(form, form.Due.Where(o => o.FirstAccepted is not null)));

    public Run Count(FormFacts form, string what, IReadOnlyList<Obligation> obligations) => write.Count($"obligations~{Id(form)}~{what}", obligations.Count, "bodies", Filings(form, obligations));

    /// <returns>A dash where nothing is due yet.</returns>
    public Line ReceivedRate(FormFacts form) => Rate(form, "received", form.Received, form.Owed, form.Counted);

    public Line OnTimeRate(FormFacts form) => Rate(form, "on_time", form.OnTime, form.Due.Count(), form.Due);

    public Line Completeness(FormFacts form) => Rate(form, "complete", form.Provided, form.Required, form.Counted);

    /// <summary>How many days after the due day something came, or has not come yet.</summary>
    public Run Days(FormFacts form, IReadOnlyList<Obligation> obligations, int days) => write.Count(
        $"days~{Id(form)}~{obligations[0].Organisation}", days, "days", Filings(form, obligations));

    public static string RateId(FormFacts form, string what) => $"rate~{Id(form)}~{what}";

    private static string Id(FormFacts form) => $"{form.Form.Code}~{form.Period}";

    private Line Rate(FormFacts form, string what, int part, int whole, IEnumerable<Obligation> obligations) => whole == 0
        ? Language.Text("–", "–")
        : Line.Of($"{write.Percent(RateId(form, what), part, whole, Filings(form, obligations))}");

    private List<FigureSource> Filings(FormFacts form, IEnumerable<Obligation> obligations) =>
        [.. obligations.Select(o => write.Facts.Sources.Filing(o.Organisation, form.Period)).OrderBy(s => s.Organisation, StringComparer.Ordinal)];
}
