using DtPipeline.Checking;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Units in the row, its name, the cell, the header and beside SDMX values: DE-08 is a count, DG-05 a percentage, P06-07 in millions of đồng.</summary>
public sealed class UnitRowTests
{
    [Theory]
    [InlineData("DE-08,12,nghìn", 12_000, "12 nghìn → 12000 count")]
    [InlineData("DE-08,12,nghìn doanh nghiệp", 12_000, "12 nghìn doanh nghiệp → 12000 count")]
    [InlineData("DE-08,12,doanh nghiệp", 12, null)]
    [InlineData("DE-08,\"1,5\",triệu", 1_500_000, "1,5 triệu → 1500000 count")]
    [InlineData("DE-08,12 nghìn,", 12_000, "12 nghìn → 12000 count")]
    [InlineData("DE-08,12 nghìn,triệu", 12_000, "12 nghìn → 12000 count")]
    [InlineData("DG-05,12,%", 12, null)]
    public void AMultipleIsConvertedAndTold(string row, double value, string? told) => Gives(Sent.Table("indicator,value,unit", row).Report, value, told);

    [Theory]
    [InlineData("DE-08,12,%", "% → count")]
    [InlineData("DG-05,12,nghìn", "nghìn → percent")]
    [InlineData("GOV-01,có,nghìn", "nghìn → yes_no")]
    public void AnotherUnitCostsTheRow(string row, string told)
    {
        var report = Sent.Table("indicator,value,unit", row).Report;

        Assert.Empty(report.Cells);
        Assert.Equal([$"unit unit.other {told}"], Told(report));
    }

