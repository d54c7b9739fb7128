using System.Text;
using DtPipeline.Core.Tests.Grids.Pdf;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Checking;

public sealed class EvidenceCheckTests
{
    [Fact]
    public void OfAPaperThatOpensNothingIsTold()
    {
        var report = Sent.Bytes(PdfFile.Letter().Bytes()).Report;

        Assert.True(report.IsEvidence);
        Assert.Equal("123/BC-UBND", report.Paper.Number);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public void APaperThatCannotBeOpenedIsKeptAndTold()
    {
        var report = Sent.Bytes(Encoding.ASCII.GetBytes("%PDF-1.7\nnothing else\n")).Report;

        Assert.True(report.IsEvidence);
        Assert.Equal((0, Severity.Warning), (report.Errors, report.Faults[0].Severity));
        Expect.OneFault(
            report.Faults, "evidence.not_read", null, null,
            "Không mở được tệp PDF (bị hỏng) nên không đọc được số và ngày văn bản. Tệp vẫn được lưu làm bản ký.",
            "The PDF could not be opened (it is damaged), so that its number and date are not read. It is kept as evidence all the same.");
    }
}
