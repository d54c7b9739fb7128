using DtPipeline.Texts;

namespace DtPipeline.Faults;

public enum Severity
{
    /// <summary>The cell, row or file is not stored.</summary>
    Error,

    /// <summary>Stored, but somebody should look at it.</summary>
    Warning,

    Info,
}

/// <summary>Where something stands in a report file.</summary>
/// <param name="Sheet">Sheet of a workbook or member of an archive; null for a plain text file.</param>
/// <param name="Row">Counted from 1 as an editor or spreadsheet shows it; null for the whole file.</param>
/// <param name="Column">The column's header as written; null for the whole row.</param>
/// <param name="Cell">Address in a workbook, such as <c>E7</c>; null elsewhere.</param>
public sealed record Place(string? Sheet, int? Row, string? Column, string? Cell = null)
{
    public static readonly Place WholeFile = new(null, null, null);
}

/// <summary>What is wrong with a file, a row or a cell: data about the report, for the person who sent it.</summary>
/// <param name="Found">What stands there, cut to 200 characters; null where nothing does.</param>
/// <param name="Expected">What should stand there, in English terms of the format.</param>
public sealed record Fault(Place Place, string Code, Severity Severity, string? Found, string? Expected, Bilingual Message);
