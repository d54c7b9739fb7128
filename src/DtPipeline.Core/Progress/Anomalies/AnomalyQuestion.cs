using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Anomalies;

/// <summary>What one sender is asked about one period: one question, however many figures look wrong.</summary>
/// <param name="Copied">Asked about before all else; null where the period is no copy.</param>
/// <param name="Anomalies">The strongest first.</param>
internal sealed record AnomalyQuestion(Period Period, CopiedPeriod? Copied, IReadOnlyList<Anomaly> Anomalies)
{
    /// <param name="all">All series of one organisation, with their later values or without.</param>
    /// <param name="isAnswered">Of which indicators somebody has said that the value of this period is meant: nothing is asked about them.</param>
    /// <returns>Null where there is nothing to ask.</returns>
    public static AnomalyQuestion? Of(IReadOnlyCollection<Series> all, Period period, Func<string, bool> isAnswered)
    {
        var copied = CopiedPeriod.Of(all, period, isAnswered);
        var anomalies = all
            .Where(s => !isAnswered(s.Indicator.Code))
            .Select(s => s.Points.FirstOrDefault(p => p.Period == period) is { } tested ? AnomalyRule.Of(s, tested) : null)
            .OfType<Anomaly>()
            .OrderByDescending(a => a.Strength)
            .ThenBy(a => a.Indicator.Code, StringComparer.Ordinal)
            .ToList();
        return copied is null && anomalies.Count == 0 ? null : new AnomalyQuestion(period, copied, anomalies);
    }
}
