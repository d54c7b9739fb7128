using System.Runtime.InteropServices;
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

    /// <summary>Gives each figure its place.</summary>
    public static void Fill(IEnumerable<OrganisationSummary> organisations, ReportingCatalogue catalogue)
    {
        var peers = new Dictionary<(string Indicator, string? Group), List<OrganisationFigure>>();
        foreach (var organisation in organisations)
        {
            if (catalogue.FindOrganisation(organisation.Code) is not { } known)
            {
                continue;
            }

            var group = Array.Find(Groups, known.IsIn);
            foreach (var (code, figure) in organisation.Values)
            {
                if (figure is { Value: not null, Unit: null } && catalogue.FindIndicator(code) is { NationalOnly: false, Kind: not IndicatorKind.Flag })
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(peers, (code, group), out _) ??= []).Add(figure);
                }
            }
        }

        foreach (var ((indicator, _), figures) in peers.Where(p => p.Value.Count > 1))
        {
            Fill(catalogue.FindIndicator(indicator)!, figures);
        }
    }

    private static void Fill(Indicator indicator, List<OrganisationFigure> peers)
    {
        // The best is the largest.
        double Merit(double value) => indicator.Direction == Direction.Up ? value : -value;
        var now = Sorted(peers.Select(p => Merit(p.Value!.Value)));
        var both = peers
            .Where(p => p.AgainstPrevious is not null)
            .GroupBy(p => p.AgainstPrevious!.Period, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (Now: Sorted(g.Select(p => Merit(p.Value!.Value))), Before: Sorted(g.Select(p => Merit(p.AgainstPrevious!.Base)))), StringComparer.Ordinal);
        foreach (var figure in peers)
        {
            RankChange? change = null;
            if (figure.AgainstPrevious is { } against && both[against.Period] is { Now.Length: > 1 } compared)
            {
                var (before, after) = (Place(compared.Before, Merit(against.Base)), Place(compared.Now, Merit(figure.Value!.Value)));
                change = new RankChange(against.Period, before, after, before - after, compared.Now.Length);
            }

            figure.Rank = new PeerRank(Place(now, Merit(figure.Value!.Value)), now.Length) { Change = change };
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
