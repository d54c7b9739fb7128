using System.Globalization;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Grids;

/// <summary>What is said once of a sheet, whatever its format: what of it was not read, and in which old fonts it is written.</summary>
/// <param name="sheet">As places name it.</param>
/// <param name="isWorkbook">Whether people know its cells by addresses such as B7.</param>
internal sealed class SheetRemarks(string? sheet, GridSource source, bool isWorkbook = true)
{
    private readonly HashSet<int> hiddenColumns = [];
    private readonly HashSet<string> encodings = new(StringComparer.Ordinal);
    private int hiddenRows;
    private int firstHiddenRow;
    private int struck;
    private Place firstStruck = new(sheet, null, null);

    /// <summary>A hidden row that holds something.</summary>
    public void HideRow(int row)
    {
        hiddenRows++;
        firstHiddenRow = firstHiddenRow == 0 ? row : firstHiddenRow;
    }

    /// <param name="column">From 0: a hidden column that holds something.</param>
    public void HideColumn(int column)
    {
        if (hiddenColumns.Add(column))
        {
            source.Faults.Add(FaultKinds.ColumnHidden.At(new Place(sheet, null, null), CellAddress.Letters(column + 1)));
        }
    }

    /// <param name="column">From 0: the place of a cell of which something is struck out.</param>
    public void Strike(int row, int column)
    {
        if (struck++ == 0)
        {
            firstStruck = new Place(sheet, row, null, isWorkbook ? CellAddress.Of(row, column) : null);
        }
    }

    /// <summary>Text typed with an old font is text in an old encoding; every cell is looked at by itself, and counted.</summary>
    public string Unicode(string text)
    {
        source.Budget.SpendText(text.Length);
        if (!OldFontText.TryRepair(text, out var repaired, out var encoding))
        {
            return text;
        }

        if (encodings.Add(encoding))
        {
            source.Faults.Add(FaultKinds.FileTextEncoding.At(new Place(sheet, null, null), encoding));
        }

        return repaired;
    }

    /// <summary>Told when the sheet has been read.</summary>
    public void TellCounted()
    {
        if (hiddenRows > 0)
        {
            source.Faults.Add(FaultKinds.RowsHidden.At(new Place(sheet, firstHiddenRow, null), hiddenRows.ToString(CultureInfo.InvariantCulture)));
        }

        if (struck > 0)
        {
            source.Faults.Add(FaultKinds.TextStruck.At(firstStruck, struck.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
