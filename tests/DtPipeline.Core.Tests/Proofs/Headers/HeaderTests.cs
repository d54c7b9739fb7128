using System.Globalization;
using DtPipeline.Checking;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <summary>No figure is read wrong, whatever stands above it. <c>DTP_TABLES=10000</c> asks for as many tables of each format.</summary>
public sealed class HeaderTests(ITestOutputHelper output)
{
    private const double FewestRead = 0.95;

    public static TheoryData<string> Formats => new(HeaderWriters.All.Keys);

    /// <summary>As many as a build has time for.</summary>
    private static int Tables => int.TryParse(Environment.GetEnvironmentVariable("DTP_TABLES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 40;

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryValueStoredIsTheOneUnderThePathsPeriodOrTheCellIsAnError(string format)
    {
        var (read, meant) = (0, 0);
        Always.Holds(
            HeaderTables.All,
            table =>
            {
                var report = Sent.Bytes(HeaderWriters.All[format](table)).Report;
                var cells = report.Cells.ToDictionary(c => c.Indicator.Code, c => c.Value, StringComparer.Ordinal);
                foreach (var (row, truth) in table.Truth)
                {
                    var value = cells.GetValueOrDefault(truth.Code);
                    Assert.True(value is null || value == truth.Value, $"{truth.Code} is {truth.Value} and was read as {value}");
                    Assert.True(value is not null || IsTold(report, row, table.Truth.Keys.Min()), $"{truth.Code} is lost without a fault: {string.Join("; ", report.Faults.Select(f => $"{f.Place.Row} {f.Place.Column} {f.Code}"))}");
                    read += value is null ? 0 : 1;
                    meant += truth.Value is null ? 0 : 1;
                }
            },
            Tables);

        var share = (double)read / meant;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format}: {Tables} tables, {read} of {meant} values read, {share:P2}"));
        Assert.True(share >= FewestRead, string.Create(CultureInfo.InvariantCulture, $"{share:P2} read"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryRowBelowAHeaderIsCountedAmongTheRowsOrThosePassedOver(string format) => Always.Holds(
        RowTables.All,
        table =>
        {
            var report = Sent.Bytes(HeaderWriters.All[format](table)).Report;
            var below = table.Rows.Skip(1).Where(r => Array.Exists(r, c => c.Text.Length > 0)).ToList();
            Assert.Equal(below.Count, report.Rows + report.PassedOver);
            Assert.True(below.Count(r => r[RowTables.Value].Number is not null) <= report.Rows + report.Faults.Count(f => f.Code == FaultKinds.RowPassedOver.Code));
        },
        Tables);

    /// <summary>In its own row, or in the header.</summary>
    private static bool IsTold(CheckedReport report, int row, int first) =>
        report.Faults.Any(f => f.Severity == Severity.Error && (f.Place.Row == row || f.Place.Row < first || f.Place.Row is null));
}
