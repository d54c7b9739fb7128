using System.Globalization;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Several rows of one indicator in one report.</summary>
public sealed class CellBookTests
{
    [Fact]
    public void WhatIsSaidAgainStandsOnceAndEveryRepetitionIsToldAtItsPlace()
    {
        var report = Sent.Rows("DG-05,12", "DG-05,12", "DG-06,13", "DG-05,\"12,0\"").Report;

        Assert.Equal([("DG-05", 2), ("DG-06", 4)], report.Cells.Select(c => (c.Indicator.Code, c.Place.Row!.Value)));
        Assert.Equal((4, 2, 0), (report.Rows, report.Repeated, report.Faulty));
        Assert.Equal([(3, "cell.repeated", "DG-05"), (5, "cell.repeated", "DG-05")], report.Faults.Select(f => (f.Place.Row!.Value, f.Code, f.Found!)));
    }

    [Theory]
    [InlineData("0", "-0")]
    [InlineData("-0", "0")]
    public void ZeroIsTheSameWithAnySign(string one, string other)
    {
        var report = Sent.Rows($"DE-08,{one}", $"DE-08,{other}").Report;

        Assert.Equal((1, 1), (report.Cells.Count, report.Repeated));
    }

    [Theory]
    [InlineData("DG-05,12,A", "DG-05,12,P", "12 / 12")]
    [InlineData("DG-05,,M", "DG-05,,withdrawn", "M / withdrawn")]
    [InlineData("DG-05,12,", "DG-05,13,", "12 / 13")]
    public void AnotherValueOrStatusIsAConflict(string one, string other, string found)
    {
        var report = Sent.Table("indicator,value,status", one, other).Report;

        Assert.Empty(report.Cells);
        Assert.Equal((2, 2), (report.Rows, report.Faulty));
        Assert.Equal([(2, found), (3, found)], report.Faults.Select(f => (f.Place.Row!.Value, f.Found!)));
        Assert.All(report.Faults, f => Assert.Equal(("cell.conflict", "value", "one value"), (f.Code, f.Place.Column, f.Expected)));
    }

    [Fact]
    public void OfAConflictTenValuesAreShown()
    {
        var report = Sent.Rows([.. Enumerable.Range(1, 12).Select(n => string.Create(CultureInfo.InvariantCulture, $"DE-08,{n}"))]).Report;

        Assert.Equal(12, report.Faulty);
        Assert.Equal(Enumerable.Repeat("1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / 9 / 10", 12), report.Faults.Select(f => f.Found));
    }

    [Fact]
    public void AConflictFarBehindWhatAReceiptListsIsOneToo()
    {
        var report = Sent.Rows([.. Enumerable.Repeat("DG-05,12", FaultList.Most + 5), "DG-05,13"]).Report;

        Assert.Empty(report.Cells);
        Assert.Equal((FaultList.Most + 6, FaultList.Most + 6, FaultList.Most + 6), (report.Rows, report.Faulty, report.Errors));
        Assert.Equal("6", report.Faults[^1].Found);
    }

    [Fact]
    public void SoIsOneThatIsSaidTwiceThere() =>
        Assert.Empty(Sent.Rows([.. Enumerable.Repeat("DG-05,12", FaultList.Most + 5), "DG-05,13", "DG-05,13"]).Report.Cells);

    [Theory]
    [InlineData("0", "-0", "0 / -0 / 5")]
    [InlineData("-0", "0", "-0 / 0 / 5")]
    public void OfAConflictEveryValueIsShownAsItIsWritten(string one, string other, string shown) =>
        Assert.Equal(Enumerable.Repeat(shown, 3), Sent.Rows($"DE-08,{one}", $"DE-08,{other}", "DE-08,5").Report.Faults.Select(f => f.Found));

    [Fact]
    public void RepetitionsBehindWhatAReceiptListsAreCounted()
    {
        var report = Sent.Rows([.. Enumerable.Repeat("DG-05,12", FaultList.Most + 5)]).Report;

        Assert.Equal(12, Assert.Single(report.Cells).Value);
        Assert.Equal((FaultList.Most + 4, 0), (report.Repeated, report.Errors));
        Assert.Equal((FaultList.Most + 1, "4"), (report.Faults.Count, report.Faults[^1].Found));
    }

    [Fact]
    public void CellsStandInTheOrderOfTheFileThoughADoubtfulOneWaitsForItsColumn() =>
        Assert.Equal(["DG-06", "DG-05", "DG-13"], Sent.Rows("DG-06,12.345", "DG-05,13.5", "DG-13,12").Report.Cells.Select(c => c.Indicator.Code));
}
