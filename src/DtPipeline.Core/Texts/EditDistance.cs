namespace DtPipeline.Texts;

/// <summary>How many letters must be changed, added or left out to make one word of another (Levenshtein).</summary>
internal static class EditDistance
{
    /// <returns>Null where it is more than <paramref name="most"/>.</returns>
    public static int? Of(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > 500)
        {
            return null;
        }

        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        var row = new int[other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }

            (above, row) = (row, above);
        }

        return above[other.Length] <= most ? above[other.Length] : null;
    }
}
