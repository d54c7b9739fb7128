using DtPipeline.Checking;

namespace DtPipeline.Reading;

/// <summary>What a column of a report means, whatever its header says and wherever it stands.</summary>
public enum ReportColumn
{
    Indicator,
    Value,
    Organisation,
    Period,
    Unit,
    Status,
    Note,
    Numerator,
    Denominator,
}

/// <param name="Header">The column's header as written, for faults.</param>
public sealed record ReportCell(string Header, string Text);

/// <summary>One row of a report, whatever format and layout it came in: the cells as text by their meaning.</summary>
public sealed record ReportRow(string? Sheet, int Number, IReadOnlyDictionary<ReportColumn, ReportCell> Cells)
{
    public string Text(ReportColumn column) => Cells.TryGetValue(column, out var cell) ? cell.Text : string.Empty;

    public Place At(ReportColumn column) => new(Sheet, Number, Cells.TryGetValue(column, out var cell) ? cell.Header : null);

    public Place Whole => new(Sheet, Number, null);
}

/// <summary>What reading gives: the rows that could be read, and what could not. Any mixture of the two is possible.</summary>
/// <param name="FaultyRows">Data rows that could not be read as rows; each has a fault.</param>
public sealed record ReportTable(IReadOnlyList<ReportRow> Rows, IReadOnlyList<Fault> Faults, int FaultyRows)
{
    public static ReportTable Unreadable(Fault fault) => new([], [fault], 0);
}
