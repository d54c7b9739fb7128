using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;

namespace DtPipeline.Oracle.Figures;

/// <param name="Value">None where nobody gave a value.</param>
/// <param name="Reported">Those who owe it and gave an answer; a nil is one.</param>
/// <param name="Owed">Those who owe it; an exempt body does not.</param>
public sealed record GroupFigure(double? Value, string Method, int Reported, int Owed)
{
    public static GroupFigure Of(Indicator indicator, IReadOnlyList<Cell> answers, int owed)
    {
        var given = answers.Where(c => c.Value is not null).ToList();
        var method = MethodOf(indicator, given);
        return new GroupFigure(given.Count == 0 ? null : ValueOf(given, method), method, answers.Count, owed);
    }

    /// <summary>A weighted mean where everybody gives the parts of the quotient, and the plain one where somebody does not.</summary>
    internal static string MethodOf(Indicator indicator, IEnumerable<Cell> given) =>
        indicator.Aggregation != "weighted_mean" || given.All(c => c is { Numerator: not null, Denominator: > 0 }) ? indicator.Aggregation : "mean";

    internal static double ValueOf(IReadOnlyCollection<Cell> given, string method) => method switch
    {
        "sum" => given.Sum(c => c.Value!.Value),
        "count_yes" => given.Count(c => c.Value == 1),
        "max" => given.Max(c => c.Value!.Value),
        "weighted_mean" => 100 * given.Sum(c => c.Numerator!.Value) / given.Sum(c => c.Denominator!.Value),
        _ => given.Average(c => c.Value!.Value),
    };
}

/// <param name="Value">Of the compared alone, as are <paramref name="Base"/> and the change.</param>
/// <param name="Compared">Those who gave a value in both periods.</param>
/// <param name="Reported">Those who gave an answer in the period itself.</param>
public sealed record GroupChange(string Period, double Value, double Base, double Absolute, double? Percent, string Method, int Compared, int Reported)
{
    private const double LeastCoverage = 0.5;

    /// <param name="members">Of everybody who owes the period, the cell in it and the one in the earlier period.</param>
    /// <returns>Null where fewer than half of those who owe it can be compared.</returns>
    public static GroupChange? Of(Indicator indicator, IReadOnlyList<(Cell? Now, Cell? Then)> members, string period)
    {
        var compared = members.Where(m => m is { Now.Value: not null, Then.Value: not null }).ToList();
        if (compared.Count == 0 || compared.Count < LeastCoverage * members.Count)
        {
            return null;
        }

        var (now, then) = (compared.ConvertAll(m => m.Now!), compared.ConvertAll(m => m.Then!));
        var method = GroupFigure.MethodOf(indicator, now.Concat(then));
        var (value, before) = (GroupFigure.ValueOf(now, method), GroupFigure.ValueOf(then, method));
        var change = Change.Of(indicator, value, period, before)!;
        return new GroupChange(period, value, before, change.Absolute, change.Percent, method, compared.Count, members.Count(m => m.Now is not null));
    }
}
