using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Deadlines;

/// <summary>Says of each file which of the forms that it speaks of were closed when it was uploaded. It is taken as ever.</summary>
internal static class AfterClosing
{
    public static IReadOnlyList<LedgerStep> Close(IReadOnlyList<LedgerStep> steps, Closings closings, ReportingCatalogue catalogue)
    {
        if (closings.All.Count == 0 || steps is not [{ Filing.Whose: { } owner }, ..])
        {
            return steps;
        }

        var closed = catalogue.FormsOwed(owner.Period, owner.Organisation).Where(f => closings.Of(f.Code, owner.Period).Any()).ToList();
        return closed.Count == 0 ? steps : [.. steps.Select(s => s with { AfterClosing = [.. Of(s, owner.Period, closed, closings)] })];
    }

    /// <summary>A repetition and a signed paper bring no figures.</summary>
    private static IEnumerable<Closing> Of(LedgerStep step, Period period, List<Form> closed, Closings closings) =>
        step.Status is FilingStatus.Duplicate or FilingStatus.Evidence
            ? []
            : closed.Where(f => step.Filing.Report.Concerns(f, period)).Select(f => closings.Before(f.Code, period, step.Filing.UploadedAt)).OfType<Closing>();
}
