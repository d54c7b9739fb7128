using DtPipeline.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>rows = accepted + unchanged + revised + nil + missing + faulty, whatever a report holds.</summary>
public sealed class FilingCountsTests
{
    private static readonly Gen<string> Row =
        from organisation in Gen.Frequency((9, Gen.Elements("", "P63-01")), (1, Gen.Constant("P63-02")))
        from indicator in Gen.Frequency((9, Gen.Elements("DG-05", "DG-06", "GOV-01", "DE-08", "P06-06")), (1, Gen.Elements("", "DG-01", "DG-99", "P06-04")))
        from value in Gen.Elements("0", "1", "12", "12.5", "\"12,5\"", "1.234", "1.234.567", "có", "chưa", "", "-", "không có", "abc", "150", "1,5", "\"1\"2", "12%")
        from status in Gen.Frequency((8, Gen.Constant("")), (2, Gen.Elements("A", "P", "M", "D", "withdrawn", "Z")))
        from numerator in Gen.Frequency((8, Gen.Constant("")), (2, Gen.Elements("3", "ba", "1.234")))
        select $"{organisation},{indicator},{value},{status},{numerator}";

    private static readonly Gen<string[]> Report = Row.ArrayOf();

    [Fact]
    public void AddUpToTheRows() => Always.Holds(Report.ArrayOf().Resize(12), reports =>
    {
        var steps = LedgerSteps.InTurn(reports.Select(ToFiling));

        foreach (var (step, report) in steps.Zip(reports))
        {
            var c = step.Counts;
            Assert.Equal(report.Length, c.Rows);
            Assert.Equal(c.Rows, c.Accepted + c.Unchanged + c.Revised + c.Nil + c.Missing + c.Faulty);
            Assert.All([c.Accepted, c.Unchanged, c.Revised, c.Nil, c.Missing, c.Faulty], n => Assert.True(n >= 0));
        }
    });

    [Fact]
    public void AgreeWithWhatTheStepChanges() => Always.Holds(Report.ArrayOf().Resize(12), reports =>
    {
        foreach (var step in LedgerSteps.InTurn(reports.Select(ToFiling)))
        {
            Assert.Equal(step.Counts.Accepted + step.Counts.Revised + step.Counts.Nil, step.Changed.Count);
            Assert.True(step.Revisions.Count >= step.Counts.Revised);
            Assert.Equal(step.Status == FilingStatus.Rejected, step.Status != FilingStatus.Duplicate && step.Filing.Report.Cells.Count == 0);
        }
    });

    [Fact]
    public void SayWhatAFirstReportHolds()
    {
        var filing = Sent.Table("indicator,value,status", "DG-05,12,", "DG-06,không có,", "DG-13,,", "DG-15,abc,", "DG-17,14,", "DG-17,14,", "DG-18,,withdrawn");

        Assert.Equal(new FilingCounts(Rows: 7, Accepted: 2, Unchanged: 2, Revised: 0, Nil: 1, Missing: 1, Faulty: 1), LedgerSteps.InTurn(filing)[0].Counts);
    }

    [Fact]
    public void SayBesideTheRowsHowManyWerePassedOver()
    {
        var filing = Sent.Rows("DG-05,12");

        Assert.Equal(new FilingCounts(1, 1, 0, 0, 0, 0, 0) { PassedOver = 2 }, LedgerSteps.InTurn(filing with { Report = filing.Report with { PassedOver = 2 } })[0].Counts);
    }

    private static Filing ToFiling(string[] rows) => Sent.Table("organisation,indicator,value,status,numerator", rows);
}
