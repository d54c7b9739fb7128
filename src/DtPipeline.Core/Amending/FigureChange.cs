using DtPipeline.Catalogue;

namespace DtPipeline.Amending;

/// <summary>What makes the published figures of an indicator others than they were.</summary>
/// <param name="What">The column of indicators.csv.</param>
/// <param name="To">Null where the indicator is gone.</param>
public sealed record FigureChange(string Indicator, string What, string From, string? To)
{
    /// <summary>Values that are stored would be taken for what they are not: a quantity of another unit or kind needs a code of its own.</summary>
    public bool NeedsNewCode => What is "unit" or "kind";

    internal static IEnumerable<FigureChange> Between(ReportingCatalogue before, ReportingCatalogue after) => before.Indicators.SelectMany(old =>
    {
        if (after.Indicators.FirstOrDefault(i => i.Code == old.Code) is not { } now)
        {
            return [new FigureChange(old.Code, "code", old.Code, null)];
        }

        return new (string What, string From, string To)[]
        {
            ("unit", old.Unit, now.Unit),
            ("kind", $"{old.Kind}", $"{now.Kind}"),
            ("frequency", $"{old.Frequency}", $"{now.Frequency}"),
            ("aggregation", $"{old.Aggregation}", $"{now.Aggregation}"),
            ("scope", Scope(old), Scope(now)),
            ("reform_method", old.Reform.Code(), now.Reform.Code()),
            ("break_from", Breaks(old), Breaks(now)),
        }.Where(c => c.From != c.To).Select(c => new FigureChange(old.Code, c.What, c.From, c.To));
    });

    private static string Breaks(Indicator indicator) => indicator.Breaks.Count > 0 ? string.Join(';', indicator.Breaks) : "none";

    private static string Scope(Indicator indicator) => indicator.NationalOnly ? "national" : "organisation";
}
