using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Progress;

/// <summary>
/// What was known of one organisation's period at a past moment: the fold of the files uploaded by then. A file counts from its upload on, however
/// much later it was taken in, so that the answer for a moment does not change once all of its files are there.
/// </summary>
public static class LedgerAsOf
{
    /// <param name="filings">The period's, in no order.</param>
    /// <returns>Null where nothing had been uploaded yet. Alerts are not in it: they have a life of their own.</returns>
    public static LedgerState? Of(IEnumerable<Filing> filings, DateTimeOffset asOf, ReportingCatalogue catalogue)
    {
        var steps = new List<LedgerStep>();
        foreach (var filing in LedgerOrder.Of(filings.Where(f => f.UploadedAt <= asOf)))
        {
            steps.Add(LedgerFold.Apply(steps is [.., var before] ? before.After : LedgerState.Empty, filing, catalogue));
        }

        return steps.Count == 0 ? null : EvidenceRule.Close(steps, catalogue)[^1].After;
    }
}
