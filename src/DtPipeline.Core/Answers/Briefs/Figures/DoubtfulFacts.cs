using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>A value that is asked about, or was until its sender answered.</summary>
/// <param name="Answer">The sender's reason for which it is meant; null while it is open.</param>
internal sealed record Doubtful(Organisation Organisation, Anomaly Anomaly, Observation Observation, string? Answer);

/// <summary>A period whose figures are those of the one before.</summary>
internal sealed record Copied(Organisation Organisation, CopiedPeriod Period);

/// <summary>What of the brief's own periods does not look like what came before it, the strongest first.</summary>
internal sealed record DoubtfulFacts(IReadOnlyList<Doubtful> Values, IReadOnlyList<Copied> Copies)
{
    public static DoubtfulFacts Of(IReadOnlyList<Period> periods, Summaries summaries, ReportingCatalogue catalogue)
    {
        var values = new List<Doubtful>();
        var copies = new List<Copied>();
        foreach (var period in periods)
        {
            var now = summaries.LedgersOf(period);
            var before = summaries.Ledgers.Where(l => l.Period.Frequency == period.Frequency && l.Period.FirstDay <= period.FirstDay).OrderBy(l => l.Period.FirstDay).ToList();
            foreach (var (code, ledger) in now.ByOrganisation)
            {
                if (catalogue.FindOrganisation(code) is not { } organisation)
                {
                    continue;
                }

                var all = SeriesOf(code, ledger, before, catalogue);
                if (AnomalyQuestion.Of(all, period, _ => false) is { } question)
                {
                    values.AddRange(question.Anomalies.Select(a => (Anomaly: a, Observation: ledger.Observations[a.Indicator.Code]))
                        .Select(x => new Doubtful(organisation, x.Anomaly, x.Observation, AnomalyAnswer.ReasonIn(x.Observation.Note))));
                    if (CopiedPeriod.Of(all, period, i => AnomalyAnswer.ReasonIn(ledger.Observations.GetValueOrDefault(i)?.Note) is not null) is { } copied)
                    {
                        copies.Add(new Copied(organisation, copied));
                    }
                }
            }
        }

        return new DoubtfulFacts(
            [
                .. values.OrderBy(v => v.Answer is null ? 0 : 1)
                    .ThenByDescending(v => v.Anomaly.Strength)
                    .ThenBy(v => v.Organisation.Code, StringComparer.Ordinal)
                    .ThenBy(v => v.Anomaly.Indicator.Code, StringComparer.Ordinal),
            ],
            [.. copies.OrderBy(c => c.Organisation.Code, StringComparer.Ordinal)]);
    }

    private static List<Series> SeriesOf(string organisation, LedgerState ledger, List<PeriodLedgers> before, ReportingCatalogue catalogue) =>
    [
        .. ledger.Observations.Values
            .OrderBy(o => o.Indicator, StringComparer.Ordinal)
            .Select(o => (Observation: o, Indicator: catalogue.FindIndicator(o.Indicator)))
            .Where(x => x.Indicator is { Task: null } known && x.Observation.IsAnswer && x.Observation.IsIn(known))
            .Select(x => new Series(
                x.Indicator!,
                organisation,
                [
                    .. before.Select(l => (l.Period, Observation: l.Find(organisation, x.Indicator!.Code)))
                        .Where(p => p.Observation is { IsAnswer: true } known && known.IsIn(x.Indicator!))
                        .Select(p => new SeriesPoint(p.Period, p.Observation!.Value, p.Observation.Status)),
                ])),
    ];
}
