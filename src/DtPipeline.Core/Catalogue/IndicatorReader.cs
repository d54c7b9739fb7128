using System.Globalization;

namespace DtPipeline.Catalogue;

/// <summary>Reads indicators.csv, and what its lines say of each other.</summary>
internal static class IndicatorReader
{
    public static List<Indicator> Read(CatalogueTable table, IReadOnlyList<Organisation> organisations)
    {
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new SharedNames("name");
        return table.Read(
            ["code", "name_en", "name_vi", "unit", "kind", "frequency", "aggregation", "scope", "cumulative", "min", "max", "target_value", "target_due", "move_threshold", "valid_to"],
            t =>
            {
                var indicator = new Indicator(
                    t.Code("code", codes),
                    t.Name("name_en"),
                    t.Name("name_vi"),
                    t.OneOf("unit", "count", "percent", "yes_no", "score", "rank", "vnd_million", "usd_million"),
                    t.OneOf("kind", ("stock", IndicatorKind.Stock), ("flow", IndicatorKind.Flow), ("ratio", IndicatorKind.Ratio), ("flag", IndicatorKind.Flag)),
                    t.FrequencyOf("frequency"),
                    t.OneOf("aggregation", ("sum", Aggregation.Sum), ("mean", Aggregation.Mean), ("weighted_mean", Aggregation.WeightedMean), ("count_yes", Aggregation.CountYes), ("max", Aggregation.Max)),
                    t.OneOf("scope", ("organisation", false), ("national", true)),
                    t.YesNo("cumulative"),
                    t.OptionalNumber("min"),
                    t.OptionalNumber("max"),
                    t.OptionalNumber("target_value"),
                    t.OptionalDay("target_due"),
                    t.OptionalNumber("move_threshold"),
                    t.ValidTime().To)
                {
                    ValidFrom = t.OptionalDay("valid_from"),
                    Anomaly = AnomalyThresholds.Read(t),
                };
                if (t.IsSound)
                {
                    indicator = indicator with { Reform = ReformOf(t, indicator), Breaks = BreaksOf(t, indicator) };
                    indicator = indicator with { Owners = IndicatorOwner.Read(t, indicator.NationalOnly, indicator.ValidTime, organisations) };
                    NoteWhatCannotBe(t, indicator);
                    if (names.ProblemOf(indicator.Code, t.Line, indicator.ValidTime, CatalogueNames.NamesOf(indicator)) is { } shared)
                    {
                        t.Note(shared);
                    }
                }

                return indicator;
            },
            ["valid_from", "owner", "reform_method", "break_from", .. AnomalyThresholds.Columns]);
    }

    private static ReformMethod ReformOf(CatalogueTable table, Indicator indicator)
    {
        if (table.OptionalText("reform_method") is null)
        {
            return indicator.NationalOnly ? ReformMethod.None : ReformMethodText.Of(indicator.Aggregation);
        }

        var method = table.OneOf("reform_method", [.. Enum.GetValues<ReformMethod>().Select(m => (m.Code(), m))]);
        if (table.IsSound && ReformMethodText.ProblemOf(indicator with { Reform = method }) is { } problem)
        {
            table.Note(problem);
        }

        return method;
    }

    private static List<Period> BreaksOf(CatalogueTable table, Indicator indicator)
    {
        var breaks = table.List("break_from").Select(text => Period.TryParse(text, out var period) && period.Frequency == indicator.Frequency ? period : null).ToList();
        for (var i = 0; i < breaks.Count; i++)
        {
            if (breaks[i] is null || (i > 0 && breaks[i]!.FirstDay <= breaks[i - 1]!.FirstDay))
            {
                table.Note($"break_from is '{table.Text("break_from")}', expected a period of the indicator's own frequency, {table.Text("frequency")}, or several with ; between them, the earliest first");
                return [];
            }
        }

        return breaks!;
    }

    private static void NoteWhatCannotBe(CatalogueTable table, Indicator indicator)
    {
        if (indicator.Minimum > indicator.Maximum)
        {
            table.Note(string.Create(CultureInfo.InvariantCulture, $"min {indicator.Minimum} is above max {indicator.Maximum}; exchange them, or mend the wrong one"));
        }
        else if (indicator.TargetValue < indicator.Minimum || indicator.TargetValue > indicator.Maximum)
        {
            table.Note(string.Create(CultureInfo.InvariantCulture, $"target_value {indicator.TargetValue} is not within min and max, so that no report can reach it; mend the wrong one"));
        }

        if (indicator is { TargetDue: { } due, TargetValue: null })
        {
            table.Note($"target_due is {due:O} but target_value is empty; write the target, or leave both empty");
        }

        if (indicator.MoveThreshold <= 0)
        {
            table.Note(string.Create(CultureInfo.InvariantCulture, $"move_threshold is {indicator.MoveThreshold}, expected a number above 0, or nothing where no change is told"));
        }

        if (WrongMeasure(indicator) is { } problem)
        {
            table.Note(problem);
        }
    }

    /// <summary>Together these would make a figure that means nothing.</summary>
    private static string? WrongMeasure(Indicator indicator) => indicator switch
    {
        { Kind: IndicatorKind.Flag, Unit: not "yes_no" } or { Kind: not IndicatorKind.Flag, Unit: "yes_no" } => "the kind flag and the unit yes_no go with each other alone; mend kind or unit",
        { Kind: not IndicatorKind.Flag, Aggregation: Aggregation.CountYes } => "aggregation count_yes counts flags; choose another, or the kind flag",
        { Unit: not "percent", Aggregation: Aggregation.WeightedMean } => "aggregation weighted_mean gives percent; choose mean, or the unit percent",
        { Unit: "percent" or "score" or "rank", Aggregation: Aggregation.Sum } => $"a sum of the unit {indicator.Unit} means nothing; choose another aggregation",
        _ => null,
    };
}