    [Theory]
    [InlineData("DE-08,12 triệu đồng")]
    [InlineData("DG-05,12 nghìn")]
    public void AnotherUnitInTheCellCostsTheRow(string row)
    {
        var report = Sent.Rows(row).Report;

        Assert.Empty(report.Cells);
        Assert.Equal(["unit.other"], report.Faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("3", 12_000, "12 × 10^3 → 12000 count")]
    [InlineData("+2", 1_200, "12 × 10^+2 → 1200 count")]
    [InlineData("12", 12e12, "12 × 10^12 → 12000000000000 count")]
    [InlineData("0", 12, null)]
    [InlineData("", 12, null)]
    public void UnitMultIsAPowerOfTen(string power, double value, string? told) => Gives(Sent.Table("indicator,value,UNIT_MULT", $"DE-08,12,{power}").Report, value, told);

    [Fact]
    public void UnitMultMayBeOfFractions() => Assert.Equal(12, Assert.Single(Sent.Table("indicator,value,UNIT_MULT", "DE-08,12000000000,-9").Report.Cells).Value);

    [Fact]
    public void UnitAndUnitMultBothCount() => Gives(Sent.Table("indicator,value,unit,UNIT_MULT", "DE-08,12,nghìn,3").Report, 12_000_000, "12 × 10^3 nghìn → 12000000 count");

    [Fact]
    public void APowerOfNoneIsNotTold() => Gives(Sent.Table("indicator,value,unit,UNIT_MULT", "DE-08,12,nghìn,0").Report, 12_000, "12 nghìn → 12000 count");

    [Fact]
    public void UnitMultAndTheUnitAboveTheTableBothCount() =>
        Gives(Sent.Text("Đơn vị tính: nghìn\nindicator,value,UNIT_MULT\nDE-08,12,3\n").Report, 12_000_000, "12 × 10^3 nghìn → 12000000 count");

    [Theory]
    [InlineData("13")]
    [InlineData("-10")]
    [InlineData("1.5")]
    [InlineData("x")]
    public void AnotherUnitMultCostsTheRow(string power)
    {
        var report = Sent.Table("indicator,value,UNIT_MULT", $"DE-08,12,{power}").Report;

        Assert.Empty(report.Cells);
        Assert.Equal([$"UNIT_MULT unit.other {power} → UNIT_MULT -9 – 12"], Told(report));
    }

    [Theory]
    [InlineData("Số doanh nghiệp công nghệ số (nghìn doanh nghiệp)", 12_000)]
    [InlineData("Số doanh nghiệp công nghệ số (%)", 12)]
    [InlineData("Số doanh nghiệp công nghệ số", 12)]
    public void AUnitBehindTheNameHoldsWhereTheIndicatorCanHaveIt(string name, double value)
    {
        var report = Sent.Table("Mã,Chỉ tiêu,Giá trị", $"DE-08,{name},12").Report;

        Assert.Equal(value, Assert.Single(report.Cells).Value);
        Assert.Equal(value > 12 ? ["unit.converted"] : [], report.Faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("nghìn doanh nghiệp", 12_000.0, null)]
    [InlineData("nghìn", 12_000.0, null)]
    [InlineData("triệu", null, "Đơn vị unit.conflict triệu → Số doanh nghiệp công nghệ số (nghìn doanh nghiệp)")]
    [InlineData("doanh nghiệp", null, "Đơn vị unit.conflict doanh nghiệp → Số doanh nghiệp công nghệ số (nghìn doanh nghiệp)")]
    public void TheUnitOfTheRowAndTheOneBehindTheNameAgree(string unit, double? value, string? conflict)
    {
        var report = Sent.Table("Mã,Chỉ tiêu,Đơn vị,Giá trị", $"DE-08,Số doanh nghiệp công nghệ số (nghìn doanh nghiệp),{unit},12").Report;

        Assert.Equal(value, report.Cells.SingleOrDefault()?.Value);
        Assert.Equal(conflict is null ? ["Giá trị unit.converted 12 " + unit + " → 12000 count"] : [conflict], Told(report));
    }

    [Theory]
    [InlineData("nghìn", 12_000.0, "Thực hiện (nghìn) unit.converted 12 nghìn → 12000 count")]
    [InlineData("doanh nghiệp", null, "Đơn vị unit.conflict doanh nghiệp → Thực hiện (nghìn)")]
    [InlineData("triệu", null, "Đơn vị unit.conflict triệu → Thực hiện (nghìn)")]
    [InlineData("", 12_000.0, "Thực hiện (nghìn) unit.converted 12 nghìn → 12000 count")]
    public void AMultipleInTheHeaderHoldsForTheColumnAndNothingElseMayBeSaidBesideIt(string unit, double? value, string told)
    {
        var report = Sent.Table("Mã,Đơn vị,Thực hiện (nghìn)", $"DE-08,{unit},12").Report;

        Assert.Equal(value, report.Cells.SingleOrDefault()?.Value);
        Assert.Equal([told], Told(report));
    }

    [Fact]
    public void AMultipleInTheHeaderConflictsWithTheOneBehindTheName() => Assert.Equal(
        ["Chỉ tiêu unit.conflict Số doanh nghiệp công nghệ số (triệu doanh nghiệp) → Thực hiện (nghìn)"],
        Told(Sent.Table("Mã,Chỉ tiêu,Thực hiện (nghìn)", "DE-08,Số doanh nghiệp công nghệ số (triệu doanh nghiệp),12").Report));

    [Fact]
    public void WhereTheNameIsAllThatARowHasTheConflictIsToldThere() => Assert.Equal(
        ["Chỉ tiêu indicator.by_name Số doanh nghiệp công nghệ số (triệu doanh nghiệp) → DE-08", "Chỉ tiêu unit.conflict Số doanh nghiệp công nghệ số (triệu doanh nghiệp) → Thực hiện (nghìn)"],
        Told(Sent.Table("Chỉ tiêu,Thực hiện (nghìn)", "Số doanh nghiệp công nghệ số (triệu doanh nghiệp),12").Report).Order(StringComparer.Ordinal));

    [Fact]
    public void AMultipleInTheHeaderIsNoPercentages() => Gives(Sent.Table("Mã,Thực hiện (nghìn)", "DG-05,12").Report, 12, null);

    [Theory]
    [InlineData("DE-08,doanh nghiệp", null, "unit.conflict")]
    [InlineData("DE-08,triệu", 12e6, "unit.converted")]
    [InlineData("DE-08,nghìn", 12e3, "unit.converted")]
    [InlineData("DE-08,", 12e3, "unit.converted")]
    [InlineData("DG-05,%", 12.0, null)]
    [InlineData("DG-05,", 12.0, null)]
    public void WhatStandsAboveTheTableGivesWayToARowWithAMultipleOfItsOwn(string row, double? value, string? code)
    {
        var report = Sent.Text($"Đơn vị tính: nghìn\nMã,Đơn vị,Thực hiện\n{row},12\n").Report;

        Assert.Equal(value, report.Cells.SingleOrDefault()?.Value);
        Assert.Equal(code is null ? [] : [code], report.Faults.Select(f => f.Code));
    }

    private static void Gives(CheckedReport report, double value, string? told)
    {
        Assert.Equal(value, Assert.Single(report.Cells).Value);
        Assert.Equal(told is null ? [] : [told], report.Faults.Select(f => $"{f.Found} → {f.Expected}"));
        Assert.All(report.Faults, f => Assert.Equal(("unit.converted", Severity.Info), (f.Code, f.Severity)));
    }

    private static IEnumerable<string> Told(CheckedReport report) => report.Faults.Select(f => $"{f.Place.Column} {f.Code} {f.Found} → {f.Expected}");
}
