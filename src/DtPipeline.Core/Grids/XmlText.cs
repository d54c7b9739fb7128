using System.Text;
using System.Xml;

namespace DtPipeline.Grids;

/// <summary>How the XML of a report is read: without entities or document types, without fetching anything, and with a bound on its names.</summary>
internal static class XmlText
{
    public static XmlReader Open(Stream content) => XmlReader.Create(content, Settings(closeInput: true));

    public static XmlReader Open(TextReader content) => XmlReader.Create(content, Settings(closeInput: true));

    /// <summary>Goes from element to element inside the one at which the reader stands, to its end.</summary>
    public static IEnumerable<string> ElementsInside(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            yield break;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return xml.LocalName;
            }
        }
    }

    /// <summary>All text inside the element at which the reader stands; leaves the reader at its end.</summary>
    public static string TextInside(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var depth = xml.Depth;
        string? first = null;
        StringBuilder? more = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                if (first is null)
                {
                    first = xml.Value;
                }
                else
                {
                    (more ??= new StringBuilder(first)).Append(xml.Value);
                }
            }
        }

        return more?.ToString() ?? first ?? string.Empty;
    }

    /// <summary>An attribute by its local name, whatever prefix it has.</summary>
    public static string? Attribute(this XmlReader xml, string name)
    {
        string? value = null;
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                value = xml.LocalName == name && xml.Prefix != "xmlns" ? xml.Value : value;
            }
            while (value is null && xml.MoveToNextAttribute());
            xml.MoveToElement();
        }

        return value;
    }

    public static bool IsOn(string? value) => value is "1" or "true" or "on";

    private static XmlReaderSettings Settings(bool closeInput) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = closeInput,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new BoundedNames(),
    };

    /// <summary>A document of ever new names would fill the memory with them.</summary>
    private sealed class BoundedNames : NameTable
    {
        private const int Most = 20_000;
        private int count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? (++count > Most ? throw new XmlException("too many names") : base.Add(key, start, len));
    }
}
