using System.Globalization;
using System.Xml;

namespace DtPipeline.Grids.XmlSpreadsheet;

/// <param name="Format">As Excel writes it, or one of its names: <c>Percent</c>.</param>
internal readonly record struct XmlSpreadsheetStyle(string Format, TextLook Font);

/// <summary>What stands in an XML Spreadsheet beside its rows: its styles, and its sheets, which say at their end whether they are hidden.</summary>
internal sealed class XmlSpreadsheetBook
{
    private const int Most = 66_000;
    private readonly Dictionary<string, XmlSpreadsheetStyle> styles = new(StringComparer.Ordinal);
    private readonly List<(string Name, bool IsHidden)> sheets = [];
    private readonly Dictionary<string, List<MergedArea>> merged = new(StringComparer.Ordinal);
    private readonly NumberLooks looks = new();
    private int row;
    private int nextRow;
    private int column;

    public IReadOnlyList<(string Name, bool IsHidden)> Sheets => sheets;

    public static XmlSpreadsheetBook Read(XmlReader xml)
    {
        var book = new XmlSpreadsheetBook();
        var style = string.Empty;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    style = xml.LocalName == "Style" ? xml.Attribute("ID") ?? string.Empty : style;
                    book.Take(xml, style);
                }
            }
        }

        return book;
    }

    public IReadOnlyList<MergedArea> Merged(string sheet) => merged.GetValueOrDefault(sheet) ?? [];

    public XmlSpreadsheetStyle Style(string? id) => styles.GetValueOrDefault(id ?? "Default");

    public NumberLook LookOf(string format, double number) => format switch
    {
        "Percent" => looks.Of("0.00%", number),
        "General" or "General Number" or "Fixed" or "Standard" or "Currency" or "Euro Currency" or "Scientific" or "Yes/No" or "True/False" or "On/Off" => NumberLook.Plain,
        _ when format.EndsWith(" Date", StringComparison.Ordinal) || format.EndsWith(" Time", StringComparison.Ordinal) => NumberLook.Plain with { IsDate = true },
        _ => looks.Of(format, number),
    };

    private void Take(XmlReader xml, string style)
    {
        switch (xml.LocalName)
        {
            case "Style" when styles.Count < Most:
                styles[style] = Style(xml.Attribute("Parent"));
                break;
            case "NumberFormat" when styles.TryGetValue(style, out var known):
                styles[style] = known with { Format = xml.Attribute("Format") ?? string.Empty };
                break;
            case "Font" when xml.Prefix != "html" && styles.TryGetValue(style, out var known):
                styles[style] = known with { Font = new TextLook(XmlText.IsOn(xml.Attribute("StrikeThrough")), xml.Attribute("VerticalAlign") switch { "Superscript" => 1, "Subscript" => -1, _ => 0 }) };
                break;
            case "Worksheet" when sheets.Count < Most:
                sheets.Add((xml.Attribute("Name") ?? string.Empty, false));
                nextRow = 1;
                break;
            case "Row":
                (row, column) = (Number(xml, "Index") ?? nextRow, 0);
                nextRow = row + 1 + (Number(xml, "Span") ?? 0);
                break;
            case "Cell" when sheets.Count > 0:
                TakeCell(xml);
                break;
            case "Visible" when sheets.Count > 0 && xml.TextInside() is "SheetHidden" or "SheetVeryHidden":
                sheets[^1] = sheets[^1] with { IsHidden = true };
                break;
        }
    }

    private void TakeCell(XmlReader xml)
    {
        column = Number(xml, "Index") - 1 ?? column;
        var (across, down) = (Number(xml, "MergeAcross") ?? 0, Number(xml, "MergeDown") ?? 0);
        if (across + down > 0)
        {
            var name = sheets[^1].Name;
            if (!merged.TryGetValue(name, out var areas))
            {
                merged[name] = areas = [];
            }

            areas.Add(new MergedArea(row, row + down, column, column + across));
        }

        column += across + 1;
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < CellAddress.LastRow ? number : null;
}
