using DtPipeline.Checking;
using DtPipeline.Grids;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Cells that say by their kind or format what they hold: DE-08 is a count, DG-05 a percentage, GOV-01 a yes or no, T22-01 a task.</summary>
public sealed class TypedCellTests
{
    [Theory]
    [InlineData("DE-08")]
    [InlineData("DG-05")]
    [InlineData("GOV-01")]
    [InlineData("T22-01")]
    public void WhatIsNoNumberAndNoWordIsToldByWhatItIs(string indicator)
    {
        Has(null, "Value value.cell_error #REF! → a number", TypedCells.Check(indicator, new GridCell("#REF!", CellKind.Error)));
        Has(null, "Value value.formula =B1 → a number", TypedCells.Check(indicator, new GridCell("=B1", CellKind.Formula)));
        Has(null, "Value value.date 2024-05-12 → a number", TypedCells.Check(indicator, new GridCell("2024-05-12", CellKind.Date)));
        Has(null, "Value value.formula =SUM(B2:B9) → a number", TypedCells.Check(indicator, new GridCell("=SUM(B2:B9)")));
    }

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("1,0", 1)]
    [InlineData("0.00", 0)]
    public void AProgramsYesOrNoIsOne(string written, double flag) => Has(flag, null, TypedCells.Check("GOV-01", new GridCell(written)));

    [Theory]
    [InlineData("2.0")]
    [InlineData("0.5")]
    [InlineData("1.000")]
    [InlineData("100 %")]
    [InlineData("1 nghìn")]
    public void AnyOtherNumberIsNoYesAndNoNo(string written) =>
        Has(null, $"Value value.not_flag {written} → 1/0, có/không, yes/no", TypedCells.Check("GOV-01", new GridCell(written)));

    [Fact]
    public void AStoredNumberIsAYesOrNoUnlessItIsAPercentage()
    {
        Has(1, null, TypedCells.Check("GOV-01", TypedCells.Shown(1)));
        Has(0, null, TypedCells.Check("GOV-01", TypedCells.Shown(0)));
        Has(null, "Value value.not_flag 0.01 → 1/0, có/không, yes/no", TypedCells.Check("GOV-01", TypedCells.Shown(0.01, percents: 1)));
        Has(null, "Value value.not_flag 2 → 1/0, có/không, yes/no", TypedCells.Check("GOV-01", TypedCells.Shown(2)));
        Has(null, "Value value.not_flag 1000 → 1/0, có/không, yes/no", TypedCells.Check("GOV-01", TypedCells.Shown(1000, thousands: 1)));
    }

    [Fact]
    public void AStoredOneIsATasksPercentAndNoWordForAllOfIt()
    {
        Has(100, null, TypedCells.Check("T22-01", TypedCells.Shown(1, percents: 1)));
        Has(60, null, TypedCells.Check("T22-01", TypedCells.Shown(60)));
    }

    [Fact]
    public void APercentFormatIsMultipliedAndBelongsToPercentagesOnly()
    {
        Has(87, null, TypedCells.Check("DG-05", TypedCells.Shown(0.87, percents: 1)));
        Has(0.8, null, TypedCells.Check("DG-05", TypedCells.Shown(0.8, literal: "%")));
        Has(null, "Value unit.other 0.12 → count", TypedCells.Check("DE-08", TypedCells.Shown(0.12, percents: 1)));
        Has(null, "Value value.out_of_range 1.2 → 0 – 100", TypedCells.Check("DG-05", TypedCells.Shown(1.2, percents: 1)));
    }

    [Fact]
    public void AFormatThatShowsThousandthsNeedsAUnitThatSaysSo()
    {
        var cell = TypedCells.Shown(1_234_000, thousands: 1);
        CheckedReport With(string unit) => TypedCells.Check([ReportColumn.Indicator, ReportColumn.Value, ReportColumn.Unit], [new GridCell("DE-08"), cell, new GridCell(unit)]);

        Has(null, "Value value.ambiguous 1234000 → 1234 / 1234000", TypedCells.Check("DE-08", cell));
        Has(null, "Value value.ambiguous 1234000 → 1234 / 1234000", With("doanh nghiệp"));
        Has(1_234_000, "Value unit.converted 1234 nghìn → 1234000 count", With("nghìn"));
        Has(1_234_000, "Value unit.converted 1234000 nghìn → 1234000 count", TypedCells.Check("DE-08", TypedCells.Shown(1_234_000, thousands: 1, literal: "nghìn")));
    }

    [Fact]
    public void AUnitOfTheFormatThatIsAnotherCostsTheRow() =>
        Has(null, "Value unit.other 12 → count", TypedCells.Check("DE-08", TypedCells.Shown(12, literal: "triệu đồng")));

    [Fact]
    public void AStoredCountIsWhole() => Has(null, "Value value.not_whole 12.5 → a whole number", TypedCells.Check("DE-08", TypedCells.Shown(12.5)));

    [Fact]
    public void StoredPartsOfAPercentageAreKeptAndComparedWithIt()
    {
        ReportColumn[] columns = [ReportColumn.Indicator, ReportColumn.Value, ReportColumn.Numerator, ReportColumn.Denominator];

        var report = TypedCells.Check(columns, [new GridCell("DG-05"), TypedCells.Shown(0.7, percents: 1), TypedCells.Shown(4), TypedCells.Shown(6)]);

        Has(70, "Value value.ratio_mismatch 0.7 → 66.67", report);
        Assert.Equal((4, 6), (report.Cells[0].Numerator, report.Cells[0].Denominator));
        Assert.Equal(new DtPipeline.Faults.Place("Sheet1", 2, "Value", "B2"), report.Cells[0].Place);
    }

    [Theory]
    [InlineData("2023-06-30", true)]
    [InlineData("2023-04-01", true)]
    [InlineData("2023-03-31", false)]
    [InlineData("2023-07-01", false)]
    public void ADateInTheColumnOfPeriodsLiesInTheFilesPeriod(string day, bool isOwn)
    {
        var report = TypedCells.Check([ReportColumn.Indicator, ReportColumn.Value, ReportColumn.Period], [new GridCell("DE-08"), TypedCells.Shown(12), new GridCell(day, CellKind.Date)]);

        Has(isOwn ? 12 : null, isOwn ? null : $"Period row.period {day} → 2023-Q2", report);
    }

    [Fact]
    public void ADateThatWasFoundInThePeriodSaysNothingOfATextThatReadsAlike()
    {
        var report = TypedCells.Check(
            [ReportColumn.Indicator, ReportColumn.Value, ReportColumn.Period],
            [new GridCell("DE-08"), TypedCells.Shown(12), new GridCell("2023-05-12", CellKind.Date)],
            [new GridCell("DS-05"), TypedCells.Shown(13), new GridCell("2023-05-12")]);

        Assert.Equal(["Period 3 row.period 2023-05-12 → 2023-Q2"], report.Faults.Select(f => $"{f.Place.Column} {f.Place.Row} {f.Code} {f.Found} → {f.Expected}"));
        Assert.Equal(["DE-08"], report.Cells.Select(c => c.Indicator.Code));
    }

    private static void Has(double? value, string? told, CheckedReport report)
    {
        Assert.Equal(told is null ? [] : [told], report.Faults.Select(f => $"{f.Place.Column} {f.Code} {f.Found} → {f.Expected}"));
        Assert.Equal((value, value is null ? 0 : 1, value is null ? 1 : 0), (report.Cells.SingleOrDefault()?.Value, report.Cells.Count, report.Faulty));
    }
}
