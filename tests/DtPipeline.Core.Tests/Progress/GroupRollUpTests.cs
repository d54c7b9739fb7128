using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>The figures of the nation, of each region and of each kind of organisation.</summary>
public sealed class GroupRollUpTests
{
    private static readonly DateTimeOffset Now = new(2024, 8, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly string[] Monthly = ["GOV-06", "DG-01", "DG-12", "P06-01"];
    private static readonly string[] Quarterly = ["GOV-01", "DG-06", "DS-05", "P06-06"];

    [Fact]
    public void EachFigureEqualsAPlainRecomputation() => Always.Holds(
        Drawn.Seeds,
        seed =>
        {
            var random = new Random(seed);
            HoldsFor(Drawn.Ledgers(random, "2024-06", TheCatalogue.Default, Monthly, random.NextDouble(), random.Next(2)), Monthly);
            HoldsFor(Drawn.Ledgers(random, "2025-Q3", TheCatalogue.Default, Quarterly, random.NextDouble(), random.NextDouble()), Quarterly);
        },
        times: 20);

    [Fact]
    public void TheNationIsAllWhoOweItByWhateverFormAndTheRegionsAndKindsAreItsParts()
    {
        var ledgers = Ledgers("2023-Q2", ("P63-01", Drawn.Value("GOV-01", 1)), ("P63-48", Drawn.Value("GOV-01", 1)), ("P63-79", Drawn.Value("GOV-01", 0)), ("MIC", Drawn.Value("GOV-01", 1)), ("SBV", Drawn.Value("GOV-01", 1)));

        var rollUps = RollUps(ledgers, "GOV-01");

        Assert.Equal(
            [
                "@all nation Viet Nam: 4 of 5/93",
                "@region:central-highlands region Central Highlands:  of 0/5",
                "@region:mekong-river-delta region Mekong River Delta:  of 0/13",
                "@region:north-central-and-central-coast region North Central and Central Coast: 1 of 1/14",
                "@region:northern-midlands-and-mountains region Northern Midlands and Mountains:  of 0/14",
                "@region:red-river-delta region Red River Delta: 1 of 1/11",
                "@region:southeast region Southeast: 0 of 1/6",
                "@kind:agency kind Agencies: 1 of 1/12",
                "@kind:ministry kind Ministries: 1 of 1/18",
                "@kind:province kind Provinces: 2 of 3/63",
            ],
            rollUps.Select(r => $"{r.Group} {r.Level} {r.NameEn}: {r.Figure.Value} of {r.Figure.Reported}/{r.Figure.Owed}"));
    }

    [Fact]
    public void AFigureOfTheNationThatOneBodyGivesIsAddedUpWithNothing()
    {
        var ledgers = Ledgers("2024-Q2", ("MPS", Drawn.Value("P06-04", 47)), ("P63-01", Drawn.Value("P06-04", 99)));

        var alone = Assert.Single(RollUps(ledgers, "P06-04"));

        var none = new NoChange(ChangeReason.BaseMissing);
        Assert.Equal(
            new GroupRollUp("MPS", "owner", "Bộ Công an", "Ministry of Public Security", new RolledUp(47, "max", 1, 1), null, null) { NoPrevious = none, NoYearBefore = none }, alone);
    }

    [Fact]
    public void AMeanThatCannotBeWeightedSaysHowManyWeightsLack()
    {
        var ledgers = Ledgers("2023-Q2", ("P63-01", Drawn.Value("DG-05", 50, 100, 200)), ("P63-02", Drawn.Value("DG-05", 20)), ("P63-48", Drawn.Value("DG-05", 30, 3, 10)));

        var figures = RollUps(ledgers, "DG-05").ToDictionary(r => r.Group, r => r.Figure);

        Assert.Equal(new RolledUp(100.0 / 3, "mean", 3, 63) { WithoutWeight = 1 }, figures["@all"]);
        Assert.Equal(new RolledUp(50, "weighted_mean", 1, 11), figures["@region:red-river-delta"]);
    }

    [Fact]
    public void ItsChangeIsOverItsMembersWhoGaveAValueInBoth()
    {
        var provinces = TheCatalogue.Default.Organisations.Where(o => o.Region?.En == "Southeast" && o.ValidTo is not null).Select(o => o.Code).ToList();
        var now = Ledgers("2023-Q2", [.. provinces.Select(p => (p, Drawn.Value("DS-05", 12)))]);
        var before = Ledgers("2023-Q1", [.. provinces.Skip(1).Select(p => (p, Drawn.Value("DS-05", 10)))]);

        var rollUps = RollUps(now, "DS-05", before).ToDictionary(r => r.Group);

        Assert.Equal(new GroupDelta("2023-Q1", 60, 50, 10, 20, "sum", 5, 6), rollUps["@region:southeast"].AgainstPrevious);
        Assert.Null(rollUps["@all"].AgainstPrevious);
    }

    [Fact]
    public void AnExemptBodyOwesNothingInAnyOfItsGroups()
    {
        var all = TheCatalogue.Default;
        var grants = new Grants([new Grant("PROV-Q", "P63-79", "2023-Q2", GrantKind.Exemption, null, "QĐ 1", new DateOnly(2023, 6, 1), "bão")]);
        var catalogue = new ReportingCatalogue(all.Organisations, all.Indicators, all.Forms, all.Regimes, all.Tasks, all.Calendar) { Grants = grants };

        var rollUps = RollUps(Ledgers("2023-Q2"), "DS-05", catalogue: catalogue).ToDictionary(r => r.Group, r => r.Figure.Owed);

        Assert.Equal((62, 5, 62), (rollUps["@all"], rollUps["@region:southeast"], rollUps["@kind:province"]));
    }

    private static void HoldsFor(PeriodLedgers ledgers, string[] indicators)
    {
        var summary = Summary(ledgers, null, TheCatalogue.Default);
        foreach (var indicator in indicators.Select(TheCatalogue.Indicator))
        {
            var rollUps = summary.Indicators.Single(i => i.Code == indicator.Code).RollUps;
            Assert.Equal(rollUps.Select(r => r.Group).Distinct(), rollUps.Select(r => r.Group));
            foreach (var rollUp in rollUps)
            {
                var (value, reported, owed) = Plainly(ledgers, indicator, rollUp);

                Assert.Equal((reported, owed), (rollUp.Figure.Reported, rollUp.Figure.Owed));
                Assert.InRange(rollUp.Figure.Reported, 0, rollUp.Figure.Owed);
                Assert.Equal(value is null, rollUp.Figure.Value is null);
                Assert.Equal(value ?? 0, rollUp.Figure.Value ?? 0, 1e-9);
            }
        }
    }

    /// <summary>As somebody would do it with a list of bodies and a pocket calculator.</summary>
    private static (double? Value, int Reported, int Owed) Plainly(PeriodLedgers ledgers, Indicator indicator, GroupRollUp rollUp)
    {
        var (reported, owed, values, sum, above, below, largest, yes, whole) = (0, 0, 0, 0.0, 0.0, 0.0, double.NegativeInfinity, 0, true);
        foreach (var organisation in TheCatalogue.Default.Organisations)
        {
            var exists = (organisation.ValidFrom ?? DateOnly.MinValue) <= ledgers.Period.LastDay && ledgers.Period.LastDay <= (organisation.ValidTo ?? DateOnly.MaxValue);
            var isAsked = TheCatalogue.Default.Forms.Any(f =>
                f.Frequency == ledgers.Period.Frequency
                && f.Indicators.Any(i => i.Indicator == indicator.Code)
                && (f.OwedBy == "@provinces") == (organisation.Kind == OrganisationKind.Province));
            var isMember = rollUp.Level switch
            {
                "nation" => true,
                "region" => organisation.Region?.En == rollUp.NameEn,
                _ => $"@kind:{organisation.Kind}".Equals(rollUp.Group, StringComparison.OrdinalIgnoreCase),
            };
            if (!exists || !isAsked || !isMember)
            {
                continue;
            }

            owed++;
            if (ledgers.ByOrganisation.GetValueOrDefault(organisation.Code)?.Observations.GetValueOrDefault(indicator.Code) is not { } given || given.Status == "withdrawn")
            {
                continue;
            }

            reported++;
            if (given.Value is { } value)
            {
                values++;
                sum += value;
                largest = Math.Max(largest, value);
                yes += value == 1 ? 1 : 0;
                whole &= given.Denominator > 0;
                above += given.Numerator ?? 0;
                below += given.Denominator ?? 0;
            }
        }

        double? figure = (values, indicator.Aggregation) switch
        {
            (0, _) => null,
            (_, Aggregation.Sum) => sum,
            (_, Aggregation.Max) => largest,
            (_, Aggregation.CountYes) => yes,
            (_, Aggregation.WeightedMean) when whole => 100 * above / below,
            _ => sum / values,
        };
        return (figure, reported, owed);
    }

    private static IReadOnlyList<GroupRollUp> RollUps(PeriodLedgers ledgers, string indicator, PeriodLedgers? before = null, ReportingCatalogue? catalogue = null) =>
        Summary(ledgers, before, catalogue ?? TheCatalogue.Default).Indicators.Single(i => i.Code == indicator).RollUps;

    private static PeriodSummary Summary(PeriodLedgers ledgers, PeriodLedgers? before, ReportingCatalogue catalogue) => new PeriodRollUp(
        ledgers, before is null ? [] : [before], new PeriodLedgers(ledgers.Period.YearBefore, new Dictionary<string, LedgerState>()), catalogue).Summarise(Now);

    private static PeriodLedgers Ledgers(string period, params (string Organisation, Observation Observation)[] given) => new(
        TheCatalogue.Period(period),
        given.GroupBy(g => g.Organisation).ToDictionary(
            g => g.Key, g => LedgerState.Empty with { Observations = g.ToDictionary(o => o.Observation.Indicator, o => o.Observation) }));
}
