using System.Globalization;
using DtPipeline.Grids;
using ExcelNumberFormat;

namespace DtPipeline.Core.Tests.Grids;

public sealed class NumberLookTests
{
    [Theory]
    [InlineData("0%", 1, 0, "")]
    [InlineData("0.0%", 1, 0, "")]
    [InlineData("0.0\"%\"", 0, 0, "%")]
    [InlineData("0.0\\%", 0, 0, "%")]
    [InlineData("#,##0", 0, 0, "")]
    [InlineData("#,##0,", 0, 1, "")]
    [InlineData("#,##0.0,,", 0, 2, "")]
    [InlineData("#,##0,.0", 0, 1, "")]
    [InlineData("#,##0,\" nghìn\"", 0, 1, "nghìn")]
    [InlineData("#,##0\" triệu đồng\"", 0, 0, "triệu đồng")]
    [InlineData("\"%\" 0.0", 0, 0, "%")]
    [InlineData("[Red]0.0%", 1, 0, "")]
    [InlineData("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", 0, 0, "")]
    [InlineData("#,##0.00_);(#,##0.00)", 0, 0, "")]
    [InlineData("General", 0, 0, "")]
    [InlineData("0.00E+00", 0, 0, "")]
    [InlineData("# ?/?", 0, 0, "")]
    [InlineData("#,##0 [$₫-42A]", 0, 0, "")]
    public void AFormatSaysTheScaleAndWhatStandsBesideTheNumber(string format, int percents, int thousands, string literal) =>
        Assert.Equal(new NumberLook(percents, thousands, literal, false), new NumberLooks().Of(format, 12));

    [Theory]
    [InlineData("0.0%;-0.0;\"0 %\"", -1, 0)]
    [InlineData("0.0%;-0.0;\"0 %\"", 1, 1)]
    [InlineData("[<1]0.0%;0.0", 0.5, 1)]
    [InlineData("[<1]0.0%;0.0", 38.5, 0)]
    [InlineData("[>=1000]#,##0,\"K\";0%", 0.5, 1)]
    public void ASectionCountsForTheNumbersThatItIsFor(string format, double number, int percents) =>
        Assert.Equal(percents, new NumberLooks().Of(format, number).Percents);

    [Theory]
    [InlineData("dd/mm/yyyy")]
    [InlineData("[h]:mm:ss")]
    [InlineData("[$-42A]mmmm yyyy;@")]
    public void AFormatOfDaysAndTimesIsNoNumber(string format) => Assert.True(new NumberLooks().Of(format, 45_000).IsDate);

    [Theory]
    [InlineData("0.000000")]
    [InlineData("0.000000%")]
    [InlineData("0.000000\"%\"")]
    [InlineData("0.000000\\%")]
    [InlineData("#,##0.000000,")]
    [InlineData("#,##0.000000,,")]
    [InlineData("[Blue]#,##0.000000;[Red]-#,##0.000000%")]
    public void TheShownNumberIsTheOneThatExcelNumberFormatWrites(string format)
    {
        foreach (var number in (double[])[1_234_567.25, 0.385, 812_000, -4.5])
        {
            var written = new NumberFormat(format).Format(number, CultureInfo.InvariantCulture);
            var digits = string.Concat(written.Where(c => char.IsAsciiDigit(c) || c is '.' or '-'));

            Assert.Equal(double.Parse(digits, CultureInfo.InvariantCulture), new NumberLooks().Of(format, number).Shown(number), tolerance: 1e-6);
        }
    }
}
