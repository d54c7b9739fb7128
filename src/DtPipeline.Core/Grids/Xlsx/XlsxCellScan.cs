using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DtPipeline.Grids.Workbooks;

namespace DtPipeline.Grids.Xlsx;

/// <summary>Goes through a sheet's XML for what the workbook reader does not see there.</summary>
internal static class XlsxCellScan
{
    public static void Find(ZipArchiveEntry part, string sheet, WorkbookMarks marks)
    {
        using var content = part.Open();
        using var reader = XmlReader.Create(content);
        var row = 0;
        var column = -1;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row")
            {
                row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                column = -1;
                if (IsHidden(reader))
                {
                    marks.HideRow(sheet, row);
                }
            }
            else if (reader.LocalName == "col" && IsHidden(reader))
            {
                marks.HideColumns(sheet, Number(reader, "min") - 1, Number(reader, "max") - 1);
            }
            else if (reader.LocalName == "c")
            {
                column++;
                var address = reader.GetAttribute("r") ?? CellAddress.Of(row, column);
                if (!reader.IsEmptyElement && Cell(reader) is { } cell)
                {
                    marks.Add(sheet, address, cell);
                }
            }
        }
    }

    private static bool IsHidden(XmlReader reader) => reader.GetAttribute("hidden") == "true";

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Reads to the end of a cell; null for what the workbook reader sees itself.</summary>
    private static GridCell? Cell(XmlReader reader)
    {
        var isError = reader.GetAttribute("t") == "e";
        var depth = reader.Depth;
        string? formula = null;
        string? value = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "f")
            {
                formula = string.Empty;
                Collect(reader, text => formula = text);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "v" or "is")
            {
                Collect(reader, text => value = text);
            }
        }

        return isError ? new GridCell(value ?? "#ERROR", CellKind.Error)
            : formula is not null && value is null ? new GridCell($"={formula}", CellKind.Formula)
            : null;
    }

    private static void Collect(XmlReader reader, Action<string> take)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                take(reader.Value);
            }
        }
    }
}
