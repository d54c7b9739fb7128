using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>What a row says besides its value: whose it is, of what, in which unit, with which status.</summary>
public sealed class ReportCheckRowTests
{
    [Fact]
    public void ARowMayNameItsOrganisationPeriodAndUnit()
    {
        var report = Sent.Table("organisation,period,indicator,unit,value", "P63-01,2023-Q2,DG-05,%,12", "P63-01,2023-Q2,DG-06,percent,13").Report;

        Assert.Empty(report.Faults);
        Assert.Equal(2, report.Cells.Count);
    }

    [Fact]
    public void ARowOfAnotherOrganisationIsNotStored() => HasTheFault(
        "organisation,indicator,value", "P63-02,DG-05,12", "row.organisation", "organisation",
        "Dòng ghi cơ quan «P63-02» nhưng tệp nằm trong thư mục của P63-01.",
        "The row names the organisation 'P63-02' but the file is in the folder of P63-01.");

    [Fact]
    public void ARowOfAnotherPeriodIsNotStored() => HasTheFault(
        "period,indicator,value", "2023-Q1,DG-05,12", "row.period", "period",
        "Dòng ghi kỳ «2023-Q1» nhưng tệp nằm trong thư mục kỳ 2023-Q2.",
        "The row names the period '2023-Q1' but the file is in the folder of 2023-Q2.");

    [Fact]
    public void ARowWithoutAnIndicatorIsNotStored() => HasTheFault(
        "indicator,value", ",12", "indicator.missing", "indicator",
        "Dòng không ghi mã chỉ tiêu.",
        "The row names no indicator.");

    [Fact]
    public void AnUnknownIndicatorIsNotStored() => HasTheFault(
        "indicator,value", "DG-99,12", "indicator.unknown", "indicator",
        "Không có chỉ tiêu «DG-99» trong danh mục. Hãy dùng mã như GOV-01, DG-05.",
        "The catalogue has no indicator 'DG-99'. Use a code like GOV-01, DG-05.");

    [Fact]
    public void ANationalIndicatorIsNotStored() => HasTheFault(
        "indicator,value", "P06-04,12", "indicator.national", "indicator",
        "Chỉ tiêu «P06-04» là số liệu cấp quốc gia; kỳ này chỉ lấy từ: Bộ Công an (MPS).",
        "The indicator 'P06-04' is a national figure; for this period it is taken from Ministry of Public Security (MPS) alone.");

    [Fact]
    public void AnIndicatorOfAnotherFrequencyIsNotStored() => HasTheFault(
        "indicator,value", "DG-01,12", "indicator.frequency", "indicator",
        "Chỉ tiêu «DG-01» không thuộc kỳ báo cáo này; chỉ tiêu này báo cáo theo tháng.",
        "The indicator 'DG-01' does not belong to this period; its frequency is monthly.");

    [Fact]
    public void AClosedIndicatorIsNotStored()
    {
        var filing = Sent.Text("indicator,value\nDG-14,12\n", "P34-01/2025-Q3/a.csv", new DateTimeOffset(2025, 9, 20, 0, 0, 0, TimeSpan.Zero));

        Expect.OneFault(
            filing.Report.Faults, "indicator.closed", 2, "indicator",
            "Chỉ tiêu «DG-14» đã ngừng báo cáo từ sau ngày 2025-06-30.",
            "The indicator 'DG-14' is no longer reported after 2025-06-30.");
    }

    [Fact]
    public void AnIndicatorThatTheOrganisationDoesNotOweIsStoredWithAWarning()
    {
        var report = Sent.Rows("P06-06,12").Report;

        Assert.Equal(12, Assert.Single(report.Cells).Value);
        Assert.Equal((Severity.Warning, 0), (report.Faults[0].Severity, report.Faulty));
        Expect.OneFault(
            report.Faults, "indicator.not_owed", 2, "indicator",
            "Chỉ tiêu «P06-06» không thuộc biểu mẫu nào của cơ quan này; số liệu vẫn được lưu.",
            "The indicator 'P06-06' is in no form of this organisation; the value is stored.");
    }

    [Fact]
    public void AnotherUnitIsNotStored() => HasTheFault(
        "indicator,unit,value", "DG-05,nghìn người,12", "unit.other", "unit",
        "Đơn vị «nghìn người» khác với đơn vị của chỉ tiêu là percent.",
        "The unit 'nghìn người' differs from the indicator's unit, percent.");

    [Fact]
    public void AnUnknownStatusIsNotStored() => HasTheFault(
        "indicator,status,value", "DG-05,Z,12", "status.unknown", "status",
        "Trạng thái «Z» không có trong danh mục. Dùng một trong: A, B, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, S, U, V, W, withdrawn.",
        "The status 'Z' is not known. Use one of: A, B, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, S, U, V, W, withdrawn.");

    [Theory]
    [InlineData("", "A")]
    [InlineData("A", "A")]
    [InlineData("e", "E")]
    [InlineData("P", "P")]
    [InlineData("F", "F")]
    public void AStatusIsKeptWithTheValue(string text, string status)
    {
        var cell = Assert.Single(Sent.Table("indicator,status,value", $"DG-05,{text},12").Report.Cells);

        Assert.Equal((12, status), (cell.Value, cell.Status));
    }

    [Fact]
    public void AllFaultsOfARowAreToldInOnePass()
    {
        var report = Sent.Table("organisation,period,indicator,unit,value,numerator", "P63-02,2023-Q1,DG-05,kg,abc,def").Report;

        Assert.Equal(
            ["row.organisation", "row.period", "unit.other", "value.not_number", "value.not_number"],
            report.Faults.Select(f => f.Code));
        Assert.Equal((1, 1), (report.Rows, report.Faulty));
    }

    private static void HasTheFault(string header, string row, string code, string column, string vi, string en)
    {
        var report = Sent.Table(header, row).Report;

        Assert.Empty(report.Cells);
        Assert.Equal((1, 1), (report.Rows, report.Faulty));
        Expect.OneFault(report.Faults, code, 2, column, vi, en);
    }
}
