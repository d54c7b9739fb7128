using DtPipeline.Reading;

namespace DtPipeline.Ledger;

/// <summary>
/// Which signed papers belong to which reports of a partition: those of the same number, or of the same day where one of the two has no number.
/// It is told of all files together, so that the order in which they come does not matter.
/// </summary>
internal sealed class PaperLinks
{
    /// <summary>A receipt lists so many; the youngest where there are more.</summary>
    private const int MostListed = 20;

    private readonly List<LedgerStep> papers;
    private readonly List<LedgerStep> reports;

    /// <param name="steps">Of all files of a partition, in their order.</param>
    public PaperLinks(IReadOnlyList<LedgerStep> steps)
    {
        papers = Standing(steps.Where(IsPaper));
        reports = Standing(steps.Where(IsReport));
    }

    public bool HasPaper => papers.Count > 0;

    public static bool IsPaper(LedgerStep step) => step.Filing.Report.IsEvidence;

    /// <summary>It has said something that is or was stored.</summary>
    public static bool IsReport(LedgerStep step) => step.Filing.Report.Cells.Count > 0;

    public IReadOnlyList<PaperLink> Of(LedgerStep step)
    {
        if (papers.Count == 0)
        {
            return [];
        }

        return [.. (IsPaper(step) ? reports : IsReport(step) ? papers : [])
            .Select(other => (Other: other, Match: Match(step, other)))
            .Where(o => o.Match is PaperMatch.Number or PaperMatch.Date)
            .TakeLast(MostListed)
            .Select(o => new PaperLink(o.Other.Filing.FileId, o.Other.Filing.Path, o.Match == PaperMatch.Number ? "number" : "date"))];
    }

    /// <summary>
    /// Whether a paper is there for the reports of a form. The place where a paper lies says whose it is, as it does of reports: only one that
    /// names another number than all of them is another paper.
    /// </summary>
    /// <param name="isOfForm">Which reports are the form's.</param>
    public bool IsThereFor(Func<LedgerStep, bool> isOfForm)
    {
        var filed = reports.Where(isOfForm).ToList();
        return papers.Any(p => filed.Count == 0 || filed.Exists(r => Match(p, r) != PaperMatch.OtherNumber));
    }

    private static PaperMatch Match(LedgerStep one, LedgerStep other) => one.Filing.Report.Paper.Match(other.Filing.Report.Paper);

    /// <summary>Of each path the latest.</summary>
    private static List<LedgerStep> Standing(IEnumerable<LedgerStep> steps) => [.. steps.Reverse().DistinctBy(s => s.Filing.Path).Reverse()];
}
