using System.Xml;

namespace DtPipeline.Grids.Docx;

/// <summary>How a run of text is written, as far as it changes what is there.</summary>
/// <param name="IsHidden">Formatted as hidden: nobody sees it.</param>
internal readonly record struct DocxLook(TextLook Text, bool IsHidden)
{
    /// <summary>What a property of a run adds.</summary>
    public DocxLook With(XmlReader property)
    {
        var isOn = property.Attribute("val") is null or "1" or "true" or "on";
        return property.LocalName switch
        {
            "strike" or "dstrike" => this with { Text = Text with { IsStruck = isOn } },
            "vanish" or "webHidden" => this with { IsHidden = isOn },
            "vertAlign" => this with { Text = Text with { Raised = property.Attribute("val") switch { "superscript" => 1, "subscript" => -1, _ => 0 } } },
            _ => this,
        };
    }
}

/// <summary>The named styles of a Word document that hide, strike out or raise text.</summary>
internal sealed class DocxStyles
{
    private const int Most = 10_000;
    private readonly Dictionary<string, DocxLook> looks = new(StringComparer.Ordinal);

    public DocxLook Of(string? style) => style is not null ? looks.GetValueOrDefault(style) : default;

    public static DocxStyles Read(XmlReader? xml)
    {
        var styles = new DocxStyles();
        using (xml)
        {
            string? id = null;
            var look = default(DocxLook);
            while (xml?.Read() == true)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "style")
                {
                    (id, look) = (xml.Attribute("styleId"), default);
                }
                else if (xml.NodeType == XmlNodeType.Element && id is not null)
                {
                    look = xml.LocalName == "basedOn" ? styles.Of(xml.Attribute("val")) : look.With(xml);
                }
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "style" && id is not null)
                {
                    if (look != default && styles.looks.Count < Most)
                    {
                        styles.looks[id] = look;
                    }

                    id = null;
                }
            }
        }

        return styles;
    }
}
