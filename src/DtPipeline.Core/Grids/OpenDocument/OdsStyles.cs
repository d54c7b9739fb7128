using System.Globalization;
using System.Xml;

namespace DtPipeline.Grids.OpenDocument;

/// <param name="Look">What the number format shows.</param>
/// <param name="Text">How text is written.</param>
/// <param name="IsHidden">Of a table: it is not shown.</param>
internal readonly record struct OdsStyle(NumberLook? Look, TextLook Text, bool IsHidden);

/// <summary>The styles of an OpenDocument spreadsheet, as far as they change what is there.</summary>
internal sealed class OdsStyles
{
    private const int Most = 66_000;
    private readonly Dictionary<string, OdsStyle> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberLook> formats = new(StringComparer.Ordinal);
    private string style = string.Empty;
    private string format = string.Empty;

    public OdsStyle Of(string? name) => name is null ? default : styles.GetValueOrDefault(name);

    /// <summary>Takes what an element says of a style; others say nothing.</summary>
    public void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "number-style" or "percentage-style" or "currency-style" or "date-style" or "time-style" or "boolean-style" or "text-style":
                format = xml.Attribute("name") ?? string.Empty;
                if (formats.Count < Most)
                {
                    formats[format] = NumberLook.Plain with { Percents = xml.LocalName == "percentage-style" ? 1 : 0, IsDate = xml.LocalName is "date-style" or "time-style" };
                }

                break;
            case "number" when Factor(xml) is var thousands and > 0 && formats.TryGetValue(format, out var known):
                formats[format] = known with { Thousands = thousands };
                break;
            case "text" when xml.Prefix == "number" && formats.TryGetValue(format, out var known):
                formats[format] = known with { Literal = Literal(known, xml.TextInside()) };
                break;
            case "style" when styles.Count < Most:
                style = xml.Attribute("name") ?? string.Empty;
                var parent = Of(xml.Attribute("parent-style-name"));
                styles[style] = parent with { Look = xml.Attribute("data-style-name") is { } data && formats.TryGetValue(data, out var look) ? look : parent.Look };
                break;
            case "text-properties" when styles.TryGetValue(style, out var known):
                styles[style] = known with { Text = Text(xml, known.Text) };
                break;
            case "table-properties" when styles.TryGetValue(style, out var known):
                styles[style] = known with { IsHidden = xml.Attribute("display") == "false" };
                break;
        }
    }

    private static int Factor(XmlReader xml) =>
        double.TryParse(xml.Attribute("display-factor"), NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor >= 1_000 ? (int)Math.Round(Math.Log(factor, 1_000)) : 0;

    /// <summary>The sign of a percentage style is its own; of any other style it is text beside the number.</summary>
    private static string Literal(NumberLook look, string text)
    {
        var literal = $"{look.Literal} {text}".Trim();
        return look.Percents > 0 || !(literal.Any(char.IsLetter) || literal.Contains('%', StringComparison.Ordinal)) ? string.Empty : literal;
    }

    private static TextLook Text(XmlReader xml, TextLook before)
    {
        var line = xml.Attribute("text-line-through-style");
        var type = xml.Attribute("text-line-through-type");
        var position = xml.Attribute("text-position");
        return new TextLook(
            line is null && type is null ? before.IsStruck : line is not ("none" or null) || type is not ("none" or null),
            position is null ? before.Raised : position.StartsWith("super", StringComparison.Ordinal) ? 1 : position.StartsWith("sub", StringComparison.Ordinal) ? -1 : Math.Sign(Leading(position)));
    }

    private static double Leading(string position) =>
        double.TryParse(position.Split('%', ' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? percent : 0;
}
