using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.AsOf;
using DtPipeline.Time;

namespace DtPipeline.Answers.Models;

/// <summary>What <c>published/indicators/{indicator}.json</c> would have said at a past moment: the fold of what the periods' pages would have said of the indicator.</summary>
public static class PastIndicator
{
    /// <param name="known">Of every period of the indicator's frequency of which anything was known at the moment.</param>
    /// <returns>Null where nobody had reported it.</returns>
    public static IndicatorModel? Of(Indicator indicator, IReadOnlyCollection<PeriodLedgers> known, DateTimeOffset asOf, ReportingCatalogue catalogue)
    {
        var page = new PastPage(known, asOf, catalogue);
        var periods = known.Where(l => l.ByOrganisation.Count > 0).Select(l => l.Period).OrderByDescending(p => p.FirstDay).ToList();
        var cuts = periods
            .Select((p, i) => new IndicatorCuts(i < IndicatorFold.Leagues ? page.Of(p) : page.WithoutTargets(p), p, i < IndicatorFold.Leagues, catalogue).Of(indicator))
            .ToList();
        return cuts.TrueForAll(c => c.Groups.Count == 0) ? null : IndicatorFold.With(null, indicator, cuts, catalogue, VietnamTime.DayOf(asOf));
    }
}
