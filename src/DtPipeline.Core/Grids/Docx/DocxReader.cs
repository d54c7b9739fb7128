using System.IO.Compression;
using DtPipeline.Faults;
using DtPipeline.Grids.Documents;
using DtPipeline.Grids.Packages;

namespace DtPipeline.Grids.Docx;

/// <summary>The tables of a Word report (DOCX), strict or not. Fields are read as they were last shown, and nothing that the document refers to is opened.</summary>
internal static class DocxReader
{
    private const string Name = "DOCX";

    /// <summary>Unpacked bytes of the text: its tables take up to five times as much.</summary>
    private const long MostBytes = 32L * 1_048_576;

    /// <param name="content">A document that <see cref="OfficeGuard"/> lets in.</param>
    public static IEnumerable<Grid> Grids(ReadOnlyMemory<byte> content, GridSource source) =>
        Damage.Guarded(() => Tables(content, source), source, Name) is { } tables ? tables.Grids() : [];

    private static DocumentTables? Tables(ReadOnlyMemory<byte> content, GridSource source)
    {
        using var zip = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
        var package = new OfficePackage(zip);
        var main = package.Main!;
        if (package.LengthOf(main) > MostBytes)
        {
            source.KeepOut(FaultKinds.FileTooLarge.At(source.Whole, $"{main}: {SizeText.Of(package.LengthOf(main))}", SizeText.Of(MostBytes)));
            return null;
        }

        var styles = DocxStyles.Read(package.Linked(main, "styles") is { } part ? package.Open(part) : null);
        var tables = new DocumentTables(source);
        using var xml = package.Open(main);
        new DocxTables(xml, styles, tables, source).Read();
        return tables;
    }
}
