using System.Text;
using System.Text.RegularExpressions;

namespace DtPipeline.Grids.Html;

/// <summary>HTML as text: as its bytes say, and where they say nothing, as its head does.</summary>
internal static partial class HtmlText
{
    private const int LookAt = 4_096;

    static HtmlText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ReportText Decode(ReadOnlyMemory<byte> content)
    {
        var text = ReportText.Decode(content);
        if (text.Fault is null || Declared(content.Span) is not { } encoding)
        {
            return text;
        }

        var decoded = encoding.GetString(content.Span);
        return decoded.Contains('\uFFFD', StringComparison.Ordinal) ? text : ReportText.Of(decoded);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> content)
    {
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, LookAt)]);
        var name = Charset().Match(head).Groups["name"].Value.ToLowerInvariant();
        return name is "windows-1252" or "windows-1258" or "iso-8859-1" or "iso-8859-15" ? Encoding.GetEncoding(name is "iso-8859-1" ? "windows-1252" : name) : null;
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[A-Za-z0-9_-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
