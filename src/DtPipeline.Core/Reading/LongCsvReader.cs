using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using DtPipeline.Checking;
using DtPipeline.Reading.Texts;

namespace DtPipeline.Reading;

/// <summary>CSV in long form: one row a value, columns known by their English names in any order and case.</summary>
internal static class LongCsvReader
{
    /// <summary>More rows than any form has by far; a bound on memory, not on reports.</summary>
    internal const int MostRows = 200_000;

    private static readonly Dictionary<string, ReportColumn> ColumnsByName =
        Enum.GetValues<ReportColumn>().ToDictionary(c => c.ToString(), StringComparer.OrdinalIgnoreCase);

    public static ReportTable Read(string text) => Read(new StringReader(text));

    /// <param name="text">Closed at the end.</param>
    public static ReportTable Read(TextReader text)
    {
        string? badData = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = bad => badData ??= bad.Field,
            IgnoreBlankLines = false,
        };
        using var parser = new CsvParser(text, configuration);
        var faults = new List<Fault>();

        var headerRow = 1;
        var found = parser.Read();
        while (found && IsBlank(parser.Record!))
        {
            headerRow = parser.RawRow + 1;
            found = parser.Read();
        }

        if (!found)
        {
            return ReportTable.Unreadable(FaultKinds.FileEmpty.At(Place.WholeFile));
        }

        var columns = ReadHeader(parser.Record!, headerRow, faults);
        if (faults.Exists(f => f.Severity == Severity.Error))
        {
            return new ReportTable([], faults, 0);
        }

        var rows = new List<ReportRow>();
        var faulty = 0;
        var start = parser.RawRow + 1;
        badData = null;
        for (; parser.Read(); start = parser.RawRow + 1, badData = null)
        {
            var record = parser.Record!;
            if (IsBlank(record))
            {
                continue;
            }

            var place = new Place(null, start, null);
            if (rows.Count + faulty == MostRows)
            {
                faults.Add(FaultKinds.FileTooManyRows.At(place, Count(start), Count(MostRows)));
                break;
            }

            if (badData is not null)
            {
                faults.Add(FaultKinds.RowQuotes.At(place, badData));
                faulty++;
            }
            else if (record.Length > columns.Count && record.Skip(columns.Count).Any(f => !string.IsNullOrWhiteSpace(f)))
            {
                faults.Add(FaultKinds.RowFields.At(place, Count(record.Length), Count(columns.Count)));
                faulty++;
            }
            else
            {
                rows.Add(ToRow(start, record, columns));
            }
        }

        if (rows.Count == 0 && faulty == 0)
        {
            faults.Add(FaultKinds.FileNoRows.At(Place.WholeFile));
        }

        return new ReportTable(rows, faults, faulty);
    }

    private static List<(string Header, ReportColumn? Column)> ReadHeader(string[] header, int row, List<Fault> faults)
    {
        var columns = new List<(string Header, ReportColumn? Column)>();
        foreach (var name in header.Select(CellText.Clean))
        {
            var known = ColumnsByName.TryGetValue(name, out var column);
            columns.Add((name, known ? column : null));
            if (known && columns.Count(c => c.Column == column) == 2)
            {
                faults.Add(FaultKinds.ColumnRepeated.At(new Place(null, row, name), name));
            }
            else if (!known && name.Length > 0)
            {
                faults.Add(FaultKinds.ColumnUnknown.At(new Place(null, row, name), name));
            }
        }

        foreach (var missing in new[] { ReportColumn.Indicator, ReportColumn.Value }.Where(m => !columns.Exists(c => c.Column == m)))
        {
            faults.Add(FaultKinds.ColumnMissing.At(new Place(null, row, null), string.Join(',', header), NameOf(missing)));
        }

        return columns;
    }

    private static ReportRow ToRow(int number, string[] record, List<(string Header, ReportColumn? Column)> columns)
    {
        var cells = new Dictionary<ReportColumn, ReportCell>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Column is { } column)
            {
                cells[column] = new ReportCell(columns[i].Header, i < record.Length ? CellText.Clean(record[i]) : string.Empty);
            }
        }

        return new ReportRow(null, number, cells);
    }

    private static bool IsBlank(string[] record) => Array.TrueForAll(record, string.IsNullOrWhiteSpace);

    private static string NameOf(ReportColumn column) => Enum.GetName(column)!.ToLowerInvariant();

    private static string Count(int n) => n.ToString(CultureInfo.InvariantCulture);
}
