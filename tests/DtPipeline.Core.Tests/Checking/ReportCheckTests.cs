using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

public sealed class ReportCheckTests
{
    [Fact]
    public void GoodRowsBesideBadOnesAreKept()
    {
        var report = Sent.Rows("DG-05,12", "DG-99,13", "DG-06,abc", "DG-13,14", "DG-17,1,5").Report;

        Assert.Equal(["DG-05", "DG-13"], report.Cells.Select(c => c.Indicator.Code));
        Assert.Equal([(3, "indicator.unknown"), (4, "value.not_number"), (6, "row.fields")], report.Faults.Select(f => (f.Place.Row!.Value, f.Code)));
        Assert.Equal((5, 3), (report.Rows, report.Faulty));
    }

    [Fact]
    public void AnIndicatorsCodeIsKnownInAnyCase() =>
        Assert.Equal("DG-05", Assert.Single(Sent.Rows("dg-05,12").Report.Cells).Indicator.Code);

    [Fact]
    public void ACellKnowsItsPlace() =>
        Assert.Equal(new Place(null, 3, "VALUE"), Sent.Table("indicator,VALUE", string.Empty, "DG-05,12").Report.Cells[0].Place);

    [Theory]
    [InlineData("DG-05,không phát sinh,")]
    [InlineData("DG-05,không có,")]
    [InlineData("GOV-01,nil,")]
    [InlineData("DG-05,,M")]
    [InlineData("DG-05,-,m")]
    public void NothingToReportIsAnAnswer(string row)
    {
        var report = Sent.Table("indicator,value,status", row).Report;

        Assert.Empty(report.Faults);
        Assert.Equal((null, "M"), (Assert.Single(report.Cells).Value, report.Cells[0].Status));
    }

    [Theory]
    [InlineData("DG-05,,WITHDRAWN")]
    [InlineData("DG-05,,withdrawn")]
    [InlineData("DG-05,,Withdrawn")]
    [InlineData("DG-05,không phát sinh,withdrawn")]
    public void AWithdrawalTakesAValueBack(string row)
    {
        var report = Sent.Table("indicator,value,status", row).Report;

        Assert.Empty(report.Faults);
        Assert.Equal((null, "withdrawn"), (Assert.Single(report.Cells).Value, report.Cells[0].Status));
    }

    [Fact]
    public void ABlankValueIsMissingAndNoFaultBesideOthers()
    {
        var report = Sent.Rows("DG-05,12", "DG-06,", "DG-13,…", "DG-15,chưa có").Report;

        Assert.Empty(report.Faults);
        Assert.Equal((4, 1, 3, 0), (report.Rows, report.Cells.Count, report.Missing, report.Faulty));
    }

    [Fact]
    public void AReportOfBlanksIsToldHowToSayNothing()
    {
        var report = Sent.Rows("DG-05,", "DG-06,-").Report;

        Expect.OneFault(
            report.Faults, "file.nothing_to_store", null, null,
            "Mọi ô giá trị đều trống. Nếu không phát sinh số liệu, hãy ghi «không phát sinh».",
            "Every value is blank. Where there is nothing to report, write 'không phát sinh'.");
    }

    [Fact]
    public void TheSameValueTwiceIsKeptOnceAndMentioned()
    {
        var report = Sent.Rows("DG-05,12", "DG-05,12.0").Report;

        Assert.Equal((2, 1, 1, 0), (report.Rows, report.Cells.Count, report.Repeated, report.Faulty));
        Assert.Equal(Severity.Info, report.Faults[0].Severity);
        Expect.OneFault(
            report.Faults, "cell.repeated", 3, "value",
            "Chỉ tiêu «DG-05» được ghi hai lần với cùng giá trị.",
            "The indicator 'DG-05' stands twice with the same value.");
    }

    [Fact]
    public void TwoValuesForOneIndicatorAreBothNotStored()
    {
        var report = Sent.Rows("DG-05,12", "DG-06,13", "DG-05,12.5").Report;

        Assert.Equal("DG-06", Assert.Single(report.Cells).Indicator.Code);
        Assert.Equal((3, 2), (report.Rows, report.Faulty));
        Assert.Equal([2, 4], report.Faults.Select(f => f.Place.Row!.Value));
        Assert.All(report.Faults, f => Expect.OneFault(
            [f], "cell.conflict", f.Place.Row, "value",
            "Cùng một chỉ tiêu được ghi hai giá trị khác nhau: 12 / 12.5. Cả hai đều không được lưu.",
            "The same indicator has two different values: 12 / 12.5. Neither is stored."));
    }

    [Fact]
    public void AValueAndANilForOneIndicatorConflict() =>
        Assert.Equal("12 / M", Sent.Rows("DG-05,12", "DG-05,không có").Report.Faults[0].Found);

    [Fact]
    public void ANoteIsKeptUpToAThousandCharacters()
    {
        var report = Sent.Table("indicator,value,note", "DG-05,12,Số ước", $"DG-06,13,{new string('a', 1001)}", "DG-13,14,").Report;

        Assert.Equal(["Số ước", new string('a', 1000), null], report.Cells.Select(c => c.Note));
    }

    [Fact]
    public void MoreFaultsThanAReceiptListsAreCounted()
    {
        var report = Sent.Rows([.. Enumerable.Repeat("DG-99,1", FaultList.Most + 3)]).Report;

        Assert.Equal(FaultList.Most + 1, report.Faults.Count);
        Assert.Equal((FaultList.Most + 3, FaultList.Most + 3), (report.Faulty, report.Errors));
        Expect.OneFault(
            [report.Faults[^1]], "faults.more", null, null,
            "Còn 3 lỗi khác không được liệt kê; biên nhận liệt kê tối đa 10000 lỗi.",
            "3 more faults are not listed; a receipt lists at most 10000.");
    }

    [Fact]
    public void HoweverManyRemarksAReportHasItIsWithoutErrors()
    {
        var report = Sent.Rows([.. Enumerable.Repeat("DG-05,12", FaultList.Most + 3)]).Report;

        Assert.Equal(0, report.Faulty);
        Assert.DoesNotContain(report.Faults, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void ManyRemarksDoNotHideAnError()
    {
        var report = Sent.Rows([.. Enumerable.Repeat("P06-06,12", FaultList.Most + 3), "DG-99,1"]).Report;

        Assert.Contains(report.Faults, f => f.Code == "indicator.unknown");
    }
}
