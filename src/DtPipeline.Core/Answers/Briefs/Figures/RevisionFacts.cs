using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Faults;
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

    /// <summary>Nobody has sent anything: the file was read again, and it was read wrong before.</summary>
    public bool IsReadAgain { get; init; }

    /// <summary>It was wrong: it is taken back, its sender says so in the note, or its file was read wrong. Else it is new data.</summary>
    public bool IsCorrection => IsReadAgain || (Before is not null && (!After.IsAnswer || (After.Note is { } note && Array.Exists(Errors, e => $" {Fold.Of(note)} ".Contains($" {e}", StringComparison.Ordinal)))));

    /// <summary>It came late and takes the place of nothing.</summary>
    public bool IsAddition => Before is null && !IsReadAgain;

    public (string, string, Period) Key => (Organisation.Code, Indicator.Code, Period);
}

/// <summary>What has changed of all that the last brief was made of.</summary>
internal static class RevisionFacts
{
    public static IReadOnlyList<Revision> Since(LastBrief last, BriefInput input)
    {
        var before = last.Ledgers.ToDictionary(l => l.Period);
        return
        [
            .. input.Ledgers.Where(l => l.Period.LastDay <= last.Period.LastDay)
                .SelectMany(l => Of(before.GetValueOrDefault(l.Period), l, input.Catalogue))
                .Concat(input.ReadAgain.Where(c => c.At > last.AsOf && c.At <= input.AsOf).Select(c => ReadAgain(c, input)).OfType<Revision>().Where(r => r.Period.LastDay <= last.Period.LastDay))
                .GroupBy(r => r.Key)
                .Select(g => g.First())
                .OrderBy(r => r.Indicator.Code, StringComparer.Ordinal)
                .ThenBy(r => r.Period.FirstDay)
                .ThenBy(r => r.Organisation.Code, StringComparer.Ordinal),
        ];
    }

    /// <returns>Null where what was read again is of nobody and nothing that the catalogue knows, or has been replaced since.</returns>
    private static Revision? ReadAgain(FigureCorrection correction, BriefInput input)
    {
        if (!Period.TryParse(correction.Period, out var period)
            || input.Catalogue.FindOrganisation(correction.Organisation) is not { } organisation
            || input.Catalogue.FindIndicator(correction.Indicator) is not { Task: null } indicator)
        {
            return null;
        }

        Observation As(double? value, string? status) =>
            new(indicator.Code, value, status ?? ObservationStatus.Withdrawn, null, null, null, correction.FileId, correction.At, Place.WholeFile) { Unit = indicator.Unit };
        var stands = input.Ledgers.FirstOrDefault(l => l.Period == period)?.Find(organisation.Code, indicator.Code);
        return stands is not null && stands.Value != correction.To
            ? null
            : new Revision(organisation, indicator, period, correction.FromStatus is null ? null : As(correction.From, correction.FromStatus), stands ?? As(correction.To, correction.ToStatus)) { IsReadAgain = true };
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
