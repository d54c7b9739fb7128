using System.Text;
using CsvHelper;
using DtPipeline.Faults;

namespace DtPipeline.Grids.Csv;

/// <summary>CSV, TSV and their kin as rows of cells, read as they are asked for.</summary>
internal static class DelimitedText
{
    /// <summary>In characters; none takes more than three bytes. A quote that nobody closes is not to be held in memory.</summary>
    private const int LongestRow = 2_097_152;

    /// <summary>As many as the widest workbook has.</summary>
    private const int MostCells = 16_384;

    /// <param name="open">Opens the text from its beginning.</param>
    /// <param name="sheet">As places name it; null for a plain file.</param>
    public static IEnumerable<GridRow> Rows(Func<TextReader> open, string? sheet, char delimiter)
    {
        CsvMalformedRecord? broken = null;
        using var reader = CsvReader.Create(open(), new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = 3 * LongestRow,
            PoolStrings = true,
            OnMalformedRecord = record => broken = record,
        });
        Fault TooLong(long line) => FaultKinds.RowTooLong.At(new Place(sheet, (int)line, null), $"{LongestRow}", $"{MostCells}");

        for (; Read(reader, out var endless); broken = null)
        {
            if (endless is { } line)
            {
                yield return new GridRow((int)line, [], TooLong(line));
                yield break;
            }

            if (reader.LineNumber == 1 && Delimiter.IsDeclaration(Encoding.UTF8.GetString(reader.RawRecord)))
            {
                continue;
            }

            var damage = broken is { } quotes ? FaultKinds.RowQuotes.At(new Place(sheet, (int)reader.LineNumber, null), FieldAt(reader, quotes.ByteOffset))
                : reader.FieldCount > MostCells ? TooLong(reader.LineNumber)
                : null;
            yield return new GridRow((int)reader.LineNumber, damage is null ? Cells(reader) : [], damage);
        }
    }

    /// <param name="endless">The line on which a row starts that is too long to be read; nothing behind it is read.</param>
    private static bool Read(CsvReader reader, out long? endless)
    {
        endless = null;
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            endless = e.LineNumber;
            return true;
        }
    }

    private static GridCell[] Cells(CsvReader reader)
    {
        var cells = new GridCell[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new GridCell(RichText.Plain(reader.GetString(i)));
        }

        return cells;
    }

    /// <summary>The field of the current row that has a byte of the input in it, as it is written.</summary>
    private static string FieldAt(CsvReader reader, long offset)
    {
        var field = 0;
        var end = reader.ByteOffset + reader.GetRawSpan(0).Length;
        while (end < offset && field < reader.FieldCount - 1)
        {
            field++;
            end += 1 + reader.GetRawSpan(field).Length;
        }

        return Encoding.UTF8.GetString(reader.GetRawSpan(field));
    }
}
