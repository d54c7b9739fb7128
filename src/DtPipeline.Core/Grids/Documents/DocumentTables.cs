using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DtPipeline.Faults;

namespace DtPipeline.Grids.Documents;

/// <summary>
/// The tables of a document as grids: each with the lines that stand above it, as the title of a sheet does, and a table that goes on in
/// another piece, on the next page, as one.
/// </summary>
internal sealed partial class DocumentTables(GridSource source)
{
    /// <summary>Lines above a table that may belong to it; a letterhead and a title have less.</summary>
    private const int MostLines = 24;

    /// <summary>A longer line is running text.</summary>
    private const int LongestLine = 300;

    private static readonly SearchValues<char> OfFigures = SearchValues.Create("0123456789.,%-+() \u00A0");

    private readonly List<string> lines = [];
    private readonly List<string> opening = [];
    private readonly List<Piece> tables = [];
    private bool isApart;

    /// <summary>Of all tables so far.</summary>
    public CellCount Cells { get; } = new();

    /// <summary>A paragraph between the tables.</summary>
    public void AddText(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        isApart |= text.Length > LongestLine || !Continued().IsMatch(text);
        if (text.Length <= LongestLine)
        {
            lines.Add(text);
            if (opening.Count < MostLines)
            {
                opening.Add(text);
            }

            if (lines.Count > MostLines)
            {
                lines.RemoveAt(0);
            }
        }
    }

    /// <param name="remarks">Told of when the table is read.</param>
    public void Add(SpannedTable table, SheetRemarks remarks)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        source.Budget.SpendSheet();
        if (table.IsCut)
        {
            source.Faults.Add(FaultKinds.FileDeclaredSize.At(source.Whole, $"{table.Rows.Count:N0} × {table.Width:N0}", "65,536 × 1,024"));
        }

        var hasFigure = table.Rows.Any(r => r.Exists(IsFigure));
        if (!isApart && tables.Count > 0 && tables[^1] is { HasFigure: true } last && last.Width == table.Width && table.Width > 1)
        {
            last.Merged.AddRange(table.Merged(last.Rows.Count));
            last.Rows.AddRange(table.Rows);
            last.Remarks.Add(remarks);
            return;
        }

        tables.Add(new Piece([.. lines], [.. table.Rows], table.Width, hasFigure, [remarks], [.. table.Merged(0)]));
        lines.Clear();
        isApart = false;
        if (!hasFigure && table.Width <= 2)
        {
            // A letterhead is often a table of two columns: what it says stands above the next one too.
            foreach (var cell in table.Rows.SelectMany(r => r).Where(c => !c.IsEmpty))
            {
                AddText(cell.Text);
            }
        }
    }

    public IEnumerable<Grid> Grids()
    {
        var number = 0;
        foreach (var table in tables)
        {
            number++;
            var name = tables.Count == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"Bảng {number}");
            yield return new Grid(source.SheetName(name), IsWorkbook: false, IsOnly: tables.Count == 1, Rows(table)) { IsOfDocument = true, MayBeLayout = !table.HasFigure && table.Width <= 2, Merged = table.Merged, Opening = opening };
        }
    }

    /// <summary>The name that the next table will have.</summary>
    public string NextName => string.Create(CultureInfo.InvariantCulture, $"Bảng {tables.Count + 1}");

    private static IEnumerable<GridRow> Rows(Piece table)
    {
        foreach (var line in table.Lines)
        {
            yield return new GridRow(0, [new GridCell(line)]);
        }

        var number = 0;
        foreach (var row in table.Rows)
        {
            yield return new GridRow(++number, [.. row]);
        }

        foreach (var remarks in table.Remarks)
        {
            remarks.TellCounted();
        }
    }

    private static bool IsFigure(GridCell cell) =>
        cell.Kind != CellKind.Text || (cell.Text.Any(char.IsAsciiDigit) && !cell.Text.AsSpan().ContainsAnyExcept(OfFigures));

    /// <summary>"Biểu 01 (tiếp theo)" between two pieces, or the number of a page.</summary>
    [GeneratedRegex(@"\(?\s*(tiếp theo|tiếp|continued)\s*\)?\s*$|^\W*\d{1,4}\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Continued();

    private sealed record Piece(List<string> Lines, List<List<GridCell>> Rows, int Width, bool HasFigure, List<SheetRemarks> Remarks, List<MergedArea> Merged);
}
