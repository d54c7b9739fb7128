using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DtPipeline.Grids.Html;

/// <summary>What the styles of HTML say of an element, as far as it changes what is there: hidden, struck out, raised, a number format of Excel.</summary>
internal sealed partial class HtmlStyles
{
    private const int MostClasses = 10_000;
    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);

    public static HtmlStyles Of(IDocument document)
    {
        var styles = new HtmlStyles();
        foreach (var sheet in document.QuerySelectorAll("style"))
        {
            foreach (Match rule in Rule().Matches(sheet.TextContent))
            {
                foreach (Match name in ClassName().Matches(rule.Groups["selectors"].Value))
                {
                    if (styles.classes.Count < MostClasses)
                    {
                        var key = name.Groups["name"].Value;
                        styles.classes[key] = $"{styles.classes.GetValueOrDefault(key)};{rule.Groups["body"].Value}";
                    }
                }
            }
        }

        return styles;
    }

    public bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || Value(element, "display") == "none" || Value(element, "visibility") is "hidden" or "collapse" || Value(element, "mso-hide") == "all";

    public TextLook Look(IElement element)
    {
        var isStruck = element.LocalName is "s" or "strike" or "del" || Value(element, "text-decoration").Contains("line-through", StringComparison.Ordinal);
        var raised = element.LocalName == "sup" ? 1 : element.LocalName == "sub" ? -1 : Value(element, "vertical-align") switch
        {
            "super" => 1,
            "sub" when element.LocalName is not ("td" or "th") => -1,
            _ => 0,
        };
        return new TextLook(isStruck, raised);
    }

    /// <summary>Excel writes its formats into the styles: <c>mso-number-format:"0\.0%"</c>; LibreOffice beside the value.</summary>
    public string NumberFormat(IElement cell)
    {
        if (cell.GetAttribute("sdnum")?.Split(';', 3) is [_, _, var own])
        {
            return own;
        }

        var format = Value(cell, "mso-number-format").Trim('"', '\'');
        return format switch
        {
            "Percent" => "0.00%",
            "Short Date" or "Medium Date" or "Long Date" or "General Date" => "yyyy-mm-dd",
            "Short Time" or "Medium Time" or "Long Time" => "h:mm",
            "General" or "Standard" or "Fixed" or "Currency" or "Scientific" => string.Empty,
            _ => Escape().Replace(format, m => m.Groups["hex"] is { Success: true } hex
                ? ((char)int.Parse(hex.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
                : m.Groups["sign"].Value),
        };
    }

    /// <summary>A property by its own style, else by its classes; empty where they say nothing.</summary>
    private string Value(IElement element, string property)
    {
        if (element.GetAttribute("style") is { Length: > 0 } own && Find(own, property) is { } value)
        {
            return value;
        }

        if (classes.Count == 0 || element.ClassName is not { Length: > 0 })
        {
            return string.Empty;
        }

        string? found = null;
        foreach (var name in element.ClassList)
        {
            found = classes.TryGetValue(name, out var rules) ? Find(rules, property) ?? found : found;
        }

        return found ?? string.Empty;
    }

    private static string? Find(string rules, string property)
    {
        string? found = null;
        for (var at = rules.IndexOf(property, StringComparison.OrdinalIgnoreCase); at >= 0; at = rules.IndexOf(property, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var colon = at + property.Length;
            while (colon < rules.Length && char.IsWhiteSpace(rules[colon]))
            {
                colon++;
            }

            if ((at == 0 || rules[at - 1] is ';' or '{' || char.IsWhiteSpace(rules[at - 1])) && colon < rules.Length && rules[colon] == ':')
            {
                var end = End(rules, colon + 1);
                var value = rules[(colon + 1)..end].Trim();
                found = property == "mso-number-format" ? value : value.Replace("!important", string.Empty, StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            }
        }

        return found;
    }

    /// <summary>The end of a value: a semicolon that stands in no quotes.</summary>
    private static int End(string rules, int at)
    {
        var quote = '\0';
        for (; at < rules.Length; at++)
        {
            if (quote != '\0')
            {
                quote = rules[at] == quote ? '\0' : quote;
            }
            else if (rules[at] is '"' or '\'')
            {
                quote = rules[at];
            }
            else if (rules[at] == ';')
            {
                break;
            }
        }

        return at;
    }

    [GeneratedRegex(@"(?<selectors>[^{}]*)\{(?<body>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\.(?<name>[A-Za-z_][\w-]*)\s*(,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();

    [GeneratedRegex(@"\\(?:(?<hex>00[0-9A-Fa-f]{2})|(?<sign>.))", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}
