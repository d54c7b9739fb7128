using DtPipeline.Catalogue;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

/// <summary>Which lines of targets.csv hold for whom; the indicator SHARE has a target of its own, 80 by the end of 2025, and HEADS, a sum, has none.</summary>
public sealed class TargetsOfTests
{
    private static readonly Period Period = TheCatalogue.Period("2023-Q2");

    [Fact]
    public void WithoutALineTheIndicatorsOwnHoldsForEverybody()
    {
        Assert.Equal("80 2025-12-31 N", Said("SHARE", "N"));
        Assert.Equal("80 2025-12-31 @all", Said("SHARE", "@all"));
        Assert.Equal("", Said("HEADS", "@all"));
    }

    [Fact]
    public void ALineForAGroupStandsInPlaceOfItForTheGroupAndItsMembersAndNotForAll()
    {
        const string line = "SHARE,@provinces,60,2024-12-31";

        Assert.Equal("60 2024-12-31 @provinces", Said("SHARE", "@provinces", line));
        Assert.Equal("60 2024-12-31 @provinces", Said("SHARE", "N", line));
        Assert.Equal("80 2025-12-31 @all", Said("SHARE", "@all", line));
    }

    [Fact]
    public void ALineForAGroupIsNoneOfThoseOutsideItThoughNobodyIsAsked()
    {
        var catalogue = TheCatalogue.SmallWithFiles(
            ("forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to\nFORM,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,\nCENTRE,Form,Biểu,quarterly,@ministries,RULE,2023-Q1,\n"),
            ("form_indicators.csv", "form,indicator,required\nFORM,SHARE,yes\nFORM,HEADS,no\nCENTRE,SHARE,yes\n"),
            ("targets.csv", "indicator,whose,target_value,target_due,target_set,source\nSHARE,@ministries,50,2024-12-31,,QĐ 1\n")).Catalogue!;

        var targets = TargetsOf.Find(catalogue.FindIndicator("SHARE")!, "N", TheCatalogue.Period("2022-Q4"), catalogue);

        Assert.Equal([(80, new DateOnly(2025, 12, 31))], targets.Select(t => (t.Value, t.Due)));
    }

    /// <summary>The form is owed from 2023-Q1 on.</summary>
    [Fact]
    public void ASumForAllIsNoTargetOfOneBodyThoughNobodyIsAsked()
    {
        var catalogue = TheCatalogue.SmallWithFile("targets.csv", "indicator,whose,target_value,target_due,target_set,source\nHEADS,@all,1000,2024-12-31,,QĐ 1\n").Catalogue!;
        IEnumerable<double> Of(string whose) => TargetsOf.Find(catalogue.FindIndicator("HEADS")!, whose, TheCatalogue.Period("2022-Q4"), catalogue).Select(t => t.Value);

        Assert.Empty(Of("N"));
        Assert.Equal([1_000], Of("@all"));
    }

    [Fact]
    public void AnOrganisationsOwnLineStandsBeforeThatOfItsGroup()
    {
        string[] lines = ["SHARE,@provinces,60,2024-12-31", "SHARE,N,65,2024-06-30", "SHARE,@all,50,2023-12-31"];

        Assert.Equal("65 2024-06-30 N", Said("SHARE", "N", lines));
        Assert.Equal("60 2024-12-31 @provinces", Said("SHARE", "S", lines));
    }

    [Fact]
    public void ALineForAllStandsBesideTheIndicatorsOwnUnlessBothAreOfOneDay()
    {
        Assert.Equal("50 2023-12-31 @all; 80 2025-12-31 N", Said("SHARE", "N", "SHARE,@all,50,2023-12-31"));
        Assert.Equal("70 2025-12-31 @all", Said("SHARE", "N", "SHARE,@all,70,2025-12-31"));
        Assert.Equal("50 2023-12-31 @all; 70 2025-12-31 @all", Said("SHARE", "N", "SHARE,@all,70,2025-12-31", "SHARE,@all,50,2023-12-31"));
    }

    [Fact]
    public void WhatIsDueOnNoDayComesLast()
    {
        var catalogue = With("SHARE,@all,90,2025-12-31");

        var targets = TargetsOf.Find(catalogue.FindIndicator("SHARE")! with { TargetDue = null }, "N", Period, catalogue);

        Assert.Equal([(90, new DateOnly(2025, 12, 31)), (80, null)], targets.Select(t => (t.Value, t.Due)));
    }

    [Fact]
    public void OfASumWhatIsSetForMoreIsNoPartsUnlessItIsZero()
    {
        Assert.Equal("1000 2024-12-31 @provinces", Said("HEADS", "@provinces", "HEADS,@provinces,1000,2024-12-31"));
        Assert.Equal("", Said("HEADS", "N", "HEADS,@provinces,1000,2024-12-31"));
        Assert.Equal("0 2024-12-31 @provinces", Said("HEADS", "N", "HEADS,@provinces,0,2024-12-31"));
        Assert.Equal("1000 2024-12-31 @all", Said("HEADS", "@provinces", "HEADS,@all,1000,2024-12-31"));
        Assert.Equal("", Said("HEADS", "N", "HEADS,@all,1000,2024-12-31"));
        Assert.Equal("0 2024-12-31 @all", Said("HEADS", "N", "HEADS,@all,0,2024-12-31"));
    }

    [Fact]
    public void ALineOfAnotherIndicatorOrOrganisationSaysNothing() =>
        Assert.Equal("80 2025-12-31 N", Said("SHARE", "N", "HEADS,@all,0,2024-12-31", "SHARE,S,10,2024-12-31"));

    [Theory]
    [InlineData("P63-01", 1)]
    [InlineData("@provinces", 63)]
    [InlineData("@ministries", 30)]
    [InlineData("@all", 93)]
    public void OfAYesOrNoEachOfAGroupShallSayYes(string whose, double target) =>
        Assert.Equal([target], TargetsOf.Find(TheCatalogue.Indicator("GOV-01"), whose, Period, TheCatalogue.Default).Select(t => t.Value));

    [Theory]
    [InlineData("2023-Q2", 63)]
    [InlineData("2025-Q3", 63)]
    public void AReformAfterTheDueDayMakesNoOtherNumberOfIt(string newest, double target) =>
        Assert.Equal([target], TargetsOf.Find(TheCatalogue.Indicator("GOV-01"), "@provinces", TheCatalogue.Period(newest), TheCatalogue.Default).Select(t => t.Value));

    [Fact]
    public void UntilTheDueDayHasComeThoseCountWhoAreAskedNow() => Assert.Equal(
        [63.0],
        TargetsOf.Find(TheCatalogue.Indicator("GOV-01").Due(1, "2025-12-31"), "@provinces", Period, TheCatalogue.Default).Select(t => t.Value));

    private static string Said(string indicator, string whose, params string[] lines)
    {
        var catalogue = With(lines);
        return string.Join("; ", TargetsOf.Find(catalogue.FindIndicator(indicator)!, whose, Period, catalogue).Select(t => FormattableString.Invariant($"{t.Value} {t.Due:O} {t.Whose}")));
    }

    private static ReportingCatalogue With(params string[] lines) =>
        TheCatalogue.SmallWithFile("targets.csv", $"indicator,whose,target_value,target_due,target_set,source\n{string.Concat(lines.Select(l => $"{l},,QĐ 1\n"))}").Catalogue!;
}
