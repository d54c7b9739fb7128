using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>
/// What a sender is asked of a period whose figures look wrong. It is settled by other figures, or by the sender's word in the note of the row; whom the secretariat
/// has asked by telephone, it answers for at the desk.
/// </summary>
public static class AnomalyAlert
{
    private const int MostFigures = 100;

    /// <summary>Stands where an indicator would in what is asked of a copied period.</summary>
    private const string Copied = "copied";

    /// <param name="all">All series of the owner's organisation.</param>
    /// <param name="observations">Of the period, by indicator: their notes may answer.</param>
    public static AlertCondition Of(Owner owner, IReadOnlyCollection<Series> all, IReadOnlyDictionary<string, Observation> observations)
    {
        var (organisation, period) = (owner.Organisation, owner.Period.ToString());
        var question = AnomalyQuestion.Of(all, owner.Period, code => ReasonOf(code) is not null);
        return new AlertCondition(
            new AlertSubject($"{AlertType.ValueAnomaly}~{period}~{organisation.Code}", AlertType.ValueAnomaly, organisation.Code, period, null, null),
            question is not null,
            AlertSeverity.Yellow,
            question is null ? [] : [.. question.Anomalies.Take(MostFigures).Select(a => new AlertFigure(a.Indicator.Code, a.Value, a.Previous.Value, a.Previous.Period.ToString()))],
            question is null ? new Bilingual(string.Empty, string.Empty) : AnomalyText.Of(organisation, question),
            AnomalyText.Settled(organisation, period, [.. observations.Keys.Order(StringComparer.Ordinal).Select(code => (code, ReasonOf(code))).Where(a => a.Item2 is not null)]))
        {
            Asks = question is null ? null : string.Join(' ', WhatIsAsked(question)),
        };

        string? ReasonOf(string code) => AnomalyAnswer.ReasonIn(observations.GetValueOrDefault(code)?.Note);
    }

    private static IEnumerable<string> WhatIsAsked(AnomalyQuestion question) =>
        question.Anomalies
            .Take(MostFigures)
            .Select(a => FormattableString.Invariant($"{a.Indicator.Code}={a.Value:R}"))
            .Concat(question.Copied is null ? [] : [Copied])
            .Order(StringComparer.Ordinal);
}
