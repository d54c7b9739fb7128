using DtPipeline.Catalogue;

namespace DtPipeline.Ledger;

/// <summary>Every closing there was, those that were reopened included.</summary>
public sealed class Closings
{
    public static readonly Closings None = new([]);

    private readonly ILookup<(string Form, Period Period), Closing> byForm;

    /// <param name="all">Of one form's period those that were reopened, and at most one that was not, behind them.</param>
    public Closings(IEnumerable<Closing> all)
    {
        All = [.. all.OrderBy(c => c.Period.FirstDay).ThenBy(c => c.Period.Frequency).ThenBy(c => c.Form, StringComparer.Ordinal).ThenBy(c => c.At)];
        byForm = All.ToLookup(c => (c.Form, c.Period));
    }

    /// <summary>By period, form and moment.</summary>
    public IReadOnlyList<Closing> All { get; }

    /// <summary>What the acts come to. A closing of what is closed and a reopening of what is open say nothing new.</summary>
    public static Closings Of(IEnumerable<ClosingAct> acts) => new(acts.GroupBy(a => (a.Form, a.Period)).SelectMany(g => Fold(g.OrderBy(a => a.Number))));

    /// <summary>Of one form's period, in the order of time.</summary>
    public IEnumerable<Closing> Of(string form, Period period) => byForm[(form, period)];

    /// <returns>The closing that holds at a moment; null where the form's period is open then.</returns>
    public Closing? InForce(string form, Period period, DateTimeOffset moment) => Of(form, period).FirstOrDefault(c => c.IsInForce(moment));

    /// <returns>The closing while which a file came that was uploaded then; null where the form's period was open.</returns>
    public Closing? Before(string form, Period period, DateTimeOffset uploadedAt) => Of(form, period).FirstOrDefault(c => c.IsBefore(uploadedAt));

    private static List<Closing> Fold(IEnumerable<ClosingAct> acts)
    {
        var closings = new List<Closing>();
        foreach (var act in acts)
        {
            var isClosed = closings is [.., { Reopened: null }];
            if (act.Action == ClosingAction.Close && !isClosed)
            {
                closings.Add(new Closing(act.Form, act.Period, act.At, act.By, act.Reason));
            }
            else if (act.Action == ClosingAction.Reopen && isClosed)
            {
                closings[^1] = closings[^1] with { Reopened = new Reopening(act.At, act.By, act.Reason ?? string.Empty) };
            }
        }

        return closings;
    }
}
