using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Models;

/// <summary>Brings periods into the index of those that are published.</summary>
public static class PeriodFold
{
    public static PeriodLine LineOf(PeriodSummary summary, Period period) => new(
        summary.Period,
        period.Frequency.Name().En,
        period.FirstDay,
        period.LastDay,
        summary.Organisations.Count,
        summary.Organisations.Count(o => o.Values.Count > 0),
        summary.AsNow is not null,
        [.. summary.Forms.Select(f => new PeriodForm(f.Form, f.EffectiveDueDay))]);

    /// <param name="known">Null where nothing was published.</param>
    public static PeriodIndex With(PeriodIndex? known, IReadOnlyCollection<PeriodLine> said)
    {
        var periods = said.Select(p => p.Period).ToHashSet(StringComparer.Ordinal);
        return new PeriodIndex(
        [
            .. (known?.Periods ?? [])
                .Where(p => !periods.Contains(p.Period))
                .Concat(said)
                .OrderByDescending(p => p.LastDay)
                .ThenBy(p => p.FirstDay)
                .ThenBy(p => p.Period, StringComparer.Ordinal),
        ]);
    }
}
