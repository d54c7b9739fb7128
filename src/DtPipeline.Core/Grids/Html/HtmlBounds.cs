namespace DtPipeline.Grids.Html;

/// <summary>How deep the elements of HTML are in each other, told before it is parsed: a parser needs time and memory by the square of it.</summary>
internal static class HtmlBounds
{
    public const int Deepest = 256;

    /// <summary>Those that are never closed, or that others close.</summary>
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "basefont", "br", "col", "colgroup", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "tbody", "thead", "tfoot", "html", "head", "body", "caption",
    };

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "span", "del", "ins", "sup", "sub",
    };

    public static int DepthOf(string html)
    {
        var names = Flat.GetAlternateLookup<ReadOnlySpan<char>>();
        var formatting = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
        var (deep, inline, deepest) = (0, 0, 0);
        for (var open = html.IndexOf('<'); open >= 0 && open + 1 < html.Length; open = html.IndexOf('<', open + 1))
        {
            var isEnd = html[open + 1] == '/';
            var start = open + (isEnd ? 2 : 1);
            var end = start;
            while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is ':' or '-'))
            {
                end++;
            }

            var name = html.AsSpan(start, end - start);
            if (name.IsEmpty || names.Contains(name))
            {
                continue;
            }

            // A cell closes whatever formatting was left open in the one before it.
            if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
            {
                inline = 0;
            }
            else if (formatting.Contains(name))
            {
                inline = Math.Max(0, inline + (isEnd ? -1 : 1));
            }
            else
            {
                deep = Math.Max(0, deep + (isEnd ? -1 : 1));
            }

            deepest = Math.Max(deepest, deep + inline);
        }

        return deepest;
    }
}
