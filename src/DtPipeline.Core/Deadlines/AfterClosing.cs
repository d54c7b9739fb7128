using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

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
        return closed.Count == 0 ? steps : [.. steps.Select(s => s with { AfterClosing = [.. Of(s, owner.Period, closed, closings, catalogue)] })];
    }

    /// <summary>A repetition and a signed paper bring no figures. What came by the due day came before any closing, also where that day was moved since.</summary>
    private static IEnumerable<Closing> Of(LedgerStep step, Period period, List<Form> closed, Closings closings, ReportingCatalogue catalogue) =>
        step.Status is FilingStatus.Duplicate or FilingStatus.Evidence
            ? []
            : closed.Where(f => step.Filing.Report.Concerns(f, period) && ClosingRule.MayBeClosed(f, period, VietnamTime.DayOf(step.Filing.UploadedAt), catalogue)).Select(f => closings.Before(f.Code, period, step.Filing.UploadedAt)).OfType<Closing>();
}
