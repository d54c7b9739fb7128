using System.Globalization;
using System.Xml;

namespace DtPipeline.Grids.Xlsx;

/// <param name="Format">Number format; null where it is the general one.</param>
/// <param name="Font">How text without looks of its own is written.</param>
internal readonly record struct XlsxStyle(string? Format, TextLook Font);

/// <summary>How the cells of a workbook look, as far as it says what they mean.</summary>
internal sealed class XlsxStyles
{
    /// <summary>Excel has at most 65,490.</summary>
    private const int MostStyles = 66_000;

    private readonly Dictionary<int, string> formats = [];
    private readonly List<TextLook> fonts = [];
    private readonly List<XlsxStyle> styles = [];
    private readonly NumberLooks looks = new();

    public static XlsxStyles Read(XmlReader? xml)
    {
        var styles = new XlsxStyles();
        using (xml)
        {
            var section = string.Empty;
            while (xml?.Read() == true)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.Depth == 1)
                {
                    section = xml.LocalName;
                }
                else if (xml.NodeType == XmlNodeType.Element)
                {
                    styles.Take(xml, section);
                }
            }
        }

        return styles;
    }

    /// <param name="number">The attribute <c>s</c> of a cell.</param>
    public XlsxStyle Of(string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < styles.Count ? styles[at] : styles.Count > 0 && number is null ? styles[0] : default;

    public NumberLook LookOf(XlsxStyle style, double number) => looks.Of(style.Format, number);

    private void Take(XmlReader xml, string section)
    {
        switch (section, xml.LocalName)
        {
            case ("numFmts", "numFmt") when Number(xml, "numFmtId") is { } id && formats.Count < MostStyles:
                formats[id] = xml.GetAttribute("formatCode") is { } code && !NumberLook.IsPlain(code) ? code : string.Empty;
                break;
            case ("fonts", "font") when fonts.Count < MostStyles:
                fonts.Add(default);
                break;
            case ("fonts", _) when fonts.Count > 0:
                fonts[^1] = XlsxText.Look(xml, fonts[^1]);
                break;
            case ("cellXfs", "xf") when styles.Count < MostStyles:
                var font = Number(xml, "fontId") is { } f && f < fonts.Count ? fonts[f] : default;
                styles.Add(new XlsxStyle(Number(xml, "numFmtId") is { } format ? Format(format) : null, font));
                break;
        }
    }

    private string? Format(int id) => formats.TryGetValue(id, out var own) ? own : BuiltIn(id);

    /// <summary>The formats that have a number and are written nowhere, as far as they are not plain numbers.</summary>
    private static string? BuiltIn(int id) => id switch
    {
        9 => "0%",
        10 => "0.00%",
        14 => "m/d/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 or 19 or 20 or 21 or 45 or 46 or 47 => "h:mm:ss",
        22 => "m/d/yy h:mm",
        (>= 27 and <= 36) or (>= 50 and <= 58) => "yyyy/m/d",
        _ => null,
    };

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
