using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

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
    /// <summary>What is said to whoever sends a table without a header.</summary>
    public const string Expected = "indicator, value (chỉ tiêu, thực hiện)";

    private static readonly ReportColumn[] Needed = [ReportColumn.Indicator, ReportColumn.Value];

    /// <summary>The header that stands on <paramref name="row"/>, whole or with something missing; null where fewer than two columns are known.</summary>
    /// <param name="below">The next row, which may hold the lower half of the names.</param>
    public FoundHeader? At(GridRow row, GridRow? below)
    {
        var alone = Read(row, null);
        if (below is null || below.IsBlank || (alone is { IsReadable: true } && !IsLowerHalf(below, alone.Header)))
        {
            return alone;
        }

        // A title right above the header is no upper half of it.
        return !IsHeader(below) && Read(row, below) is { IsReadable: true } both ? both : alone;
    }

    private bool IsHeader(GridRow row) => Read(row, null) is { IsReadable: true };

    /// <summary>Nothing but names of columns, and none under the names of the indicators, which a merged cell covers.</summary>
    private bool IsLowerHalf(GridRow below, ReportHeader upper)
    {
        var names = below.Cells.Where(c => !c.IsEmpty).ToList();
        return below[upper.PlaceOf(ReportColumn.Indicator)].IsEmpty
            && (names.Count > 1 || names.Exists(c => c.Text.Any(char.IsLetter)))
            && names.TrueForAll(c => ColumnMeaning.Of(c.Text, context.Path.Period.Year) is not null);
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

    private FoundHeader? Read(GridRow row, GridRow? below)
    {
        var names = Names(row, below);
        var read = names.Select(Meaning).ToArray();
        if (!read.Any(m => m.Column is not null || m.Period is not null) || (names.Count(n => n[0].Length > 0) < 2 && below is null))
        {
            return null;
        }

        var faults = new List<Fault>();
        var columns = Columns(row, below, names, read, faults);
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

        if (read.Count(m => m.Column is not null) < 2 && faults.Count > 1)
        {
            return null;
        }

        var value = columns.FindIndex(c => c.Column == ReportColumn.Value);
        var found = new ReportHeader(sheet, isWorkbook, columns)
        {
            Unit = value >= 0 ? read[columns[value].Place].Unit : string.Empty,
            IsEstimate = value >= 0 && read[columns[value].Place].IsEstimate,
        };
        var isSheet = !hasCode || columns.Exists(c => c.Column == ReportColumn.Name) || names.Any(n => ColumnNames.IsOrdinal(Fold.Of(n[0])));
        return new FoundHeader(found, below is null ? 1 : 2, isSheet, names.Length, faults);
    }

    private List<(ReportColumn Column, int Place, string Name)> Columns(GridRow row, GridRow? below, string[][] names, ColumnMeaning[] read, List<Fault> faults)
    {
        var columns = new List<(ReportColumn Column, int Place, string Name)>();
        for (var i = 0; i < read.Length; i++)
        {
            var name = FaultKind.Quoted(names[i][0]);
            var number = below is not null && !below[i].IsEmpty ? below.Number : row.Number;
            var place = new Place(sheet, number, name, isWorkbook ? CellAddress.Of(number, i) : null);
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

    /// <summary>A year over the columns of a quarter says nothing against them, as in a title.</summary>
    private bool IsOfOwnFrequency(ColumnMeaning? meaning) => meaning?.Period?.Frequency == context.Path.Period.Frequency;

    private ColumnMeaning Meaning(string[] names)
    {
        var meanings = names.Select(n => ColumnMeaning.Of(n, context.Path.Period.Year)).ToArray();

        // Of "Kế hoạch" over "Quý I" and "Quý I" over "Thực hiện" only both together say which figures stand there.
        var whole = meanings is [{ } lower, var down, var up] ? lower.Period is not null ? down : IsOfOwnFrequency(up) ? up : null : null;
        return whole ?? Array.Find(meanings, m => m is not null) ?? new ColumnMeaning(null, null, names[0].Length == 0, string.Empty, false);
    }
}
