using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Core.Tests.Answers.Annotated;
using DtPipeline.Core.Tests.Proofs.RoundTrip;
using DtPipeline.Grids;

namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <summary>Every format that a table of the proofs is written in, by its name. A format more is a line more.</summary>
internal static class HeaderWriters
{
    public static readonly IReadOnlyDictionary<string, Func<HeaderTable, byte[]>> All = new Dictionary<string, Func<HeaderTable, byte[]>>(StringComparer.Ordinal)
    {
        ["xlsx"] = Workbook,
        ["xls"] = OldBook,
        ["ods"] = MarkupTables.OpenDocument,
        ["fods"] = MarkupTables.FlatOpenDocument,
        ["html"] = MarkupTables.Html,
        ["xml"] = MarkupTables.XmlSpreadsheet,
        ["docx"] = WordTables.Of,
        ["csv"] = Text,
    };

    private static byte[] Workbook(HeaderTable table)
    {
        var written = new WrittenTable();
        written.Rows.AddRange(table.Rows);
        return WorkbookFile.Of(written, sharesText: true, namesCells: true, Merge);

        void Merge(WorkbookPart workbook)
        {
            if (table.Merged.Count > 0)
            {
                var cells = table.Merged.Select(m => new MergeCell { Reference = $"{CellAddress.Of(m.FirstRow, m.FirstColumn)}:{CellAddress.Of(m.LastRow, m.LastColumn)}" });
                workbook.WorksheetParts.Single().Worksheet!.Append(new MergeCells(cells));
            }
        }
    }

    private static byte[] OldBook(HeaderTable table)
    {
        var book = new OldWorkbook().Sheet(WorkbookFile.SheetName);
        foreach (var (row, number) in table.Rows.Select((r, i) => (r, i + 1)))
        {
            foreach (var (cell, column) in row.Select((c, i) => (c, i + 1)).Where(c => c.c.Text.Length > 0))
            {
                _ = cell.Number is { } figure ? book.Number(number, column, (double)figure) : book.Text(number, column, cell.Text);
            }
        }

        foreach (var area in table.Merged)
        {
            book.Merge(area.FirstRow, area.LastRow, area.FirstColumn + 1, area.LastColumn + 1);
        }

        return book.ToFile();
    }

    private static byte[] Text(HeaderTable table) =>
        Encoding.UTF8.GetBytes(string.Concat(table.Rows.Select(r => string.Join(',', r.Select(c => c.Text.Contains(',', StringComparison.Ordinal) ? $"\"{c.Text}\"" : c.Text)) + "\n")));
}
