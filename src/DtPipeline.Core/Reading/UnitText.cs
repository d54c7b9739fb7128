using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>What a unit measures; two units of one dimension can be converted.</summary>
internal enum Dimension
{
    /// <summary>Nothing known: the noun of what is counted, or something else.</summary>
    Other,
    Percent,
    Vnd,
    Usd,
    YesNo,
    Score,
    Rank,

    /// <summary>A bare multiplier such as "triệu".</summary>
    None,
}

/// <summary>A unit as people write it: its dimension and by how much a value is multiplied (money: to get đồng or dollars).</summary>
internal sealed record UnitText(Dimension Dimension, decimal Factor)
{
    // The longer ones first: "nghìn tỷ" is not "nghìn" of something.
    private static readonly Dictionary<string, decimal> Multipliers = new(StringComparer.Ordinal)
    {
        ["trieu ty"] = 1e15m,
        ["nghin ty"] = 1e12m,
        ["ngan ty"] = 1e12m,
        ["ty"] = 1e9m,
        ["ti"] = 1e9m,
        ["billion"] = 1e9m,
        ["trieu"] = 1e6m,
        ["million"] = 1e6m,
        ["nghin"] = 1e3m,
        ["ngan"] = 1e3m,
        ["thousand"] = 1e3m,
    };

    private static readonly Dictionary<string, Dimension> Words = Index(
        (Dimension.Percent, ["phan tram", "percent", "ty le"]),
        (Dimension.Vnd, ["dong", "vnd", "d", "dong viet nam"]),
        (Dimension.Usd, ["usd", "do la my", "do la", "dollars"]),
        (Dimension.YesNo, ["yes no", "co khong", "dat khong dat", "co chua"]),
        (Dimension.Score, ["score", "diem", "diem so", "points"]),
        (Dimension.Rank, ["rank", "hang", "thu hang", "vi tri"]));

    public bool IsKnown => Dimension != Dimension.Other || Factor != 1;

    public static UnitText Of(string text)
    {
        var trimmed = text.Trim();
        if (trimmed is "%" or "\uFF05")
        {
            return new UnitText(Dimension.Percent, 1);
        }

        var folded = Fold.Of(text);
        foreach (var (word, factor) in Multipliers)
        {
            if (folded == word)
            {
                return new UnitText(Dimension.None, factor);
            }

            if (folded.StartsWith($"{word} ", StringComparison.Ordinal) && !Words.ContainsKey(folded))
            {
                return new UnitText(Words.GetValueOrDefault(folded[(word.Length + 1)..]), factor);
            }

            if (folded.EndsWith($" {word}", StringComparison.Ordinal))
            {
                return new UnitText(Words.GetValueOrDefault(folded[..^(word.Length + 1)]), factor);
            }
        }

        return new UnitText(Words.GetValueOrDefault(folded), 1);
    }

    /// <summary>By how much a value in this unit is multiplied to be in the indicator's; null where the two measure different things.</summary>
    public decimal? FactorTo(Indicator indicator) => indicator.Unit switch
    {
        "percent" => Dimension == Dimension.Percent ? 1 : null,
        "yes_no" => Dimension == Dimension.YesNo ? 1 : null,
        "score" => Dimension == Dimension.Score ? 1 : null,
        "rank" => Dimension == Dimension.Rank ? 1 : null,
        "vnd_million" => Dimension is Dimension.Vnd or Dimension.None ? Factor / 1e6m : null,
        "usd_million" => Dimension is Dimension.Usd or Dimension.None ? Factor / 1e6m : null,
        _ => Dimension is Dimension.Other or Dimension.None ? Factor : null,
    };

    private static Dictionary<string, Dimension> Index(params (Dimension Dimension, string[] Words)[] units) =>
        units.SelectMany(u => u.Words.Select(word => (word, u.Dimension))).ToDictionary(x => x.word, x => x.Dimension, StringComparer.Ordinal);
}
