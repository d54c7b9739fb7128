using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Deadlines;

/// <summary>Whether a form has the signed paper that it may want. A mark beside an obligation: lateness is judged on figures alone.</summary>
public enum EvidenceState
{
    NotRequired,
    Missing,
    Present,
}

/// <summary>Says of each file of a partition which signed papers belong to it and which are awaited, and of the partition which forms have theirs.</summary>
public static class EvidenceRule
{
    /// <param name="steps">In the order of the files. All of the partition where it has a paper; else those that are new will do.</param>
    public static IReadOnlyList<LedgerStep> Close(IReadOnlyList<LedgerStep> steps, ReportingCatalogue catalogue)
    {
        if (steps is not [{ Filing.Whose: { } owner }, ..])
        {
            return steps;
        }

        var links = new PaperLinks(steps);
        var owed = catalogue.FormsOwed(owner.Period, owner.Organisation).ToList();
        var there = links.HasPaper ? owed.Where(f => links.IsThereFor(s => s.Filing.Report.Answers(f, owner.Period))).Select(f => f.Code).Order(StringComparer.Ordinal).ToList() : null;
        var wanting = owed.Where(f => f.IsEvidenceRequired && there?.Contains(f.Code) != true).ToList();
        var closed = steps.Select(s => s with { Papers = links.Of(s), Awaited = PaperLinks.IsReport(s) ? Awaited(s, wanting, owner, catalogue) : [] }).ToList();
        closed[^1] = closed[^1] with { After = closed[^1].After with { Evidence = there } };
        return closed;
    }

    public static string NameOf(EvidenceState state) => state switch
    {
        EvidenceState.Present => "present",
        EvidenceState.Missing => "missing",
        _ => "not_required",
    };

    private static List<AwaitedPaper> Awaited(LedgerStep step, List<Form> wanting, Owner owner, ReportingCatalogue catalogue) =>
    [
        .. wanting
            .Where(f => step.Filing.Report.Answers(f, owner.Period) && !catalogue.Grants.IsExempt(f, owner.Organisation, owner.Period, VietnamTime.DayOf(step.Filing.UploadedAt)))
            .Select(f => new AwaitedPaper(f.Code, DueDay.Of(f, owner.Organisation, owner.Period, catalogue).Effective)),
    ];
}
