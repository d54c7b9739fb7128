namespace DtPipeline.Core.Tests.Checking;

/// <summary>A figure beside a total of which nothing is taken: how many of it, unless something says percent.</summary>
public sealed class OutOfTotalTests
{
    [Theory]
    [InlineData("Mã,Tổng số,Kết quả", "DG-05,150,45")]
    [InlineData("Mã,Đơn vị tính,Tổng số,Kết quả", "DG-05,,150,45")]
    [InlineData("Mã,Chỉ tiêu,Tổng số,Kết quả", "DG-05,Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến,150,45")]
    public void APercentageIsNotMadeOfACountBesideItsTotal(string header, string row)
    {
        var report = Sent.Table(header, row).Report;

        Assert.Empty(report.Cells);
        Assert.Equal((1, 1), (report.Rows, report.Faulty));
        Expect.OneFault(
            report.Faults.Where(f => f.Code != "column.unknown"), "column.unclear", 2, "Kết quả",
            "Không rõ cột nào chứa giá trị của DG-05: Kết quả | Tổng số. Hãy để một cột, hoặc ghi rõ kỳ và đơn vị ở tiêu đề.",
            "It is not clear which column holds the value of DG-05: Kết quả | Tổng số. Keep one, or let the header say period and unit.");
    }

    [Theory]
    [InlineData("Mã,Tổng số,Kết quả", "DE-08,150,45")]
    [InlineData("Mã,Tổng số,Kết quả", "DG-05,150,45 %")]
    [InlineData("Mã,Tổng số,Kết quả", "DG-05,100 %,45")]
    [InlineData("Mã,Tổng số,Kết quả", "DG-05,,45")]
    [InlineData("Mã,Tổng số,Kết quả (%)", "DG-05,150,45")]
    [InlineData("Mã,Tổng số,Tỷ lệ đạt (%)", "DG-05,150,45")]
    [InlineData("Mã,Đơn vị tính,Tổng số,Kết quả", "DG-05,%,150,45")]
    [InlineData("Mã,Chỉ tiêu,Tổng số,Kết quả", "DG-05,Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến (%),150,45")]
    [InlineData("Đơn vị tính: %\nMã,Tổng số,Kết quả", "DG-05,150,45")]
    public void ACountIsOneAndWhatSaysPercentIsPercent(string header, string row)
    {
        var report = Sent.Table(header, row).Report;

        Assert.Equal(45, Assert.Single(report.Cells).Value);
        Assert.DoesNotContain(report.Faults, f => f.Code != "column.unknown");
    }

    [Fact]
    public void ABlankBesideATotalIsMissing()
    {
        var report = Sent.Table("Mã,Tổng số,Kết quả", "DG-05,150,", "DG-06,150,45 %").Report;

        Assert.Equal((2, 1, 0), (report.Rows, report.Missing, report.Faulty));
    }
}
