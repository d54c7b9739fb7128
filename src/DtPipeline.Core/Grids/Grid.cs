namespace DtPipeline.Grids;

/// <summary>Cells as they stand in a file: a sheet of a workbook, or a text as a whole.</summary>
/// <param name="Sheet">As places name it; null for a plain file.</param>
/// <param name="IsWorkbook">Whether people know its cells by addresses such as B7.</param>
/// <param name="IsOnly">Whether the file has no other.</param>
/// <param name="Rows">Read while they are asked for, and all of them before the next grid is.</param>
internal sealed record Grid(string? Sheet, bool IsWorkbook, bool IsOnly, IEnumerable<GridRow> Rows)
{
    /// <summary>Whether it is there and not read; why not is told.</summary>
    public bool IsKeptOut { get; private init; }

    /// <summary>Known before the first row is read.</summary>
    public IReadOnlyList<MergedArea> Merged { get; init; } = [];

    /// <summary>The name that people gave it, without the archive's member; null where it has none.</summary>
    public string? Name { get; init; }

    public static Grid KeptOut(string? sheet) => new(sheet, IsWorkbook: true, IsOnly: false, []) { IsKeptOut = true };

    /// <summary>The first lines of the document that it stands in, though much text lies between them and it.</summary>
    public IReadOnlyList<string> Opening { get; init; } = [];

    /// <summary>A table of a document, of which cells are no more than its author made, and not what separators left of a line.</summary>
    public bool IsOfDocument { get; init; }

    /// <summary>Narrow, without a figure, and of a document, where tables also place letterheads and signatures: without a header it is none of a report.</summary>
    public bool MayBeLayout { get; init; }
}
