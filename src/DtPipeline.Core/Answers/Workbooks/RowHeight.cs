using DocumentFormat.OpenXml.Spreadsheet;

namespace DtPipeline.Answers.Workbooks;

/// <summary>How high a row must be for its wrapped text. Not every program works that out when it opens a file.</summary>
internal static class RowHeight
{
    private const double LineSpacing = 1.35;
    private const double Margin = 4;

    /// <summary>The size for which the widths of columns count characters.</summary>
    private const double WidthSize = 13.5;

    /// <param name="widths">Of the columns from A, in characters.</param>
    /// <param name="size">Of the font, in points.</param>
    public static double Of(IReadOnlyList<Cell> cells, IReadOnlyList<double> widths, double size)
    {
        var lines = cells.Select((cell, i) => Lines(cell.InnerText, widths[i] * WidthSize / size)).Append(1).Max();
        return Math.Min((lines * size * LineSpacing) + Margin, 400);
    }

    private static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / width)));
}
