using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>Why a figure that was asked about is meant.</summary>
/// <param name="By">Who said so at the desk; null where its sender did, in the note of the row.</param>
internal sealed record FigureAnswer(string Reason, string? By, DateTimeOffset At);

/// <summary>A value that is asked about, or was until somebody answered.</summary>
/// <param name="Answer">Null while it is open.</param>
internal sealed record Doubtful(Organisation Organisation, Anomaly Anomaly, Observation Observation, FigureAnswer? Answer);

/// <summary>A period whose figures are those of the one before.</summary>
/// <param name="Answer">Null while it is open; where senders answer in notes, it is a copy no more.</param>
internal sealed record Copied(Organisation Organisation, CopiedPeriod Period, FigureAnswer? Answer);

/// <summary>What of the brief's own periods does not look like what came before it: what is open first, and the strongest.</summary>
internal sealed record DoubtfulFacts(IReadOnlyList<Doubtful> Values, IReadOnlyList<Copied> Copies)
{
    public static DoubtfulFacts Of(IReadOnlyList<Period> periods, Summaries summaries, IReadOnlyList<DeskAnswer> atDesk, ReportingCatalogue catalogue)
    {
        var asked = periods
            .SelectMany(p => summaries.LedgersOf(p).ByOrganisation.Select(l => (Period: p, Organisation: catalogue.FindOrganisation(l.Key), Ledger: l.Value)))
            .AsParallel()
            .AsOrdered()
            .Select(l => l.Organisation is { } organisation ? Of(organisation, l.Period, l.Ledger, summaries, atDesk) : null)
            .OfType<DoubtfulFacts>()
            .ToList();
        var copies = asked.SelectMany(a => a.Copies);
        return new DoubtfulFacts(
            [
                .. asked.SelectMany(a => a.Values).OrderBy(v => v.Answer is null ? 0 : 1)
                    .ThenByDescending(v => v.Anomaly.Strength)
                    .ThenBy(v => v.Organisation.Code, StringComparer.Ordinal)
                    .ThenBy(v => v.Anomaly.Indicator.Code, StringComparer.Ordinal),
            ],
            [.. copies.OrderBy(c => c.Answer is null ? 0 : 1).ThenBy(c => c.Organisation.Code, StringComparer.Ordinal)]);
    }

    /// <returns>Null where nothing is to be asked.</returns>
    private static DoubtfulFacts? Of(Organisation organisation, Period period, LedgerState ledger, Summaries summaries, IReadOnlyList<DeskAnswer> atDesk)
    {
        var all = summaries.SeriesOf(organisation).All.Where(s => ledger.Observations.GetValueOrDefault(s.Indicator.Code) is { IsAnswer: true } known && known.IsIn(s.Indicator)).ToList();
        if (AnomalyQuestion.Of(all, period, _ => false) is not { } question)
        {
            return null;
        }

        var desk = atDesk.FirstOrDefault(a => a.Organisation == organisation.Code && a.Period == period);
        var copied = CopiedPeriod.Of(all, period, i => ledger.Observations.GetValueOrDefault(i) is { } known && AnswerIn(known) is not null);
        return new DoubtfulFacts(
            [
                .. question.Anomalies
                    .Select(a => (Anomaly: a, Observation: ledger.Observations[a.Indicator.Code]))
                    .Select(x => new Doubtful(organisation, x.Anomaly, x.Observation, AnswerIn(x.Observation) ?? AtDesk(desk, x.Observation.UploadedAt))),
            ],
            copied is null ? [] : [new Copied(organisation, copied, AtDesk(desk, copied.Indicators.Max(i => ledger.Observations[i].UploadedAt)))]);
    }

    private static FigureAnswer? AnswerIn(Observation observation) =>
        AnomalyAnswer.ReasonIn(observation.Note) is { } reason ? new FigureAnswer(reason, null, observation.UploadedAt) : null;

    /// <summary>Another value, uploaded later, is another question.</summary>
    private static FigureAnswer? AtDesk(DeskAnswer? answer, DateTimeOffset uploadedAt) =>
        answer is not null && answer.At >= uploadedAt ? new FigureAnswer(answer.Reason, answer.By, answer.At) : null;
}
