using DtPipeline.Checking;
using DtPipeline.Reading.Grids;
using DtPipeline.Reading.Texts;

namespace DtPipeline.Reading.Layouts;

/// <param name="Rows">How many rows the header takes: one, or two where merged cells stand above the names.</param>
/// <param name="IsSheet">The table looks like one made for people: names of indicators or an ordinal column.</param>
/// <param name="Faults">What is wrong with the header; an error keeps its table out.</param>
internal sealed record FoundHeader(ReportHeader Header, int Rows, bool IsSheet, int Width, IReadOnlyList<Fault> Faults)
{
    public bool IsReadable => !Faults.Any(f => f.Severity == Severity.Error);
}

/// <summary>Tells which row of a sheet or file names the columns, and what each column is.</summary>
internal sealed class HeaderFinder(ReadContext context, string? sheet, bool isWorkbook)
{
    private static readonly ReportColumn[] Needed = [ReportColumn.Indicator, ReportColumn.Value];

    /// <summary>The header that stands on <paramref name="row"/>, whole or with something missing; null where fewer than two columns are known.</summary>
    /// <param name="below">The next row, which may hold the lower half of the names.</param>
    public FoundHeader? At(GridRow row, GridRow? below)
    {
        var alone = Read(row, Names(row, null), 1);
        if (alone is { IsReadable: true } || below is null || below.IsBlank)
        {
            return alone;
        }

        return Read(row, Names(row, below), 2) is { IsReadable: true } both ? both : alone;
    }

    private static string[][] Names(GridRow row, GridRow? below)
    {
        var width = Math.Max(row.Cells.Length, below?.Cells.Length ?? 0);
        var names = new string[width][];
        var over = string.Empty;
        for (var i = 0; i < width; i++)
        {
            var top = Healthy(row[i].Text);
            var sub = Healthy(below?[i].Text ?? string.Empty);
            over = top.Length > 0 || sub.Length == 0 ? top : over;
            names[i] = sub.Length == 0 ? [top] : over.Length == 0 ? [sub] : [sub, $"{over} {sub}", $"{sub} {over}"];
        }

        return names;
    }

    private static string Healthy(string header) => Mojibake.Find(header) ?? header;

    private FoundHeader? Read(GridRow row, string[][] names, int rows)
    {
        var read = names.Select(Meaning).ToArray();
        if (!read.Any(m => m.Column is not null || m.Period is not null) || (names.Count(n => n[0].Length > 0) < 2 && rows == 1))
        {
            return null;
        }

        var faults = new List<Fault>();
        var columns = Columns(row, names, read, faults);
        var hasCode = columns.Exists(c => c.Column == ReportColumn.Indicator);
        if (!hasCode && columns.FindIndex(c => c.Column == ReportColumn.Name) is >= 0 and var name)
        {
            columns[name] = columns[name] with { Column = ReportColumn.Indicator };
        }

        foreach (var missing in Needed.Where(m => !columns.Exists(c => c.Column == m) && !(m == ReportColumn.Value && columns.Exists(c => c.Column == ReportColumn.Cumulative))))
        {
            var header = string.Join(',', names.Select(n => n[0]));
            faults.Add(FaultKinds.ColumnMissing.At(new Place(sheet, row.Number, null), header, Enum.GetName(missing)!.ToLowerInvariant()));
        }

        if (columns.Count < 2 && faults.Count > 1)
        {
            return null;
        }

        var value = columns.FindIndex(c => c.Column == ReportColumn.Value);
        var header2 = new ReportHeader(sheet, isWorkbook, columns)
        {
            Unit = value >= 0 ? read[columns[value].Place].Unit : string.Empty,
            IsEstimate = value >= 0 && read[columns[value].Place].IsEstimate,
        };
        var isSheet = !hasCode || columns.Exists(c => c.Column == ReportColumn.Name) || names.Any(n => ColumnNames.IsOrdinal(Fold.Of(n[0])));
        return new FoundHeader(header2, rows, isSheet, names.Length, faults);
    }

    private List<(ReportColumn Column, int Place, string Name)> Columns(GridRow row, string[][] names, ColumnMeaning[] read, List<Fault> faults)
    {
        var columns = new List<(ReportColumn Column, int Place, string Name)>();
        for (var i = 0; i < read.Length; i++)
        {
            var name = FaultKind.Quoted(names[i][0]);
            var place = new Place(sheet, row.Number, name, isWorkbook ? CellAddress.Of(row.Number, i) : null);
            var column = read[i].Period is { } period && period != context.Path.Period ? null : read[i].Column;
            if (read[i].Period is not null && column is null)
            {
                faults.Add(FaultKinds.ColumnOtherPeriod.At(place, name, context.Path.Period.ToString()));
            }
            else if (column is { } known && columns.Exists(c => c.Column == known))
            {
                if (known != ReportColumn.Note && known != ReportColumn.Name)
                {
                    faults.Add(FaultKinds.ColumnRepeated.At(place, name));
                }
            }
            else if (column is { } first)
            {
                columns.Add((first, i, name));
            }
            else if (name.Length > 0 && !read[i].IsPassedOver)
            {
                faults.Add(FaultKinds.ColumnUnknown.At(place, name));
            }
        }

        return columns;
    }

    private ColumnMeaning Meaning(string[] names)
    {
        foreach (var name in names)
        {
            if (ColumnMeaning.Of(name, context.Path.Period.Year) is { } meaning)
            {
                return meaning;
            }
        }

        return new ColumnMeaning(null, null, names[0].Length == 0, string.Empty, false);
    }
}
