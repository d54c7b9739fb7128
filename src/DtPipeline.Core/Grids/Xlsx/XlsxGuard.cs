using System.IO.Compression;
using DtPipeline.Faults;
using DtPipeline.Grids.Workbooks;

namespace DtPipeline.Grids.Xlsx;

/// <summary>Looks at the package of an XLSX before anything unpacks it for use: what keeps it out, and which cells the reader would not see.</summary>
internal static class XlsxGuard
{
    private const int MostParts = 2_000;
    private const long MostUnpacked = 400L * 1_048_576;
    private static readonly byte[] DocumentType = "<!DOCTYPE"u8.ToArray();
    private static readonly byte[] Formula = "<f"u8.ToArray();
    private static readonly byte[] PrefixedFormula = ":f"u8.ToArray();
    private static readonly byte[] Hidden = "hidden=\"true\""u8.ToArray();
    private static readonly byte[] ErrorType = "t=\"e\""u8.ToArray();

    /// <returns>Null where the workbook is kept out; the fault is told.</returns>
    public static WorkbookMarks? Inspect(ReadOnlyMemory<byte> content, GridSource source)
    {
        try
        {
            using var zip = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
            return Check(zip, source) is { } fault ? Keep(source, fault) : Marks(zip, source);
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return Keep(source, FaultKinds.FileCorrupt.At(source.Whole, "XLSX"));
        }
    }

    private static WorkbookMarks? Keep(GridSource source, Fault fault)
    {
        source.KeepOut(fault);
        return null;
    }

    private static Fault? Check(ZipArchive zip, GridSource source)
    {
        if (zip.Entries.Count > MostParts)
        {
            return FaultKinds.FileBomb.At(source.Whole, $"{zip.Entries.Count} parts", $"{MostParts} parts");
        }

        if (zip.Entries.Sum(e => e.Length) > MostUnpacked)
        {
            return FaultKinds.FileBomb.At(source.Whole, SizeText.Of(zip.Entries.Sum(e => e.Length)), SizeText.Of(MostUnpacked));
        }

        if (zip.Entries.FirstOrDefault(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) is { } macros)
        {
            return FaultKinds.FileMacros.At(source.Whole, macros.Name);
        }

        if (zip.Entries.FirstOrDefault(e => e.FullName.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase)) is { } link)
        {
            source.Faults.Add(FaultKinds.FileExternalLinks.At(source.Whole, link.FullName));
        }

        return null;
    }

    private static WorkbookMarks? Marks(ZipArchive zip, GridSource source)
    {
        var marks = new WorkbookMarks();
        var unpacked = 0L;
        var toScan = new List<ZipArchiveEntry>();
        foreach (var part in zip.Entries.Where(e => IsXml(e.FullName)))
        {
            var found = ByteScan.Look(part, MostUnpacked - unpacked, DocumentType, Formula, PrefixedFormula, ErrorType, Hidden);
            unpacked += found.Length;
            if (unpacked > MostUnpacked)
            {
                return Keep(source, FaultKinds.FileBomb.At(source.Whole, $"> {SizeText.Of(MostUnpacked)}", SizeText.Of(MostUnpacked)));
            }

            if (found.Has(0))
            {
                return Keep(source, FaultKinds.FileDocumentType.At(source.Whole, part.FullName));
            }

            if (found.Has(1) || found.Has(2) || found.Has(3) || found.Has(4))
            {
                toScan.Add(part);
            }
        }

        // Only now is it known that no part declares a document type, and may be read as XML.
        var sheets = XlsxParts.Sheets(zip);
        foreach (var part in toScan)
        {
            if (sheets.TryGetValue(part.FullName, out var name))
            {
                XlsxCellScan.Find(part, name, marks);
            }
        }

        return marks;
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
