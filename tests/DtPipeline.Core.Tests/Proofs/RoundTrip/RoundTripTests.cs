using System.Globalization;
using DtPipeline.Checking;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

public sealed class RoundTripTests(ITestOutputHelper output)
{
    /// <summary>As many as a build has time for; <c>DTP_TABLES=10000</c> asks for more.</summary>
    private static int Tables => int.TryParse(Environment.GetEnvironmentVariable("DTP_TABLES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1_000;

    [Fact]
    public void WhateverFormatShapeEncodingAndNumbersATableIsWrittenInItIsReadAsItWasMeant()
    {
        var tally = new RoundTripTally();
        Always.Holds(
            ReportCases.All,
            report =>
            {
                var file = ReportFile.Of(report);
                Compare(report, file, Sent.Bytes(file.Content).Report, tally);
            },
            Tables);

        tally.Print(output.WriteLine);
        Assert.True(tally.Tables >= Tables);
        Assert.All(tally.Shares(), share => Assert.True(share.Read >= 0.9, $"{share.Of}: {share.Read:P1} of {share.Cells} cells read"));
    }

    private static void Compare(ReportCase report, ReportFile file, CheckedReport read, RoundTripTally tally)
    {
        tally.Tables++;
        var cells = read.Cells.ToDictionary(c => c.Indicator.Code, StringComparer.Ordinal);
        var errors = read.Faults.Where(f => f.Severity == Severity.Error).ToList();
        foreach (var meant in report.Cells)
        {
            var code = meant.Indicator.Code;
            if (cells.Remove(code, out var cell))
            {
                Assert.True(SaysWhatWasMeant(meant, cell), $"{code} was {meant.Saying} {meant.Value} and is {cell.Value} {cell.Status}");
            }
            else if (meant.Saying != Saying.Missing)
            {
                Assert.True(LossOf(code, errors, file) is not null, $"{code} is lost without a fault");
            }

            if (meant.Saying == Saying.Value && !file.Doubtful.Contains(code))
            {
                tally.Note(report, cell is not null ? null : LossOf(code, errors, file));
            }
        }

        Assert.True(cells.Count == 0, $"{string.Join(", ", cells.Keys)} came from nowhere");
    }

    /// <summary>The error in the cell's own row, or of the file as a whole.</summary>
    private static string? LossOf(string code, List<Fault> errors, ReportFile file) =>
        errors.Find(e => e.Place.Row == file.Rows[code])?.Code ?? errors.Find(e => e.Place.Column is null)?.Code;

    private static bool SaysWhatWasMeant(TrueCell meant, CheckedCell cell) => meant.Saying switch
    {
        Saying.Value => cell.Value == (double)meant.Value && cell.Status == ObservationStatus.Normal,
        Saying.Nil => cell.Value is null && cell.Status == ObservationStatus.Nil,
        _ => false,
    };
}
