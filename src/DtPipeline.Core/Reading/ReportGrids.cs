using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Grids.Csv;
using DtPipeline.Grids.Docx;
using DtPipeline.Grids.Html;
using DtPipeline.Grids.OpenDocument;
using DtPipeline.Grids.Packages;
using DtPipeline.Grids.Workbooks;
using DtPipeline.Grids.Xls;
using DtPipeline.Grids.Xlsx;
using DtPipeline.Grids.XmlSpreadsheet;
using DtPipeline.Grids.Zip;

namespace DtPipeline.Reading;

/// <summary>The sheets of a file, each format opened by its own class.</summary>
internal static class ReportGrids
{
    /// <summary>Cells as they stand, before anybody knows what they mean: of every sheet, of every member of an archive, of a text as a whole. JSON has none.</summary>
    public static IEnumerable<Grid> Of(ReadOnlyMemory<byte> content, GridSource source)
    {
        if (content.IsEmpty)
        {
            return [];
        }

        var format = ReportFormats.Recognise(content);
        return format.Format switch
        {
            ReportFormat.Zip when source.Member is null => ZipMembers.Of(content, source).SelectMany(m => Of(m.Content, source with { Member = FaultKind.Quoted(m.Name) })),
            ReportFormat.Text => OfText(ReportText.Decode(content), source) is { } grid ? [grid] : [],
            _ => Opened(content, format, source).Where(g => !g.IsKeptOut),
        };
    }

    /// <summary>Sheets of a workbook, tables of a document; none of what is neither.</summary>
    public static IEnumerable<Grid> Opened(ReadOnlyMemory<byte> content, RecognisedFormat format, GridSource source) => format.Format switch
    {
        ReportFormat.Xls => XlsGuard.Inspect(content, source) is { } marks ? WorkbookReader.Grids(ContentStream.Of(content), format.Name, source, marks) : [],
        ReportFormat.Xlsx => OfficeGuard.LetsIn(content, format.Name, source) ? XlsxReader.Grids(content, source) : [],
        ReportFormat.Docx => OfficeGuard.LetsIn(content, format.Name, source) ? DocxReader.Grids(content, source) : [],
        ReportFormat.Ods => OfficeGuard.LetsIn(content, format.Name, source) ? OdsReader.Grids(content, source) : [],
        ReportFormat.FlatOds => OdsReader.FlatGrids(content, source),
        ReportFormat.XmlSpreadsheet => XmlSpreadsheetReader.Grids(content, source),
        ReportFormat.Html => HtmlReader.Grids(content, source),
        ReportFormat.WebArchive => WebArchive.Grids(content, source),
        _ => [],
    };

    /// <returns>Null for text that cannot be decoded, and for JSON.</returns>
    public static Grid? OfText(ReportText text, GridSource source)
    {
        if (text.Fault is not null || IsJson(text))
        {
            return null;
        }

        var sheet = source.SheetName(null);
        var open = QuotedLines.Without(text.Open);
        return new Grid(sheet, IsWorkbook: false, IsOnly: true, DelimitedText.Rows(open, sheet, Delimiter.Of(open)));
    }

    public static bool IsJson(ReportText text)
    {
        using var reader = text.Open();
        var c = reader.Read();
        while (c >= 0 && (char.IsWhiteSpace((char)c) || c == '\uFEFF'))
        {
            c = reader.Read();
        }

        return c is '[' or '{';
    }
}
