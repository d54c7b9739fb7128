using System.Globalization;
using System.Xml;

namespace DtPipeline.Grids.OpenDocument;

/// <summary>One cell of an OpenDocument table: its stored value, and its text where it has none.</summary>
internal static class OdsCell
{
    private static readonly HashSet<string> NoText = new(StringComparer.Ordinal) { "annotation", "frame", "custom-shape", "shapes", "tracked-changes", "change-start", "change-end", "ruby-text" };

    /// <param name="hasStruck">Something in the cell is struck out, and is not in what is returned.</param>
    public static GridCell Read(XmlReader xml, OdsStyles styles, out bool hasStruck)
    {
        var style = styles.Of(xml.Attribute("style-name"));
        var type = xml.Attribute("value-type");
        var value = xml.Attribute("value");
        var when = xml.Attribute("date-value") ?? xml.Attribute("time-value");
        var flag = xml.Attribute("boolean-value");
        var spoken = xml.Attribute("string-value");
        var formula = xml.Attribute("formula");
        var text = Text(xml, style.Text, styles);
        var written = text.ToString();
        hasStruck = text.HasStruck;
        if (style.Text.IsStruck && (written.Length > 0 || value is not null) || (text.HasStruck && written.Length == 0))
        {
            return GridCell.Empty;
        }

        // LibreOffice shows an error as text of a formula: Err:502, #REF!
        if (formula is not null && (written.StartsWith('#') || written.StartsWith("Err:", StringComparison.Ordinal)))
        {
            return new GridCell(written, CellKind.Error);
        }

        return type switch
        {
            "float" or "percentage" or "currency" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                Number(number, type == "percentage", style.Look ?? NumberLook.Plain),
            "date" or "time" => new GridCell((when ?? written).Replace("T00:00:00", string.Empty, StringComparison.Ordinal), CellKind.Date),
            "boolean" => new GridCell(flag == "true" ? "true" : "false"),
            null when formula is not null && written.Length == 0 => new GridCell($"={formula}", CellKind.Formula),
            _ => new GridCell(written.Length > 0 || spoken is null || text.HasStruck ? written : RichText.Plain(spoken)),
        };
    }

    /// <summary>The type of the cell says percent even where its style is written nowhere.</summary>
    private static GridCell Number(double number, bool isPercent, NumberLook look) =>
        GridCell.Of(number, (look with { IsDate = false }) is var shown && isPercent && shown.Percents == 0 && shown.Literal.Length == 0 ? shown with { Percents = 1 } : look with { IsDate = false });

    private static RichText Text(XmlReader xml, TextLook own, OdsStyles styles)
    {
        var text = new RichText();
        if (xml.IsEmptyElement)
        {
            return text;
        }

        var depth = xml.Depth;
        var paragraphs = 0;
        var looks = new Stack<TextLook>([own]);
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && NoText.Contains(xml.LocalName))
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                text.Append(Sign(xml, ref paragraphs), looks.Peek());
                if (!xml.IsEmptyElement)
                {
                    looks.Push(xml.LocalName == "span" ? looks.Peek() + styles.Of(xml.Attribute("style-name")).Text : looks.Peek());
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement && looks.Count > 1)
            {
                looks.Pop();
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && looks.Count > 1)
            {
                text.Append(xml.Value, looks.Peek());
            }

            if (!xml.Read())
            {
                break;
            }
        }

        return text;
    }

    private static string Sign(XmlReader xml, ref int paragraphs) => xml.LocalName switch
    {
        "p" => paragraphs++ == 0 ? string.Empty : "\n",
        "s" => new string(' ', int.TryParse(xml.Attribute("c"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 1_000) : 1),
        "tab" => "\t",
        "line-break" => "\n",
        _ => string.Empty,
    };
}
