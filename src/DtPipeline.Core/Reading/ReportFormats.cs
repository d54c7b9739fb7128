using System.IO.Compression;
using DtPipeline.Grids;
using DtPipeline.Grids.Xls;

namespace DtPipeline.Reading;

internal enum ReportFormat
{
    /// <summary>Text: separated values, or JSON where it begins with a bracket.</summary>
    Text,
    Xlsx,
    Xls,
    Zip,

    /// <summary>Something known that holds no figures, such as a PDF.</summary>
    NoReport,
}

/// <param name="Name">As people call it.</param>
internal sealed record RecognisedFormat(ReportFormat Format, string Name)
{
    public bool IsReport => Format is not (ReportFormat.NoReport or ReportFormat.Zip);
}

/// <summary>Tells a file's format by its content and never by its name.</summary>
internal static class ReportFormats
{
    private static readonly (byte[] Begins, string Name)[] Others =
    [
        ("%PDF"u8.ToArray(), "PDF"),
        ("{\\rtf"u8.ToArray(), "RTF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ("GIF8"u8.ToArray(), "GIF"),
        ("Rar!"u8.ToArray(), "RAR"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7-Zip"),
        ([0x1F, 0x8B], "GZIP"),
        ("<html"u8.ToArray(), "HTML"),
        ("<!DOCTYPE html"u8.ToArray(), "HTML"),
        ("<?xml"u8.ToArray(), "XML"),
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

        foreach (var (begins, name) in Others)
        {
            if (bytes.StartsWith(begins))
            {
                return new RecognisedFormat(ReportFormat.NoReport, name);
            }
        }

        return new RecognisedFormat(ReportFormat.Text, "CSV");
    }

    private static RecognisedFormat Packed(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
            return zip.GetEntry("[Content_Types].xml") is null && zip.GetEntry("mimetype") is null ? new RecognisedFormat(ReportFormat.Zip, "ZIP")
                : zip.GetEntry("xl/workbook.xml") is not null ? new RecognisedFormat(ReportFormat.Xlsx, "XLSX")
                : zip.GetEntry("xl/workbook.bin") is not null ? new RecognisedFormat(ReportFormat.NoReport, "Excel (.xlsb)")
                : zip.GetEntry("word/document.xml") is not null ? new RecognisedFormat(ReportFormat.NoReport, "Word (.docx)")
                : zip.GetEntry("mimetype") is not null ? new RecognisedFormat(ReportFormat.NoReport, "OpenDocument")
                : new RecognisedFormat(ReportFormat.NoReport, "Office Open XML");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return new RecognisedFormat(ReportFormat.Zip, "ZIP");
        }
    }
}
