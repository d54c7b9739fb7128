using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Faults;

namespace DtPipeline.Ledger;

/// <summary>
/// The ledger is a fold over files in the order of their upload. One step is one file; applying the steps one by one as files arrive
/// and replaying all of them from the archive give the same store.
/// </summary>
internal static class LedgerFold
{
    public static LedgerStep Apply(LedgerState state, Filing filing, ReportingCatalogue catalogue)
    {
        if (filing.Report.IsEvidence)
        {
            return KeepPaper(state, filing);
        }

        var observations = new Dictionary<string, Observation>(state.Observations, StringComparer.Ordinal);
        var changed = new List<Observation>();
        var revisions = new List<Observation>();
        var (accepted, unchanged, revised, nil) = (0, 0, 0, 0);

        foreach (var cell in filing.Report.Cells)
        {
            var before = observations.GetValueOrDefault(cell.Indicator.Code);
            if (before is null && cell.Status == ObservationStatus.Withdrawn)
            {
                unchanged++;
            }
            else if (before is null)
            {
                Keep(Observe(cell, filing));
                _ = cell.Status == ObservationStatus.Nil ? nil++ : accepted++;
            }
            else if (before.SaysTheSameAs(cell))
            {
                unchanged++;
                if (cell.Note is not null && cell.Note != before.Note)
                {
                    Keep(before with { Note = cell.Note });
                }
            }
            else
            {
                revisions.Add(before);
                Keep(Observe(cell, filing));
                _ = cell.Status == ObservationStatus.Nil ? nil++ : revised++;
            }
        }

        void Keep(Observation observation)
        {
            observations[observation.Indicator] = observation;
            changed.Add(observation);
        }

        var report = filing.Report;
        var counts = new FilingCounts(report.Rows, accepted, unchanged + report.Repeated, revised, nil, report.Missing, report.Faulty) { PassedOver = report.PassedOver };
        var judged = StatusOf(report);
        var isDuplicate = IsSameAsBefore(state, filing, judged) && changed.Count == 0;
        var status = isDuplicate ? FilingStatus.Duplicate : judged;
        var after = state with
        {
            Last = new FileMark(filing.FileId, filing.UploadedAt, filing.Sha256, isDuplicate ? state.Last!.OriginalId : filing.FileId),
            OpenFaulty = isDuplicate ? state.OpenFaulty : status == FilingStatus.Accepted ? null : filing.FileId,
            Observations = observations,
        };
        after = Heard(after, filing, catalogue);
        return new LedgerStep(filing, after, status, isDuplicate ? state.Last!.OriginalId : null, counts, changed, revisions);
    }

    /// <summary>A paper changes nothing of what reports say, and is compared with other papers alone.</summary>
    private static LedgerStep KeepPaper(LedgerState state, Filing filing)
    {
        var original = state.Papers.GetValueOrDefault(filing.Sha256);
        var after = state with
        {
            Evidence = state.Evidence ?? [],
            Papers = original is null ? new Dictionary<string, string>(state.Papers, StringComparer.Ordinal) { [filing.Sha256] = filing.FileId } : state.Papers,
        };
        return new LedgerStep(filing, after, original is null ? FilingStatus.Evidence : FilingStatus.Duplicate, original, new FilingCounts(0, 0, 0, 0, 0, 0, 0), [], []);
    }

    /// <summary>Progress of tasks and nothing else is not a report of any form, not even a faulty one.</summary>
    private static bool IsOfTasksOnly(CheckedReport report) =>
        report.Faulty == 0 && report.Cells.Count > 0 && report.Cells.All(c => c.Indicator.Task is not null);

    private static FilingStatus StatusOf(CheckedReport report) =>
        report.Cells.Count == 0 ? FilingStatus.Rejected
        : report.Errors > 0 ? FilingStatus.AcceptedWithFaults
        : FilingStatus.Accepted;

    /// <summary>The bytes of the file before, judged as that was: what a file says is decided anew each time, for the catalogue may have been mended. What is kept out is no duplicate.</summary>
    private static bool IsSameAsBefore(LedgerState state, Filing filing, FilingStatus judged) =>
        filing.Sha256.Length > 0 && state.Last?.Sha256 == filing.Sha256 && (judged == FilingStatus.Accepted) == (state.OpenFaulty is null)
        && !filing.Report.Faults.Any(f => f.Code == FaultKinds.FileErased.Code);

    private static Observation Observe(CheckedCell cell, Filing filing) => new(
        cell.Indicator.Code, cell.Value, cell.Status, cell.Numerator, cell.Denominator, cell.Note, filing.FileId, filing.UploadedAt, cell.Place)
    {
        Unit = cell.Indicator.Unit,
    };

    /// <summary>Of which forms something was received, and of which something is accepted. A form of which nothing stands any more is as if it had never been filed.</summary>
    private static LedgerState Heard(LedgerState after, Filing filing, ReportingCatalogue catalogue)
    {
        var report = filing.Report;
        var received = new Dictionary<string, DateTimeOffset>(after.Received, StringComparer.Ordinal);
        var accepted = new Dictionary<string, DateTimeOffset>(after.FirstAccepted, StringComparer.Ordinal);
        var owed = filing.Whose is { } owner ? catalogue.FormsOwed(owner.Period, owner.Organisation).ToList() : [];
        var concerned = owed.Where(f => report.Concerns(f, filing.Whose!.Period)).Select(f => f.Code).ToList();
        foreach (var form in concerned.Count > 0 ? concerned : IsOfTasksOnly(report) ? [] : [LedgerState.OfWhichever])
        {
            received.TryAdd(form, filing.UploadedAt);
        }

        foreach (var form in owed)
        {
            if (report.Answers(form, filing.Whose!.Period))
            {
                accepted.TryAdd(form.Code, filing.UploadedAt);
            }
            else if (accepted.ContainsKey(form.Code) && !form.Indicators.Any(i => after.Observations.GetValueOrDefault(i.Indicator) is { IsAnswer: true }))
            {
                accepted.Remove(form.Code);
                received.Remove(form.Code);
            }
        }

        return after with { Received = received, FirstAccepted = accepted };
    }
}
