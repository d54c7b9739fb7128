using System.Text;
using DtPipeline.Checking;
using DtPipeline.Grids;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Whose a row is and for when, in a file of Hà Nội for 2023-Q2; and its note.</summary>
public sealed class RowWhoseTests
{
    [Theory]
    [InlineData("P63-01")]
    [InlineData("VN-HN")]
    [InlineData("Hà Nội")]
    [InlineData("Ha Noi")]
    [InlineData("P63-01: Hà Nội")]
    [InlineData("")]
    public void ItsOrganisationMayBeWrittenInManyWays(string written) => Has(2, [], Sent.Table("organisation,indicator,value", $"{written},DG-05,12", $"{written},DG-06,13").Report);

    [Theory]
    [InlineData("2023-Q2")]
    [InlineData("2023-Q2: second quarter")]
    [InlineData("Quý II/2023")]
    [InlineData("Quý 2")]
    [InlineData("")]
    public void SoMayItsPeriod(string written) => Has(2, [], Sent.Table("period,indicator,value", $"{written},DG-05,12", $"{written},DG-06,13").Report);

    [Fact]
    public void EveryRowOfSomebodyElseIsToldAndTheOthersStand() => Has(
        1,
        ["3 organisation row.organisation Đà Nẵng → P63-01", "4 organisation row.organisation Đà Nẵng → P63-01"],
        Sent.Table("organisation,indicator,value", "Hà Nội,DG-05,12", "Đà Nẵng,DG-06,13", "Đà Nẵng,DG-13,13").Report);

    [Fact]
    public void EveryRowOfAnotherPeriodIsToldAndTheOthersStand() => Has(
        1,
        ["3 period row.period 2023-Q1 → 2023-Q2", "4 period row.period 2023-Q1 → 2023-Q2"],
        Sent.Table("period,indicator,value", "2023-Q2,DG-05,12", "2023-Q1,DG-06,13", "2023-Q1,DG-13,13").Report);

    [Theory]
    [InlineData("Hà Nội")]
    [InlineData("%")]
    [InlineData("P63-01")]
    public void UnderDonViStandsAUnitOrWhoseRowItIs(string unit) => Has(2, [], Sent.Table("Mã,Đơn vị,Giá trị", $"DG-05,{unit},12", $"DG-06,{unit},13").Report);

    [Theory]
    [InlineData("Đà Nẵng")]
    [InlineData("Sở Y tế")]
    public void AnotherBodyUnderDonViIsNotTheSender(string unit) => Has(
        0,
        [$"2 Đơn vị row.organisation {unit} → P63-01", $"3 Đơn vị row.organisation {unit} → P63-01"],
        Sent.Table("Mã,Đơn vị,Giá trị", $"DG-05,{unit},12", $"DG-06,{unit},13").Report);

    [Fact]
    public void WhatIsNoBodyUnderDonViIsAUnit() => Has(
        0,
        ["2 Đơn vị unit.other người → percent"],
        Sent.Table("Mã,Đơn vị,Giá trị", "DG-05,người,12").Report);

    [Fact]
    public void UnderAnyOtherHeadOfUnitsABodyIsNone() => Has(
        0,
        ["2 Đơn vị tính unit.other Đà Nẵng → percent"],
        Sent.Table("Mã,Đơn vị tính,Giá trị", "DG-05,Đà Nẵng,12").Report);

    [Theory]
    [InlineData(999, 1_000)]
    [InlineData(1_000, 1_000)]
    public void ANoteIsNotCutWithinACharacter(int letters, int whole)
    {
        var note = new string('a', letters) + "\U0001F600b";

        var kept = Assert.Single(Sent.Table("indicator,value,note", $"DG-05,12,{note}").Report.Cells).Note!;

        Assert.Equal(new string('a', Math.Min(letters, whole)), kept);
    }

    [Fact]
    public void ANoteThatFitsWithItsLastCharacterIsKeptWhole()
    {
        var note = new string('a', 998) + "\U0001F600";

        Assert.Equal(note, Assert.Single(Sent.Table("indicator,value,note", $"DG-05,12,{note}b").Report.Cells).Note);
    }

    [Fact]
    public void AGarbledNoteIsKeptAsItIsAndTold()
    {
        var garbled = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Đã nghiệm thu số liệu"));

        var report = Sent.Table("indicator,value,note", $"DG-05,12,\"{garbled}\"").Report;

        Assert.Equal(garbled, Assert.Single(report.Cells).Note);
        Assert.Equal([$"2 note text.mojibake {garbled} → Đã nghiệm thu số liệu"], Told(report));
    }

    [Fact]
    public void TheMarkThatKeepsATextFromBeingAFormulaIsNoPartOfANote() =>
        Assert.Equal("=A1", Assert.Single(Sent.Table("indicator,value,note", "DG-05,12,'=A1").Report.Cells).Note);

    [Fact]
    public void InAWorkbookNothingKeepsATextFromBeingAFormula()
    {
        var report = TypedCells.Check([ReportColumn.Indicator, ReportColumn.Value, ReportColumn.Note], [new GridCell("DG-05"), TypedCells.Shown(12), new GridCell("'=A1")]);

        Assert.Equal("'=A1", Assert.Single(report.Cells).Note);
    }

    [Fact]
    public void AFigureSinceTheBeginningOfTheYearIsTheValueOfWhatIsCountedSoAlone()
    {
        var report = Sent.Table("Mã,Lũy kế", "P06-05,12", "DG-05,13").Report;

        Assert.Equal("P06-05", Assert.Single(report.Cells).Indicator.Code);
        Assert.Equal(["3 Lũy kế column.missing Lũy kế → value"], Told(report));
    }

    private static void Has(int cells, string[] told, CheckedReport report)
    {
        Assert.Equal(told, Told(report));
        Assert.Equal((cells, report.Rows - cells), (report.Cells.Count, report.Faulty));
    }

    private static IEnumerable<string> Told(CheckedReport report) => report.Faults.Select(f => $"{f.Place.Row} {f.Place.Column} {f.Code} {f.Found} → {f.Expected}");
}
