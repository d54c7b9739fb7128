using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DtPipeline.Web.Tests.Pictures;

/// <summary>The first sheet of a workbook as a spreadsheet program shows it, as a page of HTML: fills, bold letters, widths, merged cells, corners where a note hangs.</summary>
internal sealed class DrawnSheet
{
    // A width of Excel's counts digits of about so many pixels.
    private const double PixelsOfAWidth = 6.2;

    private readonly Stylesheet styles;
    private readonly Worksheet sheet;
    private readonly HashSet<string> noted;

    private DrawnSheet(WorkbookPart workbook)
    {
        var first = workbook.Workbook!.Sheets!.Elements<Sheet>().First();
        var part = (WorksheetPart)workbook.GetPartById(first.Id!.Value!);
        (styles, sheet) = (workbook.WorkbookStylesPart!.Stylesheet!, part.Worksheet!);
        noted = part.WorksheetCommentsPart?.Comments?.Descendants<Comment>().Select(c => c.Reference!.Value!).ToHashSet(StringComparer.Ordinal) ?? [];
    }

    /// <param name="rows">As many of its first rows as are shown.</param>
    public static string Of(byte[] workbook, int rows)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return new DrawnSheet(document.WorkbookPart!).Html(rows);
    }

    private string Html(int rows)
    {
        var widths = sheet.Descendants<Column>().Select(c => c.Width!.Value * PixelsOfAWidth).ToList();
        var html = new StringBuilder("""
            <!DOCTYPE html><html lang="vi"><meta charset="utf-8"><style>
            body { margin: 0; padding: 8px; background: #fff; } table { border-collapse: collapse; table-layout: fixed; font: 14px/1.25 "Times New Roman", "Liberation Serif", "Noto Serif", serif; }
            td, th { padding: 3px 5px; border: 1px solid #c9ced4; overflow-wrap: anywhere; vertical-align: middle; position: relative; }
            th { background: #eceff2; font: 12px/1.2 sans-serif; color: #444; text-align: center; } .bold { font-weight: bold; } .right { text-align: right; } .center { text-align: center; }
            .note::after { content: ""; position: absolute; top: 0; right: 0; border: 5px solid; border-color: #c00 #c00 transparent transparent; }
            </style><table>
            """);
        html.Append(CultureInfo.InvariantCulture, $"<colgroup><col style=\"width: 30px\">{string.Concat(widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"<col style=\"width: {w:0}px\">")))}</colgroup><tr><th></th>");
        html.AppendJoin(string.Empty, widths.Select((_, i) => $"<th>{(char)('A' + i)}</th>")).Append("</tr>");
        var merged = sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value!.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in sheet.Descendants<Row>().Take(rows))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th>{row.RowIndex!.Value}</th>");
            foreach (var cell in row.Elements<Cell>())
            {
                var isMerged = merged.Contains(cell.CellReference!.Value!);
                html.Append(Drawn(cell, isMerged ? widths.Count : 1));
                if (isMerged)
                {
                    break;
                }
            }

            html.Append("</tr>");
        }

        return html.Append("</table></html>").ToString();
    }

    private string Drawn(Cell cell, int span)
    {
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        var font = styles.Fonts!.Elements<Font>().ElementAt((int)(format.FontId?.Value ?? 0));
        var fill = styles.Fills!.Elements<Fill>().ElementAt((int)(format.FillId?.Value ?? 0)).PatternFill?.ForegroundColor?.Rgb?.Value;
        var horizontal = format.Alignment?.Horizontal;
        string?[] classes =
        [
            font.Bold is null ? null : "bold",
            horizontal?.Value == HorizontalAlignmentValues.Right ? "right" : horizontal?.Value == HorizontalAlignmentValues.Center ? "center" : null,
            noted.Contains(cell.CellReference!.Value!) ? "note" : null,
        ];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<td colspan=\"{span}\" class=\"{string.Join(' ', classes.OfType<string>())}\"{(fill is null ? string.Empty : $" style=\"background: #{fill[^6..]}\"")}>{WebUtility.HtmlEncode(TextOf(cell))}</td>");
    }

    /// <summary>Numbers as a Vietnamese Excel shows them.</summary>
    private static string TextOf(Cell cell) => cell.CellValue is { } value && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',')
        : cell.InnerText;
}
