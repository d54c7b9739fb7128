using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Grids.Csv;

/// <summary>CSV, TSV and their kin as rows of cells, read as they are asked for.</summary>
internal static class DelimitedText
{
    private const char Bom = '\uFEFF';
    private const int LongestRow = 2_097_152;

    /// <summary>As many as the widest workbook has.</summary>
    private const int MostCells = 16_384;

    /// <param name="open">Opens the text from its beginning.</param>
    /// <param name="sheet">As places name it; null for a plain file.</param>
    public static IEnumerable<GridRow> Rows(Func<TextReader> open, string? sheet, char delimiter)
    {
        string? badData = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = bad => badData ??= bad.Field,
            IgnoreBlankLines = false,
        };
        using var text = new BoundedText(open(), LongestRow);
        using var parser = new CsvParser(text, configuration);
        for (var start = 1; parser.Read(); start = parser.RawRow + 1, badData = null)
        {
            if ((start == 1 && Delimiter.IsDeclaration(parser.RawRecord)) || (parser.Count == 1 && parser[0].Length == 0 && badData is null && !text.IsCut))
            {
                text.BeginRow();
                continue;
            }

            text.BeginRow();
            if (text.IsCut || parser.Count > MostCells)
            {
                yield return new GridRow(start, [], badData is null ? FaultKinds.RowTooLong.At(new Place(sheet, start, null), $"{LongestRow}", $"{MostCells}") : FaultKinds.RowQuotes.At(new Place(sheet, start, null), badData));
                if (text.IsCut)
                {
                    yield break;
                }

                continue;
            }

            var cells = new GridCell[parser.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = new GridCell(CellText.Clean(start == 1 && i == 0 ? parser[i].TrimStart(Bom) : parser[i]));
            }

            yield return new GridRow(start, cells, badData is null ? null : FaultKinds.RowQuotes.At(new Place(sheet, start, null), badData));
        }
    }
}
