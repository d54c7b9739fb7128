using System.IO.Compression;
using DtPipeline.Grids;
using DtPipeline.Grids.Packages;
using DtPipeline.Grids.Xls;

namespace DtPipeline.Reading;

internal enum ReportFormat
{
    /// <summary>Text: separated values, or JSON where it begins with a bracket.</summary>
    Text,
    Xlsx,
    Xls,

    /// <summary>OpenDocument spreadsheet, packed.</summary>
    Ods,

    /// <summary>OpenDocument spreadsheet in one document of XML.</summary>
    FlatOds,

    /// <summary>XML Spreadsheet 2003.</summary>
    XmlSpreadsheet,
    Html,

    /// <summary>A web archive: HTML in a message.</summary>
    WebArchive,
    Docx,
    Zip,
    Pdf,

    /// <summary>A scan or photograph.</summary>
    Picture,

    /// <summary>Something known that holds no figures, and is no evidence of any, such as a RAR archive.</summary>
    NoReport,
}

/// <param name="Name">As people call it.</param>
internal sealed record RecognisedFormat(ReportFormat Format, string Name)
{
    public bool IsReport => Format is not (ReportFormat.NoReport or ReportFormat.Zip) && !IsEvidence;

    /// <summary>A signed paper may look like this: kept beside the report.</summary>
    public bool IsEvidence => Format is ReportFormat.Pdf or ReportFormat.Picture;
}

/// <summary>Tells a file's format by its content and never by its name.</summary>
internal static class ReportFormats
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly (byte[] Begins, string Name)[] Others =
    [
        ("{\\rtf"u8.ToArray(), "RTF"),
        ("GIF8"u8.ToArray(), "GIF"),
        ("Rar!"u8.ToArray(), "RAR"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7-Zip"),
        ([0x1F, 0x8B], "GZIP"),
        ("BZh"u8.ToArray(), "BZIP2"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "XZ"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"),
        ("MSCF"u8.ToArray(), "CAB"),
        ("PK\x07\x08"u8.ToArray(), "ZIP in several parts"),
        ([0x09, 0x00, 0x04, 0x00], "Excel 2 (.xls)"),
        ([0x09, 0x02, 0x06, 0x00], "Excel 3 (.xls)"),
        ([0x09, 0x04, 0x06, 0x00], "Excel 4 (.xls)"),
    ];

    public static RecognisedFormat Recognise(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (CompoundFile.Is(bytes))
        {
            return new RecognisedFormat(ReportFormat.Xls, "XLS");
        }

        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
        {
            return Packed(content);
        }

        if (EvidenceFormats.Recognise(bytes) is { } evidence)
        {
            return evidence;
        }

        foreach (var (begins, name) in Others)
        {
            if (bytes.StartsWith(begins))
            {
                return new RecognisedFormat(ReportFormat.NoReport, name);
            }
        }

        return MarkedText.Recognise(bytes) ?? new RecognisedFormat(ReportFormat.Text, "CSV");
    }

    private static RecognisedFormat Packed(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
            return zip.GetEntry("mimetype") is { } type ? Document(type)
                : zip.Entries.Any(e => e.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)) ? Office(new OfficePackage(zip))
                : new RecognisedFormat(ReportFormat.Zip, "ZIP");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException or System.Xml.XmlException)
        {
            return new RecognisedFormat(ReportFormat.Zip, "ZIP");
        }
    }

    private static RecognisedFormat Office(OfficePackage package) => package.MainElement() switch
    {
        "workbook" => new RecognisedFormat(ReportFormat.Xlsx, "XLSX"),
        "document" => new RecognisedFormat(ReportFormat.Docx, "DOCX"),
        "presentation" => new RecognisedFormat(ReportFormat.NoReport, "PowerPoint (.pptx)"),
        "binary" => new RecognisedFormat(ReportFormat.NoReport, "Excel (.xlsb)"),
        _ when package.Main?.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase) == true => new RecognisedFormat(ReportFormat.Xlsx, "XLSX"),
        _ when package.Main?.EndsWith("document.xml", StringComparison.OrdinalIgnoreCase) == true => new RecognisedFormat(ReportFormat.Docx, "DOCX"),
        _ => new RecognisedFormat(ReportFormat.NoReport, "Office Open XML"),
    };

    private static RecognisedFormat Document(ZipArchiveEntry mimetype)
    {
        var type = new byte[128];
        using var content = mimetype.Open();
        var name = System.Text.Encoding.ASCII.GetString(type, 0, content.ReadAtLeast(type, type.Length, throwOnEndOfStream: false)).Trim();
        return OfOpenDocument(name, string.Empty, ReportFormat.Ods);
    }

    /// <param name="type">Such as <c>application/vnd.oasis.opendocument.spreadsheet</c>.</param>
    /// <param name="flat">Written in front of the ending where the document is not packed.</param>
    internal static RecognisedFormat OfOpenDocument(string type, string flat, ReportFormat spreadsheet)
    {
        var kind = type.StartsWith(OpenDocument, StringComparison.Ordinal) ? type[OpenDocument.Length..] : string.Empty;
        return kind is "spreadsheet" or "spreadsheet-template" ? new RecognisedFormat(spreadsheet, flat.Length > 0 ? "FODS" : "ODS")
            : kind.StartsWith("text", StringComparison.Ordinal) ? new RecognisedFormat(ReportFormat.NoReport, $"OpenDocument (.{flat}odt)")
            : new RecognisedFormat(ReportFormat.NoReport, "OpenDocument");
    }
}
