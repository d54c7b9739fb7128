using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids.Pdf;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>What is kept beside a report and holds no figures: of a PDF its number and day are read, of a picture nothing.</summary>
internal static class EvidenceCheck
{
    public static CheckedReport Check(ReadOnlyMemory<byte> content, RecognisedFormat format, ReportPath path, string fileName, ReportingCatalogue catalogue)
    {
        var context = new ReadContext(path, catalogue, new FaultList());
        NamesOfFiles.Check(fileName, context);
        if (format.Format == ReportFormat.Pdf)
        {
            var lines = PdfReader.Read(content);
            context.Paper.Note(lines.Rows);
            if (lines.Trouble != PdfTrouble.None)
            {
                context.Faults.Add(FaultKinds.EvidenceNotRead.At(context.Whole, format.Name, lines.Why));
            }
        }

        return new CheckedReport([], context.Faults.ToList(), 0, 0, 0, 0) { IsEvidence = true, Paper = context.Paper.Reference };
    }
}
