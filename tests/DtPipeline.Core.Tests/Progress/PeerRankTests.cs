using DtPipeline.Progress;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Progress;

public sealed class PeerRankTests
{
    [Fact]
    public void TheBestIsFirstByTheIndicatorsDirectionAndEqualsShareTheBetterPlace()
    {
        Assert.Equal(
            [new PeerRank(4, 4), new PeerRank(1, 4), new PeerRank(2, 4), new PeerRank(2, 4)],
            Ranks("DG-05", ("P63-01", 10, null), ("P63-02", 40, null), ("P63-04", 30, null), ("P63-06", 30, null)));
        Assert.Equal([new PeerRank(1, 2), new PeerRank(2, 2)], Ranks("IN-01", ("P63-01", 10, null), ("P63-02", 40, null)));
    }

    [Fact]
    public void ProvincesAreRankedWithProvincesAndTheOthersWithEachOther() =>
        Assert.Equal([new PeerRank(2, 2), new PeerRank(1, 2), null], Ranks("DG-06", ("P63-01", 10, null), ("P63-02", 40, null), ("MPS", 30, null)));

    [Fact]
    public void ThePlacesGainedAreAmongThoseWhoGaveAValueInBothPeriods() => Assert.Equal(
        [
            new PeerRank(3, 3) { Change = new RankChange("2023-Q1", 1, 2, -1, 2) },
            new PeerRank(2, 3) { Change = new RankChange("2023-Q1", 2, 1, 1, 2) },
            new PeerRank(1, 3),
        ],
        Ranks("DG-05", ("P63-01", 10, 9), ("P63-02", 20, 5), ("P63-04", 30, null)));

    [Fact]
    public void YesAndNoAndNationalFiguresHaveNoRank()
    {
        Assert.Equal([null, null], Ranks("GOV-01", ("P63-01", 1, null), ("P63-02", 0, null)));
        Assert.Equal([null, null], Ranks("IN-05", ("MIC", 40, null), ("MPS", 45, null)));
    }

    /// <summary>Held against a plain count of those who are better.</summary>
    [Fact]
    public void APlaceIsOneMoreThanThereAreBetterOnes() => Always.Holds(
        Gen.Choose(0, 20).Select(v => (double)v).ArrayOf().Where(v => v.Length is > 1 and < 63),
        values =>
        {
            var codes = TheCatalogue.Default.Organisations.Where(o => o.Code.StartsWith("P63-", StringComparison.Ordinal)).Select(o => o.Code).ToList();
            var ranks = Ranks("DG-05", [.. values.Select((v, n) => (codes[n], v, (double?)(20 - v)))]);

            Assert.Equal(values.Select(v => 1 + values.Count(o => o > v)), ranks.Select(r => r!.Rank));
            Assert.Equal(values.Select(v => 1 + values.Count(o => 20 - o > 20 - v)), ranks.Select(r => r!.Change!.Before));
        });

    private static List<PeerRank?> Ranks(string indicator, params (string Organisation, double Value, double? Before)[] values)
    {
        var of = TheCatalogue.Indicator(indicator);
        List<OrganisationSummary> organisations = [.. values.Select(v => new OrganisationSummary(
            v.Organisation, "", "", new Dictionary<string, OrganisationFigure> { [indicator] = new(v.Value, "A", Delta.Of(of, v.Value, "2023-Q1", v.Before), null) }, []))];
        PeerRanks.Fill(organisations, TheCatalogue.Default);
        return organisations.ConvertAll(o => o.Values[indicator].Rank);
    }
}
