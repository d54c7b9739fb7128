using System.Text;
using DtPipeline.Answers.Annotated;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Grids.Packages;
using DtPipeline.Grids.Xlsx;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Catalogues;

/// <summary>A catalogue that was written as one workbook, as the files that it stands for.</summary>
public sealed class CatalogueSheets
{
    private const string Extension = ".csv";

    private readonly ReadOnlyMemory<byte> workbook;
    private readonly Dictionary<string, Sheet> sheets = new(StringComparer.Ordinal);

    private CatalogueSheets(ReadOnlyMemory<byte> workbook) => this.workbook = workbook;

    /// <summary>The files of its sheets, as CSV. A sheet of another name is the owner's own.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files =>
        sheets.ToDictionary(s => s.Key, s => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(s.Value.Text.ToString())), StringComparer.Ordinal);

    public static string NameOf(string file) => file[..^Extension.Length];

    public static bool IsWorkbook(ReadOnlyMemory<byte> content) => content.Span.StartsWith("PK"u8);

    /// <returns>Null where it is no workbook that can be read, or has no sheet of a catalogue; why is told.</returns>
    public static CatalogueSheets? Read(ReadOnlyMemory<byte> workbook, out string? why)
    {
        var source = new GridSource(new FaultList());
        var read = new CatalogueSheets(workbook);
        if (OfficeGuard.LetsIn(workbook, "XLSX", source))
        {
            foreach (var grid in XlsxReader.Grids(workbook, source).Where(g => !g.IsKeptOut && g.Name is not null))
            {
                var rows = grid.Rows.ToList();
                if (CatalogueReader.Files.FirstOrDefault(f => string.Equals(NameOf(f), grid.Name!.Trim(), StringComparison.OrdinalIgnoreCase)) is { } file)
                {
                    read.sheets[file] = Sheet.Of(grid.Name!, rows);
                }
            }
        }

        var faults = source.Faults.ToList();
        why = faults.FirstOrDefault(f => f.Severity == Severity.Error)?.Message.En
            ?? (read.sheets.Count == 0 ? $"No sheet is called like a file of a catalogue: expected at least one of {string.Join(", ", CatalogueReader.Files.Select(NameOf))}." : null);
        return why is null ? read : null;
    }

    /// <summary>The row of a sheet for the line of the file that it became.</summary>
    public CatalogueProblem Placed(CatalogueProblem problem) =>
        sheets.TryGetValue(problem.File, out var sheet) && sheet.RowOf.TryGetValue(problem.Line, out var row) ? problem with { Line = row } : problem;

    /// <summary>The owner's own workbook with what is wrong shown in it, as a report's faults are.</summary>
    /// <param name="problems">By rows: <see cref="Placed"/>.</param>
    /// <returns>Null where nothing is wrong, or the workbook cannot be written in.</returns>
    public byte[]? Marked(IReadOnlyList<CatalogueProblem> problems) =>
        problems.Count == 0 ? null : AnnotatedWorkbook.Of(workbook, [.. problems.Select(FaultOf)]);

    private Fault FaultOf(CatalogueProblem problem)
    {
        var message = new Bilingual(problem.Message, problem.Message);
        if (!sheets.TryGetValue(problem.File, out var sheet))
        {
            return new Fault(Place.WholeFile, problem.File, Severity.Error, null, null, message);
        }

        var column = Array.FindIndex(sheet.Header, h => h.Length > 0 && problem.Message.StartsWith($"{h} ", StringComparison.Ordinal));
        var place = column < 0
            ? new Place(sheet.Name, problem.Line, null)
            : new Place(sheet.Name, problem.Line, sheet.Header[column], new CellAddress(problem.Line, column + 1).ToString());
        return new Fault(place, problem.File, Severity.Error, null, null, message);
    }

    private sealed record Sheet(string Name, string[] Header, StringBuilder Text, Dictionary<int, int> RowOf)
    {
        /// <summary>Blank rows are left out, and cells behind the header: there is nothing in them.</summary>
        public static Sheet Of(string name, IEnumerable<GridRow> rows)
        {
            var sheet = new Sheet(name, [], new StringBuilder(), []);
            var line = 1;
            foreach (var row in rows.Where(r => !r.IsBlank))
            {
                if (sheet.Header.Length == 0)
                {
                    sheet = sheet with { Header = [.. row.Cells.Select(c => c.Text.Trim())] };
                }

                var width = Math.Max(sheet.Header.Length, Array.FindLastIndex(row.Cells, c => !c.IsEmpty) + 1);
                sheet.RowOf[line] = row.Number;
                var fields = Enumerable.Range(0, width).Select(i => Quoted(row[i].Text)).ToList();
                sheet.Text.AppendJoin(',', fields).Append('\n');
                line += 1 + fields.Sum(f => f.Count(c => c == '\n'));
            }

            return sheet;
        }

        private static string Quoted(string cell) =>
            cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
