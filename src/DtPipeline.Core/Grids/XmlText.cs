using System.Text;
using System.Xml;

namespace DtPipeline.Grids;

/// <summary>How the XML of a report is read: without entities or document types, without fetching anything, and with bounds on its names and its depth.</summary>
internal static class XmlText
{
    public static XmlReader Open(Stream content) => Bounded(names => XmlReader.Create(content, Settings(names)));

    public static XmlReader Open(TextReader content) => Bounded(names => XmlReader.Create(content, Settings(names)));

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

    private static XmlReader Bounded(Func<BoundedNames, XmlReader> open)
    {
        var names = new BoundedNames();
        return names.Reader = open(names);
    }

    private static XmlReaderSettings Settings(BoundedNames names) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = names,
    };

    /// <summary>
    /// A document of ever new names would fill the memory with them, and one of elements in each other with what a reader keeps of each. A
    /// reader asks for the name of every element here, and so it is seen how deep it has come.
    /// </summary>
    private sealed class BoundedNames : NameTable
    {
        private const int Most = 20_000;
        private const int Deepest = 256;
        private int count;

        public XmlReader? Reader { get; set; }

        public override string Add(char[] key, int start, int len) => Reader is { Depth: > Deepest } ? throw new XmlException("too many elements in each other")
            : Get(key, start, len) ?? (++count > Most ? throw new XmlException("too many names") : base.Add(key, start, len));
    }
}
