using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>Finds the tables of one sheet or text file, and gives their data rows: long, as a typical sheet, or wide by period.</summary>
internal sealed class TableLayout(ReadContext context, Grid grid)
{
    /// <summary>More rows than the header of any report is away from its top.</summary>
    private const int LookInto = 60;

    /// <summary>As many rows as a sheet can have; a bound on memory, not on reports.</summary>
    internal const int MostRows = 1_048_576;

    private readonly HeaderFinder finder = new(context, grid);
    private readonly TitleCheck titles = new(context, grid);
    private readonly FilledDown filled = new(grid.Merged);

    /// <summary>Whether a table was found, known when the rows have been read.</summary>
    public bool HasTable { get; private set; }

    /// <summary>Whether the sheet is one of several and holds another period; then nothing of it is read.</summary>
    public bool IsOfOtherPeriod { get; private set; }

    public IEnumerable<ReportRow> Rows()
    {
        using var rows = new RowsAhead(grid.Rows);
        var top = rows.LookAhead(LookInto);
        if (Locate(top) is not { } found || (grid.MayBeLayout && !found.Header.IsReadable))
        {
            context.Paper.Note(top);
            ReportMissing(top);
            yield break;
        }

        var (at, header) = found;
        HasTable = true;
        if (titles.IsOfOtherPeriod(top.Take(at)))
        {
            IsOfOtherPeriod = true;
            yield break;
        }

        titles.Check(top.Take(at));
        context.Paper.Note(grid.Opening.Select(line => new[] { line }));
        context.Paper.Note(top.Take(at));
        foreach (var fault in header.Faults)
        {
            context.Faults.Add(fault);
        }

        if (!header.IsReadable)
        {
            yield break;
        }

        var table = Table(header, top.Take(at));
        var passing = new PassedOver(context, header.IsSheet);
        var count = 0;
        var between = new Queue<GridRow>();
        rows.Skip(at + header.Rows);
        while (rows.Next() is { } row)
        {
            if (row.IsBlank)
            {
                continue;
            }

            if ((row.Damage ?? TooWide(row, header)) is { } damage)
            {
                count++;
                context.Faults.Add(damage);
                yield return new ReportRow(table, row with { Damage = damage });
                continue;
            }

            if (header.IsSheet && !HoldsFigure(row, table) && IsHeaderAgain(row) && finder.At([row, .. rows.LookAhead(HeaderFinder.LookInto)]) is { IsReadable: true } next)
            {
                header = next;
                table = Table(header, between, table.Unit);
                passing = new PassedOver(context, header.IsSheet);
                rows.Skip(header.Rows - 1);
                between.Clear();
                continue;
            }

            var data = new ReportRow(table, filled.Of(row, table));
            if (passing.Passes(data, row))
            {
                context.Passed.Rows++;
                if (passing.IsTotal && PassedOver.HasFigure(data))
                {
                    context.Faults.Add(FaultKinds.RowPassedOver.At(data.Whole, row.Cells.First(c => !c.IsEmpty).Text));
                }

                between.Enqueue(row);
                if (between.Count > LookInto)
                {
                    between.Dequeue();
                }

                continue;
            }

            between.Clear();
            if (count++ == MostRows)
            {
                context.Faults.Add(FaultKinds.FileTooManyRows.At(data.Whole, $"{row.Number}", $"{MostRows}"));
                yield break;
            }

            yield return data;
        }
    }

    /// <summary>The first row that names all that is needed; else the row that names the most columns.</summary>
    private (int At, FoundHeader Header)? Locate(IReadOnlyList<GridRow> top)
    {
        (int At, FoundHeader Header)? partial = null;
        for (var i = 0; i < top.Count; i++)
        {
            if (top[i].IsBlank || top[i].Damage is not null || finder.At([.. top.Skip(i).Take(HeaderFinder.LookInto)]) is not { } header)
            {
                continue;
            }

            if (header.IsReadable)
            {
                return (i, header);
            }

            partial = partial is null || header.Errors < partial.Value.Header.Errors ? (i, header) : partial;
        }

        return partial;
    }

    /// <summary>In text, a cell beyond the header is what a separator without quotes makes of a value.</summary>
    private Fault? TooWide(GridRow row, FoundHeader header) =>
        !grid.IsWorkbook && !grid.IsOfDocument && row.Cells.Length > header.Width && Array.Exists(row.Cells[header.Width..], c => !c.IsEmpty)
            ? FaultKinds.RowFields.At(new Place(grid.Sheet, row.Number, null), $"{row.Cells.Length}", $"{header.Width}")
            : null;

    private static bool HoldsFigure(GridRow row, ReportHeader table) => table.Values.Any(v => IsFigure(row[v.Place]));

    private static bool IsFigure(GridCell cell) => cell.Kind != CellKind.Text || (cell.Text.Length > 0 && !cell.Text.AsSpan().ContainsAnyExceptInRange('%', '9'));

    private static bool IsHeaderAgain(GridRow row)
    {
        var names = row.Cells.Where(c => c.Kind == CellKind.Text && c.Text.Length is > 1 and < 40).ToList();
        return names.Count > 1
            && names.Exists(c => ColumnNames.Find(Fold.Of(c.Text)) is ReportColumn.Name or ReportColumn.Indicator)
            && names.Count(c => HeaderLabel.Of(c.Text).IsKnown) > 1;
    }

    /// <summary>The unit said once above the table holds for it, and for the tables below it until another is said.</summary>
    private static ReportHeader Table(FoundHeader header, IEnumerable<GridRow> above, string unitBefore = "") =>
        header.Header.Unit.Length == 0 && (TitleCheck.UnitOf(above) is { Length: > 0 } said ? said : unitBefore) is { Length: > 0 } unit
            ? header.Header.With(unit)
            : header.Header;

    private void ReportMissing(IReadOnlyList<GridRow> top)
    {
        if (grid.MayBeLayout && !grid.IsOnly)
        {
            return;
        }

        if (top.All(r => r.IsBlank))
        {
            if (grid.IsOnly)
            {
                context.KeepOut(FaultKinds.FileEmpty.At(context.Whole));
            }

            return;
        }

        if (grid.IsOnly)
        {
            context.KeepOut(FaultKinds.HeaderMissing.At(new Place(grid.Sheet, null, null), expected: HeaderFinder.Expected));
        }
        else if (grid.Sheet != OwnSheets.Guide)
        {
            context.Faults.Add(FaultKinds.SheetWithoutTable.At(new Place(grid.Sheet, null, null), grid.Sheet));
        }
    }
}
