using System.Globalization;
using System.Text;
using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Proofs.Catalogues;

/// <param name="Files">By name what stands in storage; null where the file is missing.</param>
internal sealed record BrokenCatalogue(string File, string What, IReadOnlyDictionary<string, byte[]?> Files);

/// <summary>What people and programs do to a catalogue: a cell, a line, a column, a file. The same for the same seed.</summary>
internal sealed class CatalogueMutations(int seed)
{
    private static readonly string[] Words =
    [
        "", " ", "X/1", "X#1", "X\\1", "X?1", "T24/06", "GOV/06", "PROV/M", "~", "A~B", "..", ".", "-", "@", "é1", "ĐB-1", "e\u0301", "=1+1", "a b", "\u0007", "\u202E", "\u00A0", "\uFFFD", "two\nlines",
        "0", "-1", "1", "12", "13", "31", "32", "45", "-45", "100", "1.5", "1,5", "1e400", "-1e308", "NaN", "Infinity", "2147483648", "99999999999999999999",
        "2025-02-30", "30/06/2025", "9999-12-31", "0001-01-01", "1899-12-31", "1900-01-01", "2199-12-31", "2025-06-30", "2025-07-01", "2024-06-30",
        "2000-01", "2000-Q1", "2000", "2024-S1", "2024-Q2", "2025-07", "2025-Q5", "2099-12", "2099-Q4", "2099", "2100-Q1",
        "yes", "no", "maybe", "national", "organisation", "flag", "ratio", "flow", "yes_no", "percent", "count", "sum", "weighted_mean", "count_yes", "max",
        "monthly", "quarterly", "half-year", "annual", "weekly", "none", "next_working_day", "receiving_unit", "reporting_body", "estimated",
        "@all", "@provinces", "@ministries", "@unnamed", "@towns", ";", "MPS;;MIC", "P63-01", "P34-01", "MPS", "MIC", "MOST", "MIC..2025-02-28;MOST", "MOST;MIC", "tasks", "catalogue", "unplaced",
        "GOV-01", "gov-01", "P06-04", "IN-05", "PROV-Q", "ND09-2019", "TT02-2023", "T24-01", "extension", "exemption", "overseer", "reporter", "red", "next", "* * * * *", "https://{period}.example/",
    ];

    private static readonly string[] Long = [new('A', 40), new('A', 41), new('ế', 2_000), new('x', 2_001), new('9', 400), string.Concat(Enumerable.Repeat("P63-01;", 200))];

    private readonly Random random = new(seed);
    private readonly CatalogueTables whole = CatalogueTables.Default();

    public BrokenCatalogue Next()
    {
        var tables = whole.Copy();
        var file = Pick(CatalogueReader.Files);
        var what = new List<string>();
        for (var changes = random.Next(4) == 0 ? 2 : 1; changes > 0; changes--)
        {
            what.Add(random.Next(10) switch
            {
                < 6 => ChangeCell(tables[file]),
                < 8 => ChangeLine(tables[file]),
                _ => ChangeColumn(tables[file]),
            });
        }

        var files = tables.Bytes();
        if (random.Next(8) == 0)
        {
            what.Add(ChangeFile(tables, files, file));
        }

        return new BrokenCatalogue(file, string.Join("; ", what), files);
    }

    private string ChangeCell(List<string[]> lines)
    {
        if (lines.Count < 2)
        {
            return "nothing";
        }

        var line = random.Next(1, lines.Count);
        var cells = lines[line];
        var column = random.Next(cells.Length);
        if (cells.ElementAtOrDefault(column) is not { } was)
        {
            return "nothing";
        }

        cells[column] = random.Next(8) switch
        {
            0 => string.Empty,
            1 => Pick(lines).ElementAtOrDefault(column) ?? string.Empty,
            2 => Pick(cells),
            3 => Spoilt(was),
            4 => Shifted(was),
            5 when random.Next(4) == 0 => Pick(Long),
            _ => Pick(Words),
        };
        return $"line {line + 1}, {lines[0].ElementAtOrDefault(column)}: '{Shown(was)}' became '{Shown(cells[column])}'";
    }

