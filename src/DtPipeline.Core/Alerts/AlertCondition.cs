using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>Whether something that the secretariat must know of holds now.</summary>
public sealed record AlertCondition(
    AlertSubject Subject,
    bool Holds,
    AlertSeverity Severity,
    IReadOnlyList<AlertFigure> Figures,
    Bilingual WhileItHolds,
    Bilingual OnceSettled)
{
    /// <summary>0 while those concerned first are told, 1 once the next named recipient is.</summary>
    public int Escalation { get; init; }

    /// <summary>What is owed and until when; null for alerts that no day decides.</summary>
    public OwedBy? Owed { get; init; }

    /// <summary>Of a question what it asks about, as in <see cref="AlertMark.Asks"/>; null for what is no question.</summary>
    public string? Asks { get; init; }

    /// <summary>
    /// Compares conditions with the marks of the alerts raised before. Asking again without a change gives no transition,
    /// so runs may be skipped, repeated or overlap.
    /// </summary>
    public static (IReadOnlyDictionary<string, AlertMark> Marks, IReadOnlyList<AlertTransition> Transitions) Settle(
        IReadOnlyDictionary<string, AlertMark> marks, IEnumerable<AlertCondition> conditions, DateTimeOffset at)
    {
        var after = new Dictionary<string, AlertMark>(marks, StringComparer.Ordinal);
        var transitions = new List<AlertTransition>();
        foreach (var condition in conditions)
        {
            var mark = after.GetValueOrDefault(condition.Subject.Key);
            if (condition.Next(mark) is { } next)
            {
                var sequence = (mark?.Sequence ?? 0) + 1;
                var isWorse = next is AlertEvent.Raised or AlertEvent.Escalated;
                var severity = isWorse ? condition.Severity : mark!.Severity;
                var escalation = isWorse ? condition.Escalation : mark!.Escalation;
                var message = condition.Holds ? condition.WhileItHolds : condition.OnceSettled;
                transitions.Add(new AlertTransition(condition.Subject, sequence, next, severity, at, condition.Figures, message)
                {
                    Escalation = escalation,
                    Owed = condition.Owed,
                    Asks = condition.Asks,
                });
                after[condition.Subject.Key] = new AlertMark(sequence, condition.Holds, severity) { Escalation = escalation, Refused = condition.Refused, Lacking = condition.Lacking, Asks = condition.Asks };
            }
        }

        return (after, transitions);
    }

    private int Refused => Owed?.Refused?.Count ?? 0;

    private int Lacking => Owed?.Lacking?.Count ?? 0;

    private AlertEvent? Next(AlertMark? mark) => (Holds, mark) switch
    {
        (true, null or { IsOpen: false }) => AlertEvent.Raised,
        (true, { } open) when Severity > open.Severity || Escalation > open.Escalation || open.HasNotAsked(Asks) => AlertEvent.Escalated,
        (true, { } open) when Refused != open.Refused || Lacking != open.Lacking || Asks != open.Asks => AlertEvent.Changed,
        (false, { IsOpen: true }) => AlertEvent.Resolved,
        _ => null,
    };
}
