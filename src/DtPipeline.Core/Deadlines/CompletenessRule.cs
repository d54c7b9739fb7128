using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Deadlines;

/// <summary>A report is complete when each indicator that its form requires for the period has a value or a nil, whichever of its files brought it.</summary>
internal static class CompletenessRule
{
    /// <param name="facts">Null where nothing was ever received.</param>
    public static LackingIndicators Lacking(Form form, Organisation organisation, Period period, FilingFacts? facts, ReportingCatalogue catalogue)
    {
        var required = catalogue.Asked(form, organisation, period).Where(i => i.Required).Select(i => catalogue.FindIndicator(i.Indicator)!).ToList();
        return new LackingIndicators(form.Code, required.Count, [.. required.Where(i => facts?.Answers.ContainsKey(i.Code) != true)]);
    }

    /// <summary>Says of each file that stores or takes back something of a form what the form lacks after it.</summary>
    public static IReadOnlyList<LedgerStep> Close(IReadOnlyList<LedgerStep> steps, ReportingCatalogue catalogue)
    {
        if (steps is not [{ Filing.Whose: { } owner }, ..])
        {
            return steps;
        }

        var owed = catalogue.FormsOwed(owner.Period, owner.Organisation).ToList();
        return [.. steps.Select(s => s with { Lacking = [.. After(s, owner, owed, catalogue).Where(l => l.Indicators.Count > 0)] })];
    }

    private static IEnumerable<LackingIndicators> After(LedgerStep step, Owner owner, List<Form> owed, ReportingCatalogue catalogue)
    {
        if (step.Filing.Report.Cells.Count == 0)
        {
            return [];
        }

        var stored = step.Filing.Report.Cells.Select(c => c.Indicator.Code).ToHashSet(StringComparer.Ordinal);
        return owed
            .Where(f => f.AsksFor(owner.Period).Any(i => stored.Contains(i.Indicator)))
            .Where(f => !catalogue.Grants.IsExempt(f, owner.Organisation, owner.Period, VietnamTime.DayOf(step.Filing.UploadedAt)))
            .Select(f => Lacking(f, owner.Organisation, owner.Period, step.After.Facts, catalogue));
    }
}
