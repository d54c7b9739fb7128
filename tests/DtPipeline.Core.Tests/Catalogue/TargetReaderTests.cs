using DtPipeline.Catalogue;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class TargetReaderTests
{
    private const string Header = "indicator,whose,target_value,target_due,target_set,source\n";

    [Fact]
    public void ALineSetsATargetForAGroupOrAnOrganisation() => Assert.Equal(
        [
            new Target("SHARE", "@provinces", 60, new DateOnly(2024, 12, 31), new DateOnly(2023, 1, 5), "QĐ 1"),
            new Target("SHARE", "N", 70, new DateOnly(2024, 12, 31), null, string.Empty),
        ],
        Read("SHARE,@provinces,60,2024-12-31,2023-01-05,QĐ 1\nSHARE,N,70,2024-12-31,,").Catalogue!.Targets);

    [Fact]
    public void ACatalogueMayLackTheFile() => Assert.Empty(TheCatalogue.Small().Catalogue!.Targets);

    [Theory]
    [InlineData("SHAR,N,70,2024-12-31,,", "indicator 'SHAR' is not in indicators.csv")]
    [InlineData(",N,70,2024-12-31,,", "indicator is empty")]
    [InlineData("SHARE,@towns,70,2024-12-31,,", "whose is '@towns', expected a group such as @provinces, or a code of organisations.csv")]
    [InlineData("SHARE,MIN,70,2024-12-31,,", "whose is 'MIN', of whom nobody is asked for SHARE; expected somebody who reports it")]
    [InlineData("SPARE,N,70,2024-12-31,,", "whose is 'N', of whom nobody is asked for SPARE; expected somebody who reports it")]
    [InlineData("SHARE,N,,2024-12-31,,", "target_value is empty")]
    [InlineData("SHARE,N,80%,2024-12-31,,", "target_value is '80%', expected a number")]
    [InlineData("SHARE,N,180,2024-12-31,,", "target_value 180 is not within min and max of SHARE, so that no report can reach it; mend the wrong one")]
    [InlineData("SHARE,N,70,,,", "target_due is empty")]
    [InlineData("SHARE,N,70,31/12/2024,,", "target_due is '31/12/2024', expected a day like 2025-06-30")]
    [InlineData("SHARE,N,70,2024-12-31,2025-01-01,", "target_set 2025-01-01 is after target_due 2024-12-31; exchange them, or mend the wrong one")]
    public void AWrongLineIsToldWithWhatWasExpected(string line, string problem) =>
        Assert.Equal([$"targets.csv, line 2: {problem}"], Read(line).Problems.Select(p => p.ToString()));

    [Fact]
    public void TwoLinesForOneDayAreOneTooMany() => Assert.Equal(
        ["targets.csv, line 3: line 2 sets the same by the same day; take one of them out"],
        Read("SHARE,N,70,2024-12-31,,\nSHARE,N,75,2024-12-31,,").Problems.Select(p => p.ToString()));

    [Theory]
    [InlineData("GOV-01,@provinces,64.5,2023-12-31,,", "target_value is 64.5, expected how many of @provinces shall say yes: a whole number, at most 97")]
    [InlineData("GOV-01,P63-01,36,2023-12-31,,", "target_value is 36, expected 1 for yes or 0 for no")]
    public void AYesOrNoIsCountedInAGroupAndIsOneOfOneBody(string line, string problem) => Assert.Equal(
        [$"targets.csv, line 2: {problem}"],
        CatalogueReader.Read(f => f == "targets.csv" ? Header + line : DefaultCatalogue.TextOf(f)).Problems.Select(p => p.ToString()));

    [Fact]
    public void TheColumnsOfAnIndicatorsOwnTargetGoTogether() => Assert.Equal(
        [
            "indicators.csv, line 2: target_set is 2023-01-01 but target_value is empty; write the target, or leave both empty",
            "indicators.csv, line 3: target_set 2026-01-01 is after target_due 2025-12-31; exchange them, or mend the wrong one",
            "indicators.csv, line 4: direction is 'left', expected up, down",
        ],
        TheCatalogue.SmallWithFile("indicators.csv", """
            code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to,target_set,direction
            HEADS,Heads,Số người,count,stock,quarterly,sum,organisation,yes,0,,,,50,,2023-01-01,down
            SHARE,Share,Tỷ lệ,percent,ratio,quarterly,weighted_mean,organisation,no,0,100,80,2025-12-31,10,,2026-01-01,up
            OTHER,Other,Khác,percent,ratio,quarterly,mean,organisation,no,0,100,,,10,,,left
            """).Problems.Where(p => p.File == "indicators.csv").Select(p => p.ToString()));

    [Theory]
    [InlineData("S", 60, "2024-12-31")]
    [InlineData("N", 65, "2024-12-31")]
    [InlineData("@provinces", 65, "2024-12-31")]
    [InlineData("@all", 50, "2023-12-31")]
    public void TheNearestLineHolds(string whose, double first, string due)
    {
        var catalogue = Read("SHARE,S,60,2024-12-31,,\nSHARE,@provinces,65,2024-12-31,,\nSHARE,@all,50,2023-12-31,,").Catalogue!;

        var found = TargetsOf.Find(catalogue.FindIndicator("SHARE")!, whose, TheCatalogue.Period("2023-Q2"), catalogue);

        Assert.Equal((first, due), (found[0].Value, $"{found[0].Due:O}"));
        Assert.Equal(whose == "@all" ? 2 : 1, found.Count);
    }

    private static CatalogueReading Read(string lines) => TheCatalogue.SmallWithFile("targets.csv", $"{Header}{lines}\n");
}