    private string ChangeLine(List<string[]> lines)
    {
        if (lines.Count == 0)
        {
            return "nothing";
        }

        var line = random.Next(lines.Count);
        switch (random.Next(5))
        {
            case 0:
                lines.RemoveAt(line);
                return $"line {line + 1} taken out";
            case 1:
                lines.Insert(random.Next(lines.Count + 1), [.. lines[line]]);
                return $"line {line + 1} there twice";
            case 2:
                lines[line] = lines[line][..random.Next(Math.Max(1, lines[line].Length))];
                return $"line {line + 1} cut";
            case 3:
                lines[line] = [.. lines[line], Pick(Words)];
                return $"line {line + 1} with a cell more";
            default:
                var other = random.Next(lines.Count);
                (lines[line], lines[other]) = (lines[other], lines[line]);
                return $"lines {line + 1} and {other + 1} exchanged";
        }
    }

    private string ChangeColumn(List<string[]> lines)
    {
        if (lines.Count == 0)
        {
            return "nothing";
        }

        var column = random.Next(Math.Max(1, lines[0].Length));
        var name = lines[0].ElementAtOrDefault(column) ?? string.Empty;
        switch (random.Next(6))
        {
            case 0:
                Each(lines, cells => [.. cells.Where((_, i) => i != column)]);
                return $"column {name} taken out";
            case 1:
                Each(lines, cells => [.. cells, cells.ElementAtOrDefault(column) ?? string.Empty]);
                return $"column {name} there twice";
            case 2 when name.Length > 0:
                lines[0][column] = Spoilt(name);
                return $"column {name} called {lines[0][column]}";
            case 3:
                var from = random.Next(Math.Max(1, lines[0].Length));
                Each(lines, cells => [.. cells.Select((c, i) => i == column && from < cells.Length ? cells[from] : c)], isHeaderToo: false);
                return $"column {name} filled with {lines[0].ElementAtOrDefault(from)}";
            case 4:
                var filler = Pick(Words);
                Each(lines, cells => [.. cells.Select((c, i) => i == column ? filler : c)], isHeaderToo: false);
                return $"column {name} filled with '{Shown(filler)}'";
            default:
                Each(lines, cells => [.. cells, string.Empty, string.Empty]);
                return "columns without a name at the end";
        }
    }

    private string ChangeFile(CatalogueTables tables, Dictionary<string, byte[]?> files, string file)
    {
        var bytes = files[file]!;
        switch (random.Next(9))
        {
            case 0:
                files[file] = null;
                return "the file missing";
            case 1:
                files[file] = [];
                return "the file empty";
            case 2:
                files[file] = bytes[..random.Next(Math.Max(1, bytes.Length))];
                return "the file cut";
            case 3:
                files[file] = Encoding.UTF8.GetBytes(tables.TextOf(file, Pick(";\t|".ToCharArray())));
                return "other separators";
            case 4:
                files[file] = [.. Encoding.UTF8.Preamble, .. bytes];
                return "a mark of UTF-8 in front";
            case 5:
                files[file] = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(tables.TextOf(file))];
                return "UTF-16";
            case 6:
                files[file] = CodePagesEncodingProvider.Instance.GetEncoding(Pick([1252, 1258]))!.GetBytes(tables.TextOf(file));
                return "an encoding of Windows";
            case 7:
                files[file] = Encoding.UTF8.GetBytes(tables.TextOf(file).Replace("\n", Pick(["\r\n", "\r", "\n\n"]), StringComparison.Ordinal));
                return "other ends of lines";
            default:
                for (var times = random.Next(1, 4); times > 0 && bytes.Length > 0; times--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                return "other bytes";
        }
    }

    private string Spoilt(string text)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(3) switch
        {
            0 when at < text.Length => text.Remove(at, 1),
            1 when at < text.Length => string.Concat(text.AsSpan(0, at), char.IsUpper(text[at]) ? text[at..].ToLowerInvariant() : text[at..].ToUpperInvariant()),
            _ => text.Insert(at, Pick([" ", "x", "-", "/", "\"", ";", "1", "ế"])),
        };
    }

    /// <summary>Days, periods and numbers beside the right ones.</summary>
    private string Shifted(string text) =>
        DateOnly.TryParseExact(text, "O", out var day) ? $"{day.AddDays(Pick([-800, -31, -1, 1, 31, 800])):O}"
        : double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? (number * Pick([-1, 0, 2, 1000])).ToString(CultureInfo.InvariantCulture)
        : Pick(Words);

    private static void Each(List<string[]> lines, Func<string[], string[]> change, bool isHeaderToo = true)
    {
        for (var i = isHeaderToo ? 0 : 1; i < lines.Count; i++)
        {
            lines[i] = change(lines[i]);
        }
    }

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..60]}… ({text.Length})";
}
