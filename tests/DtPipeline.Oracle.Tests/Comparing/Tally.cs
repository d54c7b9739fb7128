using System.Globalization;

namespace DtPipeline.Oracle.Tests.Comparing;

/// <summary>Counts what agrees, and keeps what does not, with the day on which it was first seen.</summary>
internal sealed class Tally
{
    private const int MostTold = 200;

    // Two ways of adding up the same decimals.
    private const double Noise = 1e-9;

    private readonly SortedDictionary<string, SortedDictionary<string, int>> agreed = new(StringComparer.Ordinal);
    private readonly List<string> differences = [];
    private readonly HashSet<(string What, string Key, string? Oracle, string? Product)> told = [];

    public bool IsWell => Different == 0;

    /// <summary>Rows that are not the same, each as often as it was looked at.</summary>
    public int Different { get; private set; }

    public string Differences => string.Join(Environment.NewLine, [$"{Different} rows differ", .. differences]);

    /// <summary>Rows, the same ones or not.</summary>
    public int Compared => Different + agreed.Values.Sum(k => k.Values.Sum());

    /// <summary>How many rows of each kind agreed, by <paramref name="what"/> they are.</summary>
    public IReadOnlyDictionary<string, int> Agreed(string what) => agreed[what];

    /// <param name="what"><c>obligation states</c>, <c>alerts</c> or <c>figures</c>.</param>
    /// <param name="when">Said beside a difference.</param>
    /// <param name="kindOf">Of a key and its row, for the count.</param>
    public void Compare(
        string what, string when, IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual, Func<string, string, string> kindOf)
    {
        foreach (var key in expected.Keys.Union(actual.Keys, StringComparer.Ordinal))
        {
            var (oracle, product) = (expected.GetValueOrDefault(key), actual.GetValueOrDefault(key));
            if (oracle is not null && product is not null && IsSame(oracle, product))
            {
                Count(what, kindOf(key, oracle));
                continue;
            }

            Different++;
            if (differences.Count < MostTold && told.Add((what, key, oracle, product)))
            {
                differences.Add($"{when} {what} {key}: oracle {oracle ?? "nothing"}; product {product ?? "nothing"}");
            }
        }
    }

    public string ByKind => string.Join(Environment.NewLine, agreed.Select(a => $"{a.Key}: {string.Join(", ", a.Value.Select(k => Said(k.Value, k.Key)))}"));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{string.Join(", ", agreed.Select(a => Said(a.Value.Values.Sum(), a.Key)))} agreed; {Different} rows differ");

    private static string Said(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");

    private void Count(string what, string kind)
    {
        if (!agreed.TryGetValue(what, out var kinds))
        {
            agreed[what] = kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        }

        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
    }

    private static bool IsSame(string oracle, string product)
    {
        if (oracle == product)
        {
            return true;
        }

        var (expected, actual) = (oracle.Split(' '), product.Split(' '));
        return expected.Length == actual.Length && expected.Zip(actual).All(w => w.First == w.Second || IsNear(w.First, w.Second));
    }

    private static bool IsNear(string one, string other) =>
        double.TryParse(one, CultureInfo.InvariantCulture, out var first)
        && double.TryParse(other, CultureInfo.InvariantCulture, out var second)
        && Math.Abs(first - second) <= Noise * Math.Max(1, Math.Max(Math.Abs(first), Math.Abs(second)));
}
