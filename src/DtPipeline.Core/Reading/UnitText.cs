using System.Text;
using System.Text.RegularExpressions;
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
internal sealed partial record UnitText(Dimension Dimension, decimal Factor)
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
        (Dimension.Percent, ["phan tram", "percent", "ty le", "ti le", "ty le phan tram", "ti le phan tram"]),
        (Dimension.Vnd, ["dong", "vnd", "d", "dong viet nam", "viet nam dong"]),
        (Dimension.Usd, ["usd", "do la my", "do la", "dollars"]),
        (Dimension.YesNo, ["yes no", "co khong", "dat khong dat", "co chua"]),
        (Dimension.Score, ["score", "diem", "diem so", "points"]),
        (Dimension.Rank, ["rank", "hang", "thu hang", "vi tri"]));

    private static readonly HashSet<string> Marked = new(StringComparer.Ordinal) { "nghìn", "ngàn", "triệu", "tỷ", "tỉ" };

    /// <summary>"Ngân hàng", "ngân sách", "tỷ trọng", "tỷ suất", "ti vi": what begins like a multiple and is none.</summary>
    private static readonly HashSet<string> NoMultiple = new(StringComparer.Ordinal) { "hang", "sach", "le", "trong", "suat", "so", "gia", "vi", "phu", "khoan" };

    public bool IsKnown => Dimension != Dimension.Other || Factor != 1;

    public static UnitText Of(string text)
    {
        var trimmed = text.Trim().Trim('(', ')', ' ').Replace("₫", "đ", StringComparison.Ordinal);
        if (trimmed is "%" or "\uFF05")
        {
            return new UnitText(Dimension.Percent, 1);
        }

        var folded = Fold.Of(trimmed);
        if (trimmed.Contains('%') && !trimmed.Contains('/') && (folded.Length == 0 || Words.GetValueOrDefault(folded) == Dimension.Percent))
        {
            return new UnitText(Dimension.Percent, 1);
        }

        if (Number().Match(trimmed) is { Success: true } number && Multiplied(number.Groups["n"].Value) is { } thousands)
        {
            var counted = Fold.Of(number.Groups["what"].Value);
            return new UnitText(counted.Length == 0 ? Dimension.None : Words.GetValueOrDefault(counted), thousands);
        }

        return Spoken(trimmed, folded);
    }

    /// <summary>A unit in brackets at the end of a name, or behind "ĐVT:"; null where there is none that is known.</summary>
    public static string? Behind(string name) =>
        name.AsSpan().IndexOfAny(")]:") >= 0 && AtEnd().Match(name) is { Success: true } match && Of(match.Groups["unit"].Value).IsKnown ? match.Groups["unit"].Value.Trim() : null;

    private static UnitText Spoken(string text, string folded)
    {
        // With marks "ngân hàng" is no "ngàn" of something, and "công ty" no thousand millions; without them only the words beside it tell.
        var lower = text.ToLowerInvariant();
        var isMarked = !string.Equals(lower, folded, StringComparison.Ordinal);
        var first = lower.Split(' ', 2)[0];
        foreach (var (word, factor) in Multipliers)
        {
            if (folded == word && (!isMarked || IsMultiplier(first)))
            {
                return new UnitText(Dimension.None, factor);
            }

            if (folded.StartsWith($"{word} ", StringComparison.Ordinal) && !Words.ContainsKey(folded) && (!isMarked || IsMultiplier(first)) && !NoMultiple.Contains(folded[(word.Length + 1)..].Split(' ')[0]))
            {
                return new UnitText(Words.GetValueOrDefault(folded[(word.Length + 1)..]), factor);
            }

            if (folded.EndsWith($" {word}", StringComparison.Ordinal) && Words.GetValueOrDefault(folded[..^(word.Length + 1)]) is not Dimension.Other and var measured)
            {
                return new UnitText(measured, factor);
            }
        }

        return folded is "trd" or "tr d" or "tr dong" or "tr vnd" ? new UnitText(Dimension.Vnd, 1e6m) : new UnitText(Words.GetValueOrDefault(folded), 1);
    }

    private static bool IsMultiplier(string word) => Marked.Contains(word.Normalize(NormalizationForm.FormC)) || Multipliers.ContainsKey(word);

    /// <summary>"1.000" is a thousand, "10^3" too; 12 is no multiple.</summary>
    private static decimal? Multiplied(string number)
    {
        var digits = string.Concat(number.Where(c => !(c is '.' or ',' or ' ' or '\u00A0')));
        return digits switch
        {
            "1000" or "10^3" or "10³" => 1e3m,
            "1000000" or "10^6" or "10⁶" => 1e6m,
            "1000000000" or "10^9" or "10⁹" => 1e9m,
            _ => null,
        };
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

    [GeneratedRegex(@"^[x×]?\s*(?<n>10\^\d|10[³⁶⁹]|1(?:[., \u00A0]?000)+)(?:\s+(?<what>\D.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:[\(\[](?:\s*(?:ĐVT|đvt|đơn vị tính|Đơn vị tính)\s*:)?(?<unit>[^()\[\]]{1,40})[\)\]]|(?:ĐVT|đvt|đơn vị tính|Đơn vị tính)\s*:\s*(?<unit>[^()]{1,40}))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();
}
