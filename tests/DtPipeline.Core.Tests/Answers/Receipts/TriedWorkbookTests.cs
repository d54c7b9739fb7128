using DtPipeline.Answers.Receipts;

namespace DtPipeline.Core.Tests.Answers.Receipts;

/// <summary>The workbook that the README gives a newcomer to send and to mend.</summary>
public sealed class TriedWorkbookTests
{
    private const string Report = "P34-80/2025-Q3/bao-cao-quy-3.xlsx";

    [Fact]
    public void TwoOfItsCellsAreToBeMended()
    {
        var content = File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "try", Report));

        var faults = Sent.Bytes(content, Report, new DateTimeOffset(2025, 10, 10, 2, 0, 0, TimeSpan.Zero)).Report.Faults.Select(ReceiptFault.Of).ToList();

        Assert.Equal(["E13 value.not_number error: khoảng 41", "E22 value.out_of_range error: 138.4"], faults.Select(f => $"{f.Cell} {f.Code} {f.Severity}: {f.Found}"));
    }
}
