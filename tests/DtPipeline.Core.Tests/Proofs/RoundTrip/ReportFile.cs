using System.IO.Compression;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>A case as the bytes that arrive, and where each of its cells stands in them.</summary>
/// <param name="Rows">By indicator, counted as the receipt counts.</param>
/// <param name="Doubtful">Indicators whose number can be read in two ways.</param>
internal sealed record ReportFile(byte[] Content, IReadOnlyDictionary<string, int> Rows, IReadOnlySet<string> Doubtful)
{
    public static ReportFile Of(ReportCase report)
    {
        var random = new Random(report.Seed);
        var encoding = report.IsText ? report.Encoding : TextEncoding.Utf8;
        var values = new ValueWriter(report.Numbers, random, text => TextFile.IsCodable(text, encoding));
        if (report.Format is FileFormat.JsonArray or FileFormat.JsonEnvelope or FileFormat.NdJson)
        {
            var doubtful = new HashSet<string>(StringComparer.Ordinal);
            var (content, rows) = JsonFile.Of(report, values, doubtful);
            return new ReportFile(content, rows, doubtful);
        }

        var table = report.Format is FileFormat.SdmxCsv1 or FileFormat.SdmxCsv2 ? SdmxTable.Of(report) : new TableShapes(report, values, random).Write();
        if (report.IsWorkbook)
        {
            var workbook = WorkbookFile.Of(table, report.Format != FileFormat.XlsxInline, random.Next(4) > 0);
            var places = report.Cells.ToDictionary(c => c.Indicator.Code, c => table.PlaceOf(c.Indicator.Code) + 1, StringComparer.Ordinal);
            return new ReportFile(report.Format == FileFormat.ZippedXlsx ? Zip(workbook, "số liệu.xlsx") : workbook, places, table.Doubtful);
        }

        var delimiter = report.Format switch { FileFormat.Semicolons => ';', FileFormat.Tabs => '\t', _ => ',' };
        var text = TextFile.Of(table, delimiter, report.Format == FileFormat.QuotedCsv, encoding, random.Next(2) == 0 ? "\n" : "\r\n");
        var lines = report.Cells.ToDictionary(c => c.Indicator.Code, c => text.Lines[table.PlaceOf(c.Indicator.Code)], StringComparer.Ordinal);
        return new ReportFile(report.Format == FileFormat.ZippedCsv ? Zip(text.Content, "số liệu.csv") : text.Content, lines, table.Doubtful);
    }

    private static byte[] Zip(byte[] content, string name)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var member = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            member.Write(content);
        }

        return bytes.ToArray();
    }
}
