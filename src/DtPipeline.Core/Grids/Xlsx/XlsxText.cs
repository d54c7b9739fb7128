using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace DtPipeline.Grids.Xlsx;

/// <summary>Text in XLSX: plain, or in runs that each look different.</summary>
internal static partial class XlsxText
{
    /// <summary>Reads to the end of an element <c>si</c> or <c>is</c>. Readings of foreign letters (<c>rPh</c>) are no text.</summary>
    /// <param name="own">How the text looks where its runs say nothing.</param>
    public static (string Text, bool HasStruck) Read(XmlReader xml, TextLook own)
    {
        var text = new RichText();
        var look = own;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            xml.Read();
            while (xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                {
                    xml.Skip();
                    continue;
                }

                if (xml.NodeType == XmlNodeType.Element)
                {
                    look = xml.LocalName switch
                    {
                        "r" => own,
                        "rPr" => default,
                        _ => Look(xml, look),
                    };
                    if (xml.LocalName == "t")
                    {
                        text.Append(Unescaped(xml.TextInside()), look);
                    }
                }

                if (!xml.Read())
                {
                    break;
                }
            }
        }

        return (text.ToString(), text.HasStruck);
    }

    /// <summary>What one property of a run or font adds to its look.</summary>
    public static TextLook Look(XmlReader xml, TextLook look) => xml.LocalName switch
    {
        "strike" => look with { IsStruck = xml.GetAttribute("val") is null or "1" or "true" },
        "vertAlign" => look with { Raised = xml.GetAttribute("val") switch { "superscript" => 1, "subscript" => -1, _ => 0 } },
        _ => look,
    };

    /// <summary>Characters that XML cannot hold are written as <c>_x000D_</c>.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
