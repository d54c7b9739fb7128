namespace DtPipeline.Answers.Views;

/// <param name="Id">Within the view.</param>
/// <param name="Kind">
/// <c>list</c>; <c>matrix</c>, whose first column and header stay in sight and whose cells are told by mark and class alone, their text read out; or <c>sheet</c>,
/// a part of a spreadsheet with its own row numbers and column letters.
/// </param>
public sealed record ViewTable(string Id, string Kind, string Title, IReadOnlyList<ViewColumn> Columns, IReadOnlyList<ViewRow> Rows)
{
    /// <summary>Why there are no rows, and what will fill them; null where there are some.</summary>
    public string? Empty { get; init; }

    /// <summary>Of a table in which some rows are grouped: the groups in their order; the rows of one stand together.</summary>
    public IReadOnlyList<ViewGroup> Groups { get; init; } = [];

    /// <summary>What may be done with rows, where anything may.</summary>
    public IReadOnlyList<ViewAction> Actions { get; init; } = [];

    /// <summary>Address of the view with the rows that follow; null on the last page.</summary>
    public string? Next { get; init; }

    /// <param name="column">Key of one of the columns.</param>
    internal ViewCell Cell(ViewRow row, string column) => row.Cells[Columns.Index().First(c => c.Item.Key == column).Index];
}

/// <param name="Unit">Stands in the header, and not in the cells.</param>
/// <param name="Align"><c>start</c>, <c>center</c> or <c>end</c>.</param>
/// <param name="Sort"><c>text</c>, <c>number</c>, or <c>none</c> where an order would say nothing.</param>
public sealed record ViewColumn(string Key, string Label, string? Unit = null, string Align = "start", string Sort = "text")
{
    public string? Href { get; init; }
}

/// <summary>Rows that say the same of several: shown as one line that opens.</summary>
/// <param name="Key">As in <see cref="ViewRow.Group"/>.</param>
public sealed record ViewGroup(string Key, string Label, int Count, string? Class = null, string? Mark = null);

/// <param name="Key">
/// Of an alert <c>{organisation}/{key}</c>, as the API takes it; of what is owed <c>{organisation}/{period}/{form}</c>; else whatever tells the row from the
/// others.
/// </param>
/// <param name="Cells">As many as there are columns.</param>
public sealed record ViewRow(string Key, IReadOnlyList<ViewCell> Cells)
{
    public string? Href { get; init; }

    public string? Group { get; init; }

    /// <summary>Those of <see cref="ViewTable.Actions"/> that this row allows, by name.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];
}

/// <param name="Text">As people read it. Never empty where the cell has a class.</param>
public sealed record ViewCell(string Text)
{
    /// <summary>By which the column is sorted in place of the text; null sorts last.</summary>
    public double? Value { get; init; }

    /// <summary>For style sheets: of the legend.</summary>
    public string? Class { get; init; }

    /// <summary>Shown with the class: of the legend.</summary>
    public string? Mark { get; init; }

    /// <summary>To what it is made of: an address of the page, or of the API where a file is served.</summary>
    public string? Href { get; init; }

    /// <summary>More of it, in words.</summary>
    public string? Title { get; init; }
}

/// <param name="Name"><c>acknowledge</c>, <c>snooze</c>, <c>confirm</c> or <c>reopen</c>, as the API takes it.</param>
/// <param name="NeedsNote">The reason must be given.</param>
/// <param name="NeedsUntil">The moment must be given.</param>
public sealed record ViewAction(string Name, string Label, bool NeedsNote, bool NeedsUntil);
