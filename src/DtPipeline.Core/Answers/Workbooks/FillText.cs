using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DtPipeline.Answers.Workbooks;

/// <summary>A pattern fill in a few characters, such as <c>solid|theme=4,tint=0.4|indexed=64</c>, so that a defined name can hold it.</summary>
internal static class FillText
{
    /// <summary>The most characters that Excel takes in a text of a formula.</summary>
    private const int LongestText = 255;

    /// <returns>Null for no fill, and for gradients, which are too long for a name.</returns>
    public static string? Of(Fill? fill)
    {
        var pattern = fill?.PatternFill;
        if (pattern?.PatternType is null || pattern.PatternType.Value == PatternValues.None)
        {
            return null;
        }

        var text = $"{pattern.PatternType.InnerText}|{Of(pattern.ForegroundColor)}|{Of(pattern.BackgroundColor)}";
        return text.Length <= LongestText && !text.Contains('"') ? text : null;
    }

    /// <returns>No fill where the text says nothing that is one.</returns>
    public static Fill Parse(string text)
    {
        var parts = text.Split('|');
        var type = new EnumValue<PatternValues> { InnerText = parts[0] };
        return parts.Length == 3 && type.HasValue
            ? new Fill(new PatternFill
            {
                PatternType = type,
                ForegroundColor = Colour<ForegroundColor>(parts[1]),
                BackgroundColor = Colour<BackgroundColor>(parts[2]),
            })
            : new Fill(new PatternFill { PatternType = PatternValues.None });
    }

    private static string Of(ColorType? colour) =>
        colour is null ? string.Empty : string.Join(',', colour.GetAttributes().Select(a => $"{a.LocalName}={a.Value}").Order(StringComparer.Ordinal));

    private static T? Colour<T>(string text)
        where T : ColorType, new()
    {
        var said = text.Split(',').Select(p => p.Split('=')).Where(p => p.Length == 2).DistinctBy(p => p[0]).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (said.Count == 0)
        {
            return null;
        }

        var colour = new T();
        foreach (var (name, value) in said.Where(p => IsSound(p.Key, p.Value)))
        {
            colour.SetAttribute(new OpenXmlAttribute(name, string.Empty, value));
        }

        return colour;
    }

    private static bool IsSound(string name, string value) => name switch
    {
        "rgb" => value.Length == 8 && value.All(char.IsAsciiHexDigit),
        "theme" or "indexed" => value.Length <= 9 && value.All(char.IsAsciiDigit),
        "tint" => double.TryParse(value, CultureInfo.InvariantCulture, out _),
        "auto" => value is "0" or "1" or "false" or "true",
        _ => false,
    };
}
