using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>One value that is not what it was when the last brief was made.</summary>
/// <param name="Before">Null where there was none.</param>
/// <param name="After">What stands now; after a withdrawal without a value.</param>
internal sealed record Revision(Organisation Organisation, Indicator Indicator, Period Period, Observation? Before, Observation After)
{
    // As senders write it, folded.
    private static readonly string[] Errors = ["dinh chinh", "nham", "sai", "loi", "go nham", "correct", "error", "mistake", "wrong", "typo"];

    /// <summary>It was wrong: it is taken back, or its sender says so in the note. Else it is new data.</summary>
    public bool IsCorrection => Before is not null && (!After.IsAnswer || (After.Note is { } note && Array.Exists(Errors, e => $" {Fold.Of(note)} ".Contains($" {e}", StringComparison.Ordinal))));

    /// <summary>It came late and takes the place of nothing.</summary>
    public bool IsAddition => Before is null;

    public (string, string, Period) Key => (Organisation.Code, Indicator.Code, Period);
}

/// <summary>What has changed of all that the last brief was made of.</summary>
internal static class RevisionFacts
{
    public static IReadOnlyList<Revision> Since(LastBrief last, IReadOnlyCollection<PeriodLedgers> now, ReportingCatalogue catalogue)
    {
        var before = last.Ledgers.ToDictionary(l => l.Period);
        return
        [
            .. now.Where(l => l.Period.LastDay <= last.Period.LastDay)
                .SelectMany(l => Of(before.GetValueOrDefault(l.Period), l, catalogue))
                .OrderBy(r => r.Indicator.Code, StringComparer.Ordinal)
                .ThenBy(r => r.Period.FirstDay)
                .ThenBy(r => r.Organisation.Code, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Revision> Of(PeriodLedgers? before, PeriodLedgers now, ReportingCatalogue catalogue)
    {
        foreach (var (code, ledger) in now.ByOrganisation)
        {
            foreach (var observation in ledger.Observations.Values)
            {
                if (catalogue.FindOrganisation(code) is { } organisation && catalogue.FindIndicator(observation.Indicator) is { Task: null } indicator)
                {
                    var was = before?.Find(code, observation.Indicator) is { IsAnswer: true } answer ? answer : null;
                    if (was is null ? observation.IsAnswer : (was.Value, was.Status, was.Unit) != (observation.Value, observation.Status, observation.Unit))
                    {
                        yield return new Revision(organisation, indicator, now.Period, was, observation);
                    }
                }
            }
        }
    }
}
