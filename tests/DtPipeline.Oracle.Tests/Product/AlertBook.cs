using DtPipeline.Alerts;
using DtPipeline.Ledger;

namespace DtPipeline.Oracle.Tests.Product;

/// <summary>What the secretariat has been told so far: the newest transition of each alert.</summary>
internal sealed class AlertBook
{
    private readonly Dictionary<string, AlertTransition> newest = new(StringComparer.Ordinal);

    public IEnumerable<AlertTransition> OpenOrTold => newest.Values.Where(t => t.Event != AlertEvent.Resolved);

    public void Tell(IEnumerable<AlertTransition> transitions)
    {
        foreach (var transition in transitions)
        {
            newest[transition.Subject.Key] = transition;
        }
    }

    /// <summary>As <see cref="AlertCondition.Settle"/> says, with the marks that it leaves.</summary>
    public IReadOnlyDictionary<string, AlertMark> Settle(IReadOnlyDictionary<string, AlertMark> marks, IEnumerable<AlertCondition> conditions, DateTimeOffset now)
    {
        var (after, transitions) = AlertCondition.Settle(marks, conditions, now);
        Tell(transitions);
        return after;
    }
}
