using DtPipeline.Checking;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>What is said of a file as a whole.</summary>
public sealed class ReportCheckFileTests
{
    [Theory]
    [InlineData("SHARE,12\nHEADS,13\n", 2, "")]
    [InlineData("SHARE,12\nHEADS,abc\n", 0, "file.strict value.not_number")]
    [InlineData("SPARE,12\nHEADS,abc\n", 1, "value.not_number indicator.not_owed")]
    [InlineData("SHARE,abc\nHEADS,abc\n", 0, "value.not_number value.not_number")]
    public void AStrictFormTakesAFileWithoutAnyErrorOrNothingOfIt(string rows, int cells, string told)
    {
        var catalogue = TheCatalogue.SmallWithFile("forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to,strict\nFORM,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,,yes\n").Catalogue!;

        var report = Sent.FromNorth(catalogue, rows).Report;

        Assert.Equal(cells, report.Cells.Count);
        Assert.Equal(told.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), report.Faults.Select(f => f.Code).Order());
    }

    [Fact]
    public void OfAFileThatIsKeptOutEveryRowWithAValueIsFaulty()
    {
        var catalogue = TheCatalogue.SmallWithFile("forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to,strict\nFORM,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,,yes\n").Catalogue!;

        var report = Sent.FromNorth(catalogue, "SHARE,12\nSHARE,12\nHEADS,abc\nSHARE,-\n").Report;

        Assert.Equal((4, 1, 0, 3), (report.Rows, report.Missing, report.Repeated, report.Faulty));
        Assert.Equal("FORM", Assert.Single(report.Faults, f => f.Code == "file.strict").Found);
    }

    [Fact]
    public void AHeaderWithoutRowsIsNoReport() => Expect.OneFault(
        Sent.Rows().Report.Faults, "file.no_rows", null, null,
        "Tệp chỉ có dòng tiêu đề, không có dòng số liệu nào.",
        "The file has a header but no row of data.");

    [Fact]
    public void RowsOfEveryKindAddUp()
    {
        var report = Sent.Table("indicator,value,status", "DG-05,12,", "DG-05,12,", "DG-06,-,", "DG-13,abc,", "DG-99,1,", "GOV-01,có,", "DG-15,,M", "DE-08,1,", "DE-08,2,").Report;

        Assert.Equal((9, 3, 1, 1, 4), (report.Rows, report.Cells.Count, report.Repeated, report.Missing, report.Faulty));
        Assert.Equal(["DG-05 12 A", "GOV-01 1 A", "DG-15  M"], report.Cells.Select(c => FormattableString.Invariant($"{c.Indicator.Code} {c.Value} {c.Status}")));
    }

    [Fact]
    public void AFormIsSpokenOfByAnyRowAndAnsweredByAValueOrANil()
    {
        var (form, period) = (TheCatalogue.Form("PROV-Q"), TheCatalogue.Period("2023-Q2"));
        (bool Concerns, bool Answers) Of(params string[] rows)
        {
            var report = Sent.Table("indicator,value,status", rows).Report;
            return (report.Concerns(form, period), report.Answers(form, period));
        }

        Assert.Equal((true, true), Of("DG-05,12,"));
        Assert.Equal((true, true), Of("DG-05,,M"));
        Assert.Equal((true, false), Of("DG-05,,withdrawn"));
        Assert.Equal((true, false), Of("DG-05,abc,"));
        Assert.Equal((false, false), Of("T22-01,60,"));
        Assert.Equal((false, false), Of("DG-99,60,"));
    }

    [Fact]
    public void AFileThatCannotBeReadHasNothingButItsFault()
    {
        var fault = Sent.Rows("DG-99,1").Report.Faults[0];

        var report = CheckedReport.Unreadable(fault);

        Assert.Equal((0, 0, 0, 0, 0, 1), (report.Cells.Count, report.Rows, report.Missing, report.Repeated, report.Faulty, report.Errors));
        Assert.Same(fault, Assert.Single(report.Faults));
    }
}
