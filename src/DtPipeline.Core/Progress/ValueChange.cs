using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress;

/// <param name="Delta">Against the previous period with a value; null without any.</param>
public sealed record ValueChange(Indicator Indicator, double? Value, Delta? Delta)
{
    /// <summary>
    /// For each organisation, how each of its values changed: those of one that does not report the period, or reports it no more, do not. Nothing is
    /// said of partitions that hold nothing.
    /// </summary>
    /// <param name="summary">Of the ledgers.</param>
    public static IEnumerable<(Owner Owner, IReadOnlyList<ValueChange> Changes)> AllOf(PeriodSummary summary, PeriodLedgers ledgers, ReportingCatalogue catalogue)
    {
        var said = summary.Organisations.ToDictionary(o => o.Code, o => o.Values, StringComparer.Ordinal);
        foreach (var (code, ledger) in ledgers.ByOrganisation)
        {
            if (catalogue.FindOrganisation(code) is { } organisation)
            {
                yield return (new Owner(organisation, ledgers.Period), [.. ledger.Observations.Values
                    .OrderBy(o => o.Indicator, StringComparer.Ordinal)
                    .Select(o => (Observation: o, Indicator: catalogue.FindIndicator(o.Indicator)))
                    .Where(x => x.Indicator is { Task: null })
                    .Select(x => new ValueChange(x.Indicator!, x.Observation.Value, said.GetValueOrDefault(code)?.GetValueOrDefault(x.Indicator!.Code)?.AgainstPrevious))]);
            }
        }
    }
}
