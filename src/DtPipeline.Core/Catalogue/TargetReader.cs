using System.Globalization;

namespace DtPipeline.Catalogue;

/// <summary>Reads targets.csv: what is set for a group or an organisation beside, or in place of, the indicator's own target.</summary>
internal static class TargetReader
{
    public const string File = "targets.csv";

    public static List<Target> Read(CatalogueTable table, IReadOnlyList<Organisation> organisations, IReadOnlyList<Indicator> indicators, IReadOnlyList<Form> forms)
    {
        var lines = new Dictionary<(string Indicator, string Whose, DateOnly? Due), int>();
        return table.Read(
            ["indicator", "whose", "target_value", "target_due", "target_set", "source"],
            t =>
            {
                var (code, whose) = (t.Required("indicator"), t.Required("whose"));
                var indicator = indicators.FirstOrDefault(i => i.Code == code);
                if (indicator is null && code.Length > 0)
                {
                    t.Note($"indicator '{code}' is not in indicators.csv");
                }

                if (whose.Length > 0 && !organisations.Any(o => o.IsIn(whose)))
                {
                    t.Note($"whose is '{whose}', expected a group such as @provinces, or a code of organisations.csv");
                }

                var value = t.OptionalNumber("target_value");
                t.Required("target_value");
                var target = new Target(code, whose, value ?? 0, t.Day("target_due"), t.OptionalDay("target_set"), t.Text("source"));
                if (t.IsSound)
                {
                    NoteWhatCannotBe(t, target, indicator!, [.. organisations.Where(o => o.IsIn(whose))], forms);
                }

                if (t.IsSound && !lines.TryAdd((code, whose, target.Due), t.Line))
                {
                    t.Note($"line {lines[(code, whose, target.Due)]} sets the same by the same day; take one of them out");
                }

                return target;
            });
    }

    private static void NoteWhatCannotBe(CatalogueTable table, Target target, Indicator indicator, List<Organisation> members, IReadOnlyList<Form> forms)
    {
        if (target.SetOn > target.Due)
        {
            table.Note($"target_set {target.SetOn:O} is after target_due {target.Due:O}; exchange them, or mend the wrong one");
        }

        if (indicator.NationalOnly ? !members.Exists(m => indicator.Owners.Any(o => o.Organisation == m.Code)) : !forms.Any(f => Asks(f, indicator) && members.Exists(m => m.IsIn(f.OwedBy))))
        {
            table.Note($"whose is '{target.Whose}', of whom nobody is asked for {indicator.Code}; expected somebody who reports it");
        }
        else if (ProblemOf(target, indicator, members.Count) is { } problem)
        {
            table.Note(problem);
        }
    }

    private static bool Asks(Form form, Indicator indicator) => form.Indicators.Any(i => i.Indicator == indicator.Code);

    /// <summary>A sum has no limits but those of its parts, of which nobody knows how many there will be.</summary>
    private static string? ProblemOf(Target target, Indicator indicator, int members)
    {
        var isOfGroup = target.Whose.StartsWith('@') && !indicator.NationalOnly;
        return (indicator.Kind == IndicatorKind.Flag, isOfGroup) switch
        {
            (true, true) when target.Value < 0 || target.Value > members || target.Value != Math.Floor(target.Value) =>
                string.Create(CultureInfo.InvariantCulture, $"target_value is {target.Value}, expected how many of {target.Whose} shall say yes: a whole number, at most {members}"),
            (true, false) when target.Value is not (0 or 1) =>
                string.Create(CultureInfo.InvariantCulture, $"target_value is {target.Value}, expected 1 for yes or 0 for no"),
            (false, _) when !(isOfGroup && indicator.Aggregation == Aggregation.Sum) && (target.Value < indicator.Minimum || target.Value > indicator.Maximum) =>
                string.Create(CultureInfo.InvariantCulture, $"target_value {target.Value} is not within min and max of {indicator.Code}, so that no report can reach it; mend the wrong one"),
            _ => null,
        };
    }
}
