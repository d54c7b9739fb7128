using System.Globalization;

namespace DtPipeline.Grids;

/// <summary>
/// What the cells of one file come to as they are shown, over all of its sheets and members. Shared strings, repeated rows and rows that all
/// have one number make much of few bytes; more than this is no report.
/// </summary>
internal sealed class CellBudget
{
    private const long MostCells = 50_000_000;

    /// <summary>A hundred in each row of the longest sheet.</summary>
    private const long MostCharacters = 100L * CellAddress.LastRow;

    /// <summary>As many as LibreOffice takes.</summary>
    private const int MostSheets = 10_000;

    private int sheets;
    private long cells;
    private long characters;

    /// <summary>A sheet, or a table of a document.</summary>
    /// <exception cref="CellBudgetException">It comes to more than a report has.</exception>
    public void SpendSheet() => Within(++sheets, MostSheets, "trang tính (sheets)");

    /// <exception cref="CellBudgetException">It comes to more than a report has.</exception>
    public void SpendCells(int count) => Within(cells += count, MostCells, "ô (cells)");

    /// <exception cref="CellBudgetException">It comes to more than a report has.</exception>
    public void SpendText(long length) => Within(characters += length, MostCharacters, "ký tự (characters)");

    private static void Within(long count, long most, string what)
    {
        if (count > most)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{most:N0} {what}");
            throw new CellBudgetException($"> {text}", text);
        }
    }
}

/// <summary>Ends the reading of a file that comes to more than a report has.</summary>
internal sealed class CellBudgetException(string found, string most) : Exception
{
    public string Found { get; } = found;

    public string Most { get; } = most;
}
