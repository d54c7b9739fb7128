using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>What keeps the first line of a catalogue file from being its header.</summary>
internal static class CatalogueHeader
{
    private const int MostMistyped = 2;

    private static readonly (char Separator, string Name)[] Separators = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")];

    /// <param name="optional">Columns that older catalogues lack.</param>
    public static IEnumerable<string> ProblemsOf(string[] header, string[] columns, string[] optional)
    {
        if (header is [var whole] && columns.Length > 1 && Array.Find(Separators, s => whole.Contains(s.Separator)) is { Name: { } name })
        {
            yield return $"the columns are separated by {name}; save the file as CSV with commas";
            yield break;
        }

        var twice = header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        if (twice.Count > 0)
        {
            yield return $"the header has the column {string.Join(", ", twice)} twice; take one out";
        }

        if (columns.Except(header, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
        {
            yield return $"the header lacks the column {string.Join(", ", missing)}";
        }

        // Other columns are the owner's own notes; one that is nearly the name of a column that is not there would be passed over in silence.
        var known = columns.Concat(optional).ToList();
        foreach (var strange in header.Except(known, StringComparer.Ordinal))
        {
            if (optional.Except(header, StringComparer.Ordinal).FirstOrDefault(o => IsMistyped(strange, o)) is { } meant)
            {
                yield return $"the header has the column '{strange}', expected {meant}";
            }
        }
    }

    private static bool IsMistyped(string written, string meant) =>
        EditDistance.Of(Fold.Of(written).Replace(' ', '_'), meant, meant.Length > 2 * MostMistyped ? MostMistyped : 1) is not null;
}
