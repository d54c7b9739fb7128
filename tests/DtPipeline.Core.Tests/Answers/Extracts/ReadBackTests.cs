using System.Text;
using DtPipeline.Alerts;
using DtPipeline.Answers.Extracts;
using DtPipeline.Ledger;
using DtPipeline.Time;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Answers.Extracts;

/// <summary>What is extracted of an organisation's period and sent again is read without a fault and changes nothing.</summary>
public sealed class ReadBackTests
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("DTP_EXTRACTS"), out var cases) ? cases : 50;

    [Theory]
    [InlineData("sdmx")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void AnExtractIsReadBackWithoutAFaultOrAChange(string format) => Always.Holds(GeneratedLedger.Any, ledger =>
    {
        var filing = Read(ledger, format);

        Assert.Empty(filing.Report.Faults.Select(f => $"{f.Code} {f.Found}"));
        Assert.Equal(
            ledger.Observations.OrderBy(o => o.Indicator, StringComparer.Ordinal).Select(o => (o.Indicator, o.Value, o.Status, o.Numerator, o.Denominator, o.Note)),
            filing.Report.Cells.OrderBy(c => c.Indicator.Code, StringComparer.Ordinal).Select(c => (c.Indicator.Code, c.Value, c.Status, c.Numerator, c.Denominator, c.Note)));

        var stands = LedgerState.Empty with { Observations = ledger.Observations.ToDictionary(o => o.Indicator, StringComparer.Ordinal) };
        var step = FilingAlerts.Apply(stands, filing, TheCatalogue.Default);
        Assert.Equal((ledger.Observations.Count, 0, 0), (step.Counts.Unchanged, step.Changed.Count, step.Revisions.Count));
    }, Cases);

    [Theory]
    [InlineData("sdmx")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void TheSameRowsGiveTheSameBytes(string format) => Always.Holds(GeneratedLedger.Any, ledger => Assert.Equal(Bytes(ledger, format), Bytes(ledger, format)), 10);

    [Theory]
    [InlineData("sdmx")]
    [InlineData("csv")]
    public void NoTextOfATextFileBeginsAsAFormula(string format) => Always.Holds(GeneratedLedger.Any, ledger =>
    {
        var text = Encoding.UTF8.GetString(Bytes(ledger, format));

        Assert.All(CsvCells.Of(text).Where(c => !double.TryParse(c.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture, out _)), cell => Assert.DoesNotMatch(@"^[=+\-@\t\r\n＝＋－＠]", cell));
    }, 50);

    private static Filing Read(GeneratedLedger ledger, string format) =>
        Sent.Bytes(Bytes(ledger, format), $"{ledger.Organisation.Code}/{ledger.Period}/observations.{(format == "xlsx" ? "xlsx" : "csv")}", VietnamTime.MorningOf(ledger.Period.LastDay));

    private static byte[] Bytes(GeneratedLedger ledger, string format)
    {
        var catalogue = TheCatalogue.Default;
        var rows = ExtractRow.Of(ledger.Period, ledger.Organisation.Code, ledger.Observations, Closings.None, Sent.At, catalogue).ToList();
        return format switch
        {
            "sdmx" => Encoding.UTF8.GetBytes(SdmxCsv.Header + string.Concat(rows.Select(r => SdmxCsv.Line(r, catalogue)))),
            "csv" => Encoding.UTF8.GetBytes(ExtractCsv.Header + string.Concat(rows.Select(r => ExtractCsv.Line(r, catalogue)))),
            _ => ExtractWorkbook.Of(rows, catalogue),
        };
    }
}
