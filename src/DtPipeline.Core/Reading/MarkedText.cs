using System.Text;
using System.Text.RegularExpressions;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>Tells HTML, XML and web archives by how their text begins, in whichever encoding, case and order of bytes.</summary>
internal static partial class MarkedText
{
    /// <summary>Bytes: comments and declarations in front of the first element are shorter.</summary>
    private const int LookAt = 8_192;

    private static readonly HashSet<string> HtmlElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "meta", "title", "style", "link", "base", "script", "div", "table", "thead", "tbody", "tr", "center", "font", "form",
        "p", "br", "span", "h1", "h2", "h3", "h4", "b", "i", "u", "strong", "em", "section", "article", "main", "header",
    };

    /// <returns>Null where the text is neither, such as separated values.</returns>
    public static RecognisedFormat? Recognise(ReadOnlySpan<byte> content)
    {
        var head = Head(content).TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF').TrimStart();
        if (!head.StartsWith('<'))
        {
            return MessageHead().IsMatch(head) ? new RecognisedFormat(ReportFormat.WebArchive, "MHTML") : null;
        }

        if (Doctype().Match(head) is { Success: true } type)
        {
            return type.Groups["root"].Value.Equals("html", StringComparison.OrdinalIgnoreCase)
                ? new RecognisedFormat(ReportFormat.Html, "HTML")
                : head.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) ? new RecognisedFormat(ReportFormat.XmlSpreadsheet, "XML Spreadsheet 2003")
                : head.Contains("urn:oasis:names:tc:opendocument", StringComparison.Ordinal) ? new RecognisedFormat(ReportFormat.FlatOds, "FODS")
                : new RecognisedFormat(ReportFormat.NoReport, "XML");
        }

        var root = Root().Match(head);
        var (name, attributes) = (root.Groups["name"].Value, root.Groups["attributes"].Value);
        return !root.Success ? head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!--", StringComparison.Ordinal) ? Unknown(head) : null
            : HtmlElements.Contains(name) ? new RecognisedFormat(ReportFormat.Html, "HTML")
            : name.Equals("Workbook", StringComparison.OrdinalIgnoreCase) ? new RecognisedFormat(ReportFormat.XmlSpreadsheet, "XML Spreadsheet 2003")
            : name == "document" && MimeType().Match(attributes) is { Success: true } document ? ReportFormats.OfOpenDocument(document.Groups["type"].Value, "f", ReportFormat.FlatOds)
            : name is "wordDocument" or "package" ? new RecognisedFormat(ReportFormat.NoReport, "Word (XML)")
            : head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || attributes.Contains("xmlns", StringComparison.Ordinal) ? new RecognisedFormat(ReportFormat.NoReport, "XML")
            : null;
    }

    /// <summary>A long comment or style can stand in front of all that would tell more.</summary>
    private static RecognisedFormat Unknown(string head) => head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
        ? new RecognisedFormat(ReportFormat.NoReport, "XML")
        : new RecognisedFormat(ReportFormat.Html, "HTML");

    private static string Head(ReadOnlySpan<byte> content)
    {
        var head = content[..(Math.Min(content.Length, LookAt) & ~1)];
        return Utf16.Find(head, out var marked) is { } encoding ? encoding.GetString(head[marked..]) : Encoding.Latin1.GetString(content[..Math.Min(content.Length, LookAt)]);
    }

    /// <summary>A head of a message says of which version and type it is.</summary>
    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version:\s*1|Content-Type:\s*(?:multipart/|message/|text/html))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MessageHead();

    [GeneratedRegex(@"^(?:<\?[^>]*>|<!--.*?-->|\s)*<!DOCTYPE\s+(?<root>[A-Za-z:]+)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Doctype();

    [GeneratedRegex(@"^(?:<\?[^>]*>|<!--.*?-->|<!\[[^>]*>|\s)*<(?:[A-Za-z][\w.-]*:)?(?<name>[A-Za-z][\w.-]*)(?<attributes>[^>]*)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Root();

    [GeneratedRegex(@"mimetype\s*=\s*[""'](?<type>[^""']*)[""']", RegexOptions.CultureInvariant)]
    private static partial Regex MimeType();
}
