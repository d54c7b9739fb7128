using DtPipeline.Answers.Receipts;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Reading;

namespace DtPipeline.Answers.Excerpts;

/// <summary>A row of a sender's table.</summary>
/// <param name="Sheet">As places of faults name it; null for a plain text file.</param>
/// <param name="Row">Counted from 1 as an editor or spreadsheet shows it.</param>
/// <param name="Cells">From the first column on.</param>
/// <param name="More">How many cells behind them hold something and are not shown: a row shows at most <see cref="SheetExcerpt.MostCells"/>.</param>
public sealed record ExcerptRow(string? Sheet, int Row, bool IsHeader, IReadOnlyList<ExcerptCell> Cells, int More)
{
    /// <summary>Faults of the whole row, by their places in the receipt's list.</summary>
    public IReadOnlyList<int> Faults { get; init; } = [];
}

/// <param name="Text">As the sender wrote it, at most <see cref="SheetExcerpt.LongestText"/> characters.</param>
public sealed record ExcerptCell(string Text)
{
    /// <summary>Address in a workbook, such as <c>E7</c>; null elsewhere.</summary>
    public string? Cell { get; init; }

    /// <summary>The worst of its faults: <c>error</c>, <c>warning</c> or <c>info</c>; null where it has none.</summary>
    public string? Severity { get; init; }

    /// <summary>Its faults, by their places in the receipt's list; null where it has none.</summary>
    public IReadOnlyList<int>? Faults { get; init; }
}

/// <summary>The rows of a report's tables around its faults, with what stands above them as their header. A pure function of the bytes and the receipt.</summary>
public static class SheetExcerpt
{
    /// <summary>Of a row.</summary>
    public const int MostCells = 64;

    /// <summary>Of a cell, in characters.</summary>
    public const int LongestText = 200;

    /// <summary>Rows shown above and below a faulty one.</summary>
    public const int Around = 2;

    private const int HeaderWithin = 60;

    /// <param name="faults">Of the receipt; what it says of whole files and of sheets that are not there shows no row.</param>
    public static IEnumerable<ExcerptRow> Of(ReadOnlyMemory<byte> content, IReadOnlyList<ReceiptFault> faults)
    {
        var bySheet = faults.Index().Where(f => f.Item.Row is not null).ToLookup(f => f.Item.Sheet, StringComparer.Ordinal);
        foreach (var grid in ReportGrids.Of(content, new GridSource(new FaultList())))
        {
            var rows = bySheet[grid.Sheet].ToList() is { Count: > 0 } own ? RowsOf(grid, own) : [];
            foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<ExcerptRow> RowsOf(Grid grid, List<(int Index, ReceiptFault Fault)> faults)
    {
        var names = faults.Select(f => f.Fault.Column).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var byRow = faults.ToLookup(f => f.Fault.Row!.Value);
        var shown = faults.SelectMany(f => Enumerable.Range(f.Fault.Row!.Value - Around, (2 * Around) + 1)).ToHashSet();
        var last = shown.Max();
        var header = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in grid.Rows.TakeWhile(r => r.Number <= last))
        {
            var isHeader = row.Number <= HeaderWithin && !byRow.Contains(row.Number) && Array.Exists(row.Cells, c => names.Contains(c.Text));
            if (isHeader)
            {
                foreach (var (place, cell) in row.Cells.Index().Where(c => names.Contains(c.Item.Text)))
                {
                    header[cell.Text] = place;
                }
            }

            if (isHeader || shown.Contains(row.Number))
            {
                yield return RowOf(grid, row, isHeader, [.. byRow[row.Number]], header);
            }
        }
    }

    private static ExcerptRow RowOf(Grid grid, GridRow row, bool isHeader, IReadOnlyList<(int Index, ReceiptFault Fault)> faults, Dictionary<string, int> header)
    {
        int? PlaceOf(ReceiptFault fault) => CellAddress.Parse(fault.Cell) is { } address ? address.Column - 1
            : fault.Column is { } column && header.TryGetValue(column, out var place) ? place
            : null;
        var placed = faults.ToLookup(f => PlaceOf(f.Fault) is { } place and < MostCells ? place : -1);
        var width = Math.Min(MostCells, Math.Max(row.Cells.Length, placed.Max(p => (int?)p.Key + 1) ?? 0));
        var cells = Enumerable.Range(0, width).Select(i => new ExcerptCell(Cut(row[i].Text))
        {
            Cell = grid.IsWorkbook ? CellAddress.Of(row.Number, i) : null,
            Severity = placed[i].Select(f => f.Fault.Severity).OrderBy(s => s is "error" ? 0 : s is "warning" ? 1 : 2).FirstOrDefault(),
            Faults = placed[i].Any() ? [.. placed[i].Select(f => f.Index)] : null,
        });
        return new ExcerptRow(grid.Sheet, row.Number, isHeader, [.. cells], row.Cells.Skip(MostCells).Count(c => !c.IsEmpty)) { Faults = [.. placed[-1].Select(f => f.Index)] };
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 1), "…");
}
