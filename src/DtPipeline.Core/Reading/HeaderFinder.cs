using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <param name="Rows">How many rows the header takes, up to four.</param>
/// <param name="IsSheet">The table looks like one made for people: names of indicators or an ordinal column.</param>
/// <param name="Faults">What is wrong with the header; an error keeps its table out.</param>
internal sealed record FoundHeader(ReportHeader Header, int Rows, bool IsSheet, int Width, IReadOnlyList<Fault> Faults)
{
    public int Errors => Faults.Count(f => f.Severity == Severity.Error);

    public bool IsReadable => Errors == 0;
}

/// <summary>Tells which rows of a sheet or file name the columns, and what each column is.</summary>
internal sealed class HeaderFinder(ReadContext context, Grid grid)
{
    /// <summary>What is said to whoever sends a table without a header.</summary>
    public const string Expected = "indicator, value (chỉ tiêu, thực hiện)";

    /// <summary>More rows than the largest header has, and some of the table below it.</summary>
    public const int LookInto = 12;

    private const int MostRows = 4;

    /// <summary>Filled cells of a row; a header of more is none that anybody wrote.</summary>
    private const int MostColumns = 1_024;

    private readonly HeaderRows stack = new(grid.Merged);

    /// <summary>The header that begins on the first of these rows, whole or with something missing; null where fewer than two columns are known.</summary>
    public FoundHeader? At(IReadOnlyList<GridRow> rows)
    {
        if (IsTooWide(rows[0]))
        {
            return null;
        }

        var best = Read(rows, 1);
        for (var count = 2; count <= Math.Min(MostRows, rows.Count) && Continues(rows, count - 1); count++)
        {
            // Where the lower row belongs to the header, what the upper one says alone is not what the columns hold.
            best = Read(rows, count) is { } more && (more.IsReadable || best is not { IsReadable: false } || more.Errors <= best.Errors) ? more : best;
        }

        return best;
    }

    /// <summary>Whether a row is a lower part of the header above it and neither data nor a header of its own.</summary>
    private bool Continues(IReadOnlyList<GridRow> rows, int at)
    {
        var row = rows[at];
        if (row.IsBlank || row.Damage is not null || IsTooWide(row) || HoldsFigures(row))
        {
            return false;
        }

        var above = rows.Take(at).ToList();
        var (labels, _) = stack.Of(above);
        var named = Enumerable.Range(0, labels.Count).Where(i => labels[i].Any(IsSubject)).ToList();
        if (named.Count > 0)
        {
            return named.TrueForAll(i => row[i].IsEmpty)
                && !Enumerable.Range(0, labels.Count).Any(i => !row[i].IsEmpty && labels[i].Any(IsApart))
                && (named.Exists(i => stack.IsMergedDown(row.Number, i)) || SaysMore(above, row));
        }

        // The names of the indicators stand on the lower row: what is above it is part of the header where it names columns, and else a title.
        var isOverColumns = above.SelectMany(r => r.Cells).Where(c => !c.IsEmpty).All(c => HeaderLabel.Of(c.Text).StandsOverOthers) && above[0][0].IsEmpty;
        return isOverColumns || (Read(rows, 1, at) is not { IsReadable: true } && above[0].Cells.Count(c => !c.IsEmpty) > 1);
    }

    /// <summary>Its cells stand where the row above is empty, or say something that headers say.</summary>
    private static bool SaysMore(List<GridRow> above, GridRow row)
    {
        var cells = row.Cells.Select((c, i) => (Cell: c, Column: i)).Where(c => !c.Cell.IsEmpty).ToList();
        if (cells is [var only] && IsYear(only.Cell.Text))
        {
            // Two years are headers; one may as well be a figure.
            return false;
        }

        var isKnown = cells.ToLookup(c => HeaderLabel.Of(c.Cell.Text).IsKnown);
        return (isKnown[true].Any() && isKnown[false].All(c => c.Cell.Text is ['(', .., ')']))
            || (cells.Count > 1 && cells.Exists(c => above.TrueForAll(a => a[c.Column].IsEmpty)) && !cells.Exists(c => NothingWords.IsMissing(c.Cell.Text) || NothingWords.IsNil(c.Cell.Text)));
    }

    private static bool IsSubject(HeaderLabel label) => label.Column is ReportColumn.Indicator or ReportColumn.Name || ColumnNames.IsOrdinal(Fold.Of(label.Text));

    /// <summary>Has no columns below it; a note right under "Ghi chú" is a note.</summary>
    private static bool IsApart(HeaderLabel label) => label.Column is ReportColumn.Note or ReportColumn.Unit or ReportColumn.Organisation or ReportColumn.Status;

    /// <summary>Years and days are headers; any other number is a value, or one of the numbers (1), (2), (3) of the columns.</summary>
    private static bool HoldsFigures(GridRow row)
    {
        var figures = row.Cells.Where(c => c.Kind is CellKind.Number or CellKind.Percent or CellKind.Error or CellKind.Formula || CellNumber.Of(c) is not null).ToList();
        return figures.Exists(c => !IsYear(c.Text));
    }

    private static bool IsTooWide(GridRow row) => row.Cells.Count(c => !c.IsEmpty) > MostColumns;

    private static bool IsYear(string text) => text.Length == 4 && text.StartsWith("20", StringComparison.Ordinal) && text.All(char.IsAsciiDigit);

    private FoundHeader? Read(IReadOnlyList<GridRow> rows, int count, int from = 0)
    {
        var header = rows.Skip(from).Take(count).ToList();
        if (header[0].Damage is not null || (count == 1 && header[0].Cells.Count(c => !c.IsEmpty) < 2))
        {
            return null;
        }

        var (labels, last) = stack.Of(header);
        var set = ColumnSet.Of(
            labels,
            context,
            (i, name) => new Place(grid.Sheet, last[i], name, grid.IsWorkbook ? CellAddress.Of(last[i], i) : null),
            i => !rows.Skip(from + count).Take(LookInto).Any(r => r.Damage is null && r[i].Kind != CellKind.Date && CellNumber.Of(r[i]) is not null && PeriodText.Whole(r[i].Text) is null));
        if (set.Known == 0 || labels.All(l => l.All(IsProse)))
        {
            return null;
        }

        var faults = set.Faults.ToList();
        faults.AddRange(Missing(set).Select(missing => FaultKinds.ColumnMissing.At(
            new Place(grid.Sheet, header[0].Number, null), string.Join(',', labels.Select(l => l.Count == 0 ? string.Empty : l[^1].Text)), missing)));
        if (count == 1 && set.Known < 2 && faults.Count > 1)
        {
            return null;
        }

        var isSheet = !set.HasCode || set.HasName || labels.Any(l => l.Any(o => ColumnNames.IsOrdinal(Fold.Of(o.Text))));
        return new FoundHeader(set.Header(grid.Sheet, grid.IsWorkbook), count, isSheet, labels.Count, faults);
    }

    /// <summary>Words that no header says, a period among them or not: "upload it to the folder P63-01/2023-Q2/".</summary>
    private static bool IsProse(HeaderLabel label) => label.Column is null && label.Words.Length > 0 && !label.IsPassedOver;

    private static IEnumerable<string> Missing(ColumnSet set)
    {
        if (!set.Has(ReportColumn.Indicator))
        {
            yield return "indicator";
        }

        if (!set.HasValues)
        {
            yield return "value";
        }
    }
}
