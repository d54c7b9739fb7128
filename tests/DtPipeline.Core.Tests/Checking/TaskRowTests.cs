using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Rows of assigned tasks in the reports of Hà Nội, which owns T22-01 since 2022, and T24-03 since July 2024.</summary>
public sealed class TaskRowTests
{
    [Theory]
    [InlineData("60", 60)]
    [InlineData("\"87,5\"", 87.5)]
    [InlineData("100%", 100)]
    [InlineData("0", 0)]
    [InlineData("hoàn thành", 100)]
    [InlineData("Đã hoàn thành", 100)]
    [InlineData("da ban hanh", 100)]
    [InlineData("XONG", 100)]
    [InlineData("Completed", 100)]
    [InlineData("done", 100)]
    [InlineData("yes", 100)]
    [InlineData("có", 100)]
    [InlineData("đạt", 100)]
    [InlineData("x", 100)]
    [InlineData("✓", 100)]
    [InlineData("chưa", 0)]
    [InlineData("Chưa thực hiện", 0)]
    [InlineData("không", 0)]
    [InlineData("not started", 0)]
    public void IsAPercentageOrAWordForAllOrNothing(string written, double progress)
    {
        var report = Sent.Rows($"T22-01,{written}").Report;

        Assert.Empty(report.Faults);
        Assert.Equal(("T22-01", progress, "A"), (Assert.Single(report.Cells).Indicator.Code, report.Cells[0].Value, report.Cells[0].Status));
    }

    [Theory]
    [InlineData("chưa có")]
    [InlineData("-")]
    [InlineData("")]
    public void WordsForNoDataStayThat(string written)
    {
        var report = Sent.Rows($"T22-01,{written}", "DG-05,12").Report;

        Assert.Empty(report.Faults);
        Assert.Equal(1, report.Missing);
    }

    [Theory]
    [InlineData("đang thực hiện")]
    [InlineData("chưa hoàn thành")]
    [InlineData("gần xong")]
    public void WhatLiesBetweenIsToldInPercentOnly(string written) => Expect.OneFault(
        Sent.Rows($"T22-01,{written}").Report.Faults, "task.not_progress", 2, "value",
        $"«{written}» không phải là tiến độ của một nhiệm vụ. Ghi số phần trăm từ 0 đến 100, hoặc «hoàn thành», «chưa thực hiện».",
        $"'{written}' is no progress of a task. Write a percentage from 0 to 100, or 'hoàn thành' (completed), 'chưa thực hiện' (not started).");

    [Fact]
    public void MoreThanAllIsOutOfRange() => Expect.OneFault(
        Sent.Rows("T22-01,120").Report.Faults, "value.out_of_range", 2, "value",
        FaultKinds.ValueOutOfRange.At(Place.WholeFile, "120", "0 – 100").Message.Vi,
        FaultKinds.ValueOutOfRange.At(Place.WholeFile, "120", "0 – 100").Message.En);

    [Theory]
    [InlineData("P63-01/2024-07/bao-cao.csv")]
    [InlineData("P63-01/2024-Q3/bao-cao.csv")]
    [InlineData("P63-01/2024-S2/bao-cao.csv")]
    [InlineData("P63-01/2024/bao-cao.csv")]
    public void BelongsInFilesOfAnyFrequency(string path)
    {
        var report = Sent.Text("indicator,value\nT24-03,60\n", path, new DateTimeOffset(2025, 1, 10, 2, 0, 0, TimeSpan.Zero)).Report;

        Assert.Empty(report.Faults);
        Assert.Equal(60, Assert.Single(report.Cells).Value);
    }

    [Theory]
    [InlineData("T24-08")]
    [InlineData("T24-01")]
    [InlineData("T24-03")]
    public void OfAnotherOrganisationOfNobodyYetOrBeforeItWasAssignedIsStoredWithAWarning(string task)
    {
        var report = Sent.Rows($"{task},100").Report;

        Assert.Equal(100, Assert.Single(report.Cells).Value);
        Expect.OneFault(
            report.Faults, "task.not_assigned", 2, "indicator",
            $"Nhiệm vụ «{task}» không được giao cho cơ quan này; tiến độ vẫn được lưu.",
            $"The task '{task}' is not assigned to this organisation; its progress is stored.");
    }

    [Fact]
    public void IsKnownByItsTitle()
    {
        var report = Sent.Table("Nhiệm vụ,Tiến độ", "\"Bảo đảm an toàn, an ninh thông tin\",40").Report;

        Assert.Equal("T22-03", Assert.Single(report.Cells).Indicator.Code);
        Expect.OneFault(
            report.Faults, "task.by_name", 2, "Nhiệm vụ",
            "Nhiệm vụ «Bảo đảm an toàn, an ninh thông tin» được nhận ra theo tên: T22-03.",
            "The task 'Bảo đảm an toàn, an ninh thông tin' is known by its title: T22-03.");
    }

    [Fact]
    public void ACodeThatIsNearlyATasksIsToldWhichWasMeant() =>
        Assert.Equal("T22-01", Assert.Single(Sent.Rows("T22.1,60").Report.Faults).Expected);

    [Fact]
    public void ATableOfTasksAloneIsNoReportOfAForm()
    {
        var steps = LedgerSteps.InTurn(Sent.Rows("T22-01,60"), Sent.Rows("DG-05,12"));

        Assert.Empty(steps[0].After.Received);
        Assert.Equal(steps[1].Filing.UploadedAt, Assert.Single(steps[1].After.Received).Value);
    }

    [Theory]
    [InlineData("DG-05,12")]
    [InlineData("DG-05,abc")]
    public void ATableOfTasksAndMoreIsAReport(string row) =>
        Assert.NotEmpty(Assert.Single(LedgerSteps.InTurn(Sent.Rows("T22-01,60", row))).After.Received);
}
