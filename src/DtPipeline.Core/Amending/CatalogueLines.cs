using DtPipeline.Catalogue;
using DtPipeline.Grids.Csv;

namespace DtPipeline.Amending;

/// <summary>Compares two texts of a catalogue file line by line, whatever the order of the lines and columns.</summary>
internal static class CatalogueLines
{
    private static readonly Dictionary<string, string[]> Naming = new(StringComparer.Ordinal)
    {
        ["form_indicators.csv"] = ["form", "indicator"],
        ["regimes.csv"] = ["code", "level", "frequency", "valid_from"],
        ["holidays.csv"] = ["date"],
        ["sources.csv"] = ["code", "organisation"],
        [TargetReader.File] = ["indicator", "whose", "target_due"],
        [GrantReader.File] = ["form", "organisation", "period", "granted_on"],
    };

    public static IEnumerable<LineChange> Changes(string file, string? before, string? after)
    {
        var (old, now) = (Lines(file, before), Lines(file, after));
        foreach (var (name, cells) in now)
        {
            if (!old.TryGetValue(name, out var were))
            {
                yield return new LineChange(file, name, null, null, string.Empty);
                continue;
            }

            foreach (var column in cells.Keys.Union(were.Keys, StringComparer.Ordinal))
            {
                var (from, to) = (were.GetValueOrDefault(column, string.Empty), cells.GetValueOrDefault(column, string.Empty));
                if (from != to)
                {
                    yield return new LineChange(file, name, column, from, to);
                }
            }
        }

        foreach (var name in old.Keys.Where(n => !now.ContainsKey(n)))
        {
            yield return new LineChange(file, name, null, string.Empty, null);
        }
    }

    /// <summary>Cells by column, by what names their line; the second line of one name is told from the first by its number.</summary>
    private static Dictionary<string, Dictionary<string, string>> Lines(string file, string? text)
    {
        var lines = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (text is null)
        {
            return lines;
        }

        string[]? header = null;
        foreach (var row in DelimitedText.Rows(() => new StringReader(text), null, ','))
        {
            var cells = row.Cells.Select(c => c.Text).ToArray();
            if (header is null)
            {
                header = cells;
                continue;
            }

            var named = header.Zip(cells).DistinctBy(c => c.First, StringComparer.Ordinal).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
            var name = string.Join(' ', Naming.GetValueOrDefault(file, ["code"]).Select(c => named.GetValueOrDefault(c, string.Empty)).Where(c => c.Length > 0));
            var distinct = name;
            for (var number = 2; !lines.TryAdd(distinct, named); number++)
            {
                distinct = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} ({number})");
            }
        }

        return lines;
    }
}
