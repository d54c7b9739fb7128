using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Reform;

namespace DtPipeline.Core.Tests.Progress.Reform;

/// <summary>P34-08, which P63-02 and P63-08 became, where not both of them were asked.</summary>
public sealed class RestatedOwedTests
{
    private static readonly DateOnly Today = new(2025, 11, 3);
    private static readonly Indicator Groups = TheCatalogue.Indicator("DS-05");
    private static readonly Organisation First = TheCatalogue.Organisation("P63-02");
    private static readonly Organisation Second = TheCatalogue.Organisation("P63-08");
    private static readonly UnitOfDay Merged = new(TheCatalogue.Organisation("P34-08"), [First, Second], []);

    [Theory]
    [InlineData("", "", true)]
    [InlineData("P63-02", "", true)]
    [InlineData("P63-02 P63-08", "", false)]
    [InlineData("P63-02 P63-08", "P63-02", true)]
    public void ItIsOwedWhereOneOfThemOwesItOrIsExemptAndGivesItAllTheSame(string exempt, string gives, bool isOwed)
    {
        var grants = exempt.Split(' ').Select(o => new Grant("PROV-Q", o, "2025-Q2", GrantKind.Exemption, null, "QĐ 1", new DateOnly(2025, 6, 1), "bão"));
        var restated = new RestatedPeriod(Ledgers(gives), TheCatalogue.Default.With(new Grants(grants)), Today);

        Assert.Equal(isOwed, restated.IsOwed(restated.Units.Single(u => u.Unit.Code == "P34-08"), Groups));
    }

    [Fact]
    public void OfThoseWhoAreAskedAloneItIsMadeWhereAnyIs()
    {
        var missing = RestatedValue.Of(Groups, Merged, o => o == Second ? Drawn.Value("DS-05", 5) : null, o => o == First)!;
        var restated = RestatedValue.Of(Groups, Merged, o => o == Second ? Drawn.Value("DS-05", 5) : null, _ => false)!;

        Assert.Equal("Missing : from , lacks P63-02", Said(missing));
        Assert.Equal("Restated 5: from P63-08, lacks ", Said(restated));
    }

    [Fact]
    public void OfABodyThatGaveAPartAwayThereIsNoFigureWhateverIsFiled()
    {
        var value = RestatedValue.Of(Groups, new UnitOfDay(First, [First], [First]), _ => null, _ => true)!;

        Assert.Equal("NotComparable : from , lacks P63-02", Said(value));
        Assert.Equal("split", value.Reason);
    }

    private static string Said(RestatedValue value) => $"{value.State} {value.Answer?.Value}: from {string.Join(' ', value.From)}, lacks {string.Join(' ', value.Lacking)}";

    private static PeriodLedgers Ledgers(string gives) => new(
        TheCatalogue.Period("2025-Q2"),
        gives.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(o => o, _ => LedgerState.Empty with { Observations = new Dictionary<string, Observation> { ["DS-05"] = Drawn.Value("DS-05", 5) } }));
}
