using DtPipeline.Catalogue;

namespace DtPipeline.Progress;

/// <summary>The place of a value among those of the same period: provinces with provinces, ministries and agencies with each other. Equal values share the better place.</summary>
/// <param name="Rank">From 1, the best by the indicator's direction.</param>
/// <param name="Of">How many gave a value.</param>
public sealed record PeerRank(int Rank, int Of)
{
    /// <summary>Null where nobody else gave a value in the earlier period too.</summary>
    public RankChange? Change { get; init; }
}

/// <summary>Places among those alone who gave a value in both periods, so that who reports for the first time moves nobody.</summary>
/// <param name="Gained">Places; below zero where they are lost.</param>
public sealed record RankChange(string Period, int Before, int Now, int Gained, int Of);

/// <summary>Ranks the values of a period's organisations.</summary>
internal static class PeerRanks
{
    private static readonly string[] Groups = ["@provinces", "@ministries"];

    public static PeriodSummary WithRanks(this PeriodSummary summary, ReportingCatalogue catalogue)
    {
        var ranks = (
            from organisation in summary.Organisations
            let known = catalogue.FindOrganisation(organisation.Code)
            where known is not null
            from figure in organisation.Values
            where catalogue.FindIndicator(figure.Key) is { NationalOnly: false, Kind: not IndicatorKind.Flag } && figure.Value is { Value: not null, Unit: null }
            group (organisation.Code, figure.Value) by (figure.Key, Array.Find(Groups, known.IsIn)) into peers
            where peers.Count() > 1
            from rank in Of(catalogue.FindIndicator(peers.Key.Key)!, [.. peers])
            select (peers.Key.Key, rank)).ToDictionary(r => (r.rank.Code, r.Key), r => r.rank.Rank);
        return summary with
        {
            Organisations = [.. summary.Organisations.Select(o => o with
            {
                Values = new SortedDictionary<string, OrganisationFigure>(
                    o.Values.ToDictionary(v => v.Key, v => v.Value with { Rank = ranks.GetValueOrDefault((o.Code, v.Key)) }, StringComparer.Ordinal), StringComparer.Ordinal),
            })],
        };
    }

    private static IEnumerable<(string Code, PeerRank Rank)> Of(Indicator indicator, List<(string Code, OrganisationFigure Figure)> peers)
    {
        // The best is the largest.
        double Merit(double value) => indicator.Direction == Direction.Up ? value : -value;
        var now = Sorted(peers.Select(p => Merit(p.Figure.Value!.Value)));
        var both = peers
            .Where(p => p.Figure.AgainstPrevious is not null)
            .GroupBy(p => p.Figure.AgainstPrevious!.Period, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (Now: Sorted(g.Select(p => Merit(p.Figure.Value!.Value))), Before: Sorted(g.Select(p => Merit(p.Figure.AgainstPrevious!.Base)))), StringComparer.Ordinal);
        foreach (var (code, figure) in peers)
        {
            RankChange? change = null;
            if (figure.AgainstPrevious is { } against && both[against.Period] is { Now.Length: > 1 } compared)
            {
                var (before, after) = (Place(compared.Before, Merit(against.Base)), Place(compared.Now, Merit(figure.Value!.Value)));
                change = new RankChange(against.Period, before, after, before - after, compared.Now.Length);
            }

            yield return (code, new PeerRank(Place(now, Merit(figure.Value!.Value)), now.Length) { Change = change });
        }
    }

    private static double[] Sorted(IEnumerable<double> merits) => [.. merits.Order()];

    /// <returns>One more than there are better ones.</returns>
    private static int Place(double[] sorted, double merit)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] > merit ? (from, middle) : (middle + 1, to);
        }

        return sorted.Length - from + 1;
    }
}
