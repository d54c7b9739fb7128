using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <summary>A table in a Word document.</summary>
internal static class WordTables
{
    public static byte[] Of(HeaderTable table)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var rows = SpannedCells.Of(table).Select(cells => new TableRow(Cells([.. cells])));
            document.AddMainDocumentPart().Document = new Document(new Body(new Table(rows), new Paragraph()));
        }

        return bytes.ToArray();
    }

    /// <summary>Word leaves out what a cell covers beside it, and writes a cell of each row for what it covers below.</summary>
    private static IEnumerable<TableCell> Cells(IReadOnlyList<SpannedCell> cells)
    {
        for (var column = 0; column < cells.Count; column += cells[column].Columns)
        {
            var cell = cells[column];
            var form = new TableCellProperties();
            if (cell.Columns > 1)
            {
                form.Append(new GridSpan { Val = cell.Columns });
            }

            if (cell.Rows > 1)
            {
                form.Append(new VerticalMerge { Val = cell.IsBelow ? MergedCellValues.Continue : MergedCellValues.Restart });
            }

            yield return new TableCell(form, new Paragraph(new Run(new Text(cell.Cell.Text) { Space = SpaceProcessingModeValues.Preserve })));
        }
    }
}
