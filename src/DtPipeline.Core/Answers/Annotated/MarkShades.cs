using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Faults;

namespace DtPipeline.Answers.Annotated;

/// <summary>
/// The fills that mark faulty cells, and the way back from them. A corrected workbook comes back as another program saved it: styles renumbered,
/// rows moved. Only the colour of a cell survives all of that. So each original fill has its own shade of the severity's colour, too near to the
/// others for an eye to tell apart, and a hidden name of the workbook says which fill the shade stands for.
/// </summary>
internal sealed class MarkShades(Workbook workbook, StyleBook styles)
{
    private const string NamePrefix = "_DtPipelineShade_";

    /// <summary>Shade 0 stands for no fill at all; the rest of the six low bits count the others.</summary>
    private const int Shades = 64;

    private readonly Dictionary<uint, uint> plainOf = [];
    private readonly Dictionary<(uint Style, Severity Severity), uint> markedOf = [];
    private readonly Dictionary<string, string> originalOf = Read(workbook);

    /// <summary>Whether any cell can have one of our colours.</summary>
    public bool Any { get; } = styles.Fills.Any(f => ShadeIn(f) is not null);

    /// <summary>The style as it was before it was marked; the same where it never was.</summary>
    public uint Plain(uint style)
    {
        if (!plainOf.TryGetValue(style, out var plain))
        {
            plainOf[style] = plain = Unmark(style);
        }

        return plain;
    }

    /// <summary>The unmarked style with the severity's colour, all else as it was.</summary>
    public uint Marked(uint style, Severity severity)
    {
        if (!markedOf.TryGetValue((style, severity), out var marked))
        {
            markedOf[(style, severity)] = marked = Mark(style, severity);
        }

        return marked;
    }

    /// <summary>Writes down what the shades stand for.</summary>
    public void Save()
    {
        foreach (var (shade, original) in originalOf.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            var name = NamePrefix + shade;
            var there = Names(workbook).FirstOrDefault(n => n.Name?.Value == name);
            if (there is null)
            {
                there = new DefinedName($"\"{original}\"") { Name = name };
                workbook.DefinedNames ??= new DefinedNames();
                workbook.DefinedNames.Append(there);
            }

            there.Hidden = true;
        }
    }

    private uint Unmark(uint style)
    {
        if (styles.FormatAt(style) is not { } format || ShadeIn(styles.FillOf(format)) is not { } shade)
        {
            return style;
        }

        var plain = (CellFormat)format.CloneNode(true);
        plain.FillId = originalOf.TryGetValue(shade, out var original) ? styles.Fill(FillText.Parse(original)) : 0;
        return styles.Format(plain);
    }

    private uint Mark(uint style, Severity severity)
    {
        var format = styles.FormatAt(style) ?? styles.FormatAt(0) ?? new CellFormat();
        var marked = (CellFormat)format.CloneNode(true);
        marked.FillId = styles.SolidFill($"FF{ShadeFor(severity, FillText.Of(styles.FillOf(format)))}");
        marked.ApplyFill = true;
        return styles.Format(marked);
    }

    private string ShadeFor(Severity severity, string? original)
    {
        if (original is null)
        {
            return Shade(severity, 0);
        }

        var shades = Enumerable.Range(1, Shades - 1).Select(n => Shade(severity, n)).ToList();
        var shade = shades.Find(s => originalOf.GetValueOrDefault(s) == original) ?? shades.Find(s => !originalOf.ContainsKey(s));
        if (shade is null)
        {
            return Shade(severity, 0);
        }

        originalOf[shade] = original;
        return shade;
    }

    private static string Shade(Severity severity, int number) =>
        (ColourOf(severity) | (number >> 4 << 16) | ((number >> 2 & 3) << 8) | (number & 3)).ToString("X6", CultureInfo.InvariantCulture);

    private static string? ShadeIn(Fill? fill)
    {
        var pattern = fill?.PatternFill;
        return pattern?.PatternType?.Value == PatternValues.Solid
            && pattern.ForegroundColor?.Rgb?.Value is { Length: 8 } argb
            && int.TryParse(argb.AsSpan(2), NumberStyles.HexNumber, null, out var colour)
            && Enum.GetValues<Severity>().Any(s => ColourOf(s) == (colour & 0xFCFCFC))
            ? argb[2..].ToUpperInvariant()
            : null;
    }

    /// <summary>Their low two bits in each channel are free. None of them is in Excel's palettes.</summary>
    private static int ColourOf(Severity severity) => severity switch
    {
        Severity.Error => 0xF4B8B0,
        Severity.Warning => 0xF8E88C,
        _ => 0xD0E4F8,
    };

    private static Dictionary<string, string> Read(Workbook workbook) => Names(workbook)
        .Where(n => n.Name?.Value?.StartsWith(NamePrefix, StringComparison.Ordinal) == true)
        .DistinctBy(n => n.Name!.Value)
        .ToDictionary(n => n.Name!.Value![NamePrefix.Length..], n => n.Text.Trim('"'), StringComparer.Ordinal);

    private static IEnumerable<DefinedName> Names(Workbook workbook) => workbook.DefinedNames?.Elements<DefinedName>() ?? [];
}
