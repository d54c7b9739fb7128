namespace DtPipeline.Core.Tests.Checking;

/// <summary>Rows of men and women, of town and country, by a column that says so.</summary>
public sealed class PartRowsTests
{
    [Theory]
    [InlineData("Giới tính", "Nam", "Nữ", "Tổng số")]
    [InlineData("sex", "M", "F", "_T")]
    [InlineData("Khu vực", "Thành thị", "Nông thôn", "Hà Nội")]
    [InlineData("Phân tổ", "Nam", "Nữ", "")]
    [InlineData("Phân tổ theo", "Cấp huyện", "Cấp xã", "-")]
    public void TheWholeIsReadAndItsPartsAreToldAndPassedOver(string column, string one, string other, string whole)
    {
        var report = Sent.Table($"Mã,{column},Giá trị", $"DE-08,{one},10", $"DE-08,{other},12", $"DE-08,{whole},22").Report;

        Assert.Equal(22, Assert.Single(report.Cells).Value);
        Assert.Equal((1, 2, 0), (report.Rows, report.PassedOver, report.Faulty));
        Assert.Equal(
            [$"This row is of a part ('{one}') of DE-08 and not of the whole; it is not read.", $"This row is of a part ('{other}') of DE-08 and not of the whole; it is not read."],
            report.Faults.Select(f => f.Message.En));
    }

    [Fact]
    public void OnePartAloneIsNobodysValue()
    {
        var report = Sent.Table("Mã,Giới tính,Giá trị", "DE-08,Nữ,12").Report;

        Assert.Empty(report.Cells);
        Assert.Equal("This row is only a part ('Nữ') of DE-08, and the file has no row of the whole. Add the row 'Tổng số'.", Assert.Single(report.Faults).Message.En);
        Assert.Equal((1, 1), (report.Rows, report.Faulty));
    }

    [Fact]
    public void APartOfTwoColumnsIsAPart()
    {
        var report = Sent.Table("Mã,Giới tính,Khu vực,Giá trị", "DE-08,Tổng số,Nông thôn,12", "DE-08,Tổng số,Chung,30", "DE-08,Nữ,Chung,8").Report;

        Assert.Equal(30, Assert.Single(report.Cells).Value);
        Assert.Equal(2, report.PassedOver);
    }

    [Fact]
    public void ThePartThatAnIndicatorIsAboutIsItsWhole()
    {
        var report = Sent.Table("Mã,Phân tổ,Giá trị", "DG-13,Cấp tỉnh,90", "DG-15,Cấp xã,70").Report;

        Assert.Equal([90, 70], report.Cells.Select(c => c.Value));
    }
}
