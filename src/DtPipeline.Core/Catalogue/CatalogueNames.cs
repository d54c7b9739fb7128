using System.Text.RegularExpressions;
using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>Organisations and indicators by the names that people write: codes, official names and aliases, with or without diacritics.</summary>
public sealed partial class CatalogueNames
{
    private static readonly string[] Multiples = ["nghin", "ngan", "trieu", "ty", "1 000", "1000", "1 000 000", "dvt", "don vi tinh"];

    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal)
    {
        "nguoi", "ho so", "thon", "ban", "xa", "tai khoan", "thue bao", "ho", "luot", "don vi", "van ban", "he thong", "dich vu", "mui", "thanh vien", "co so", "the", "to", "doanh nghiep", "nhiem vu",
        "ty le", "ti le", "phan tram", "dong", "usd", "vnd", "co khong", "diem", "dat khong dat", "cai", "chiec", "dn", "dvc", "tthc",
    };

    private readonly ILookup<string, Organisation> organisations;
    private readonly ILookup<string, Indicator> indicators;

    /// <summary>In characters, with all that is written around it; no name of the catalogue comes near.</summary>
    private const int LongestName = 1_000;

    /// <param name="indicators">Those of the catalogue, then the progress of its tasks.</param>
    public CatalogueNames(IReadOnlyList<Organisation> organisations, IReadOnlyList<Indicator> indicators)
    {
        this.organisations = organisations
            .SelectMany(o => NamesOf(o).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Organisation: o)))
            .ToLookup(x => x.Name, x => x.Organisation, StringComparer.Ordinal);
        this.indicators = indicators
            .SelectMany(i => NamesOf(i).Select(name => (Name: name, Indicator: i)))
            .ToLookup(x => x.Name, x => x.Indicator, StringComparer.Ordinal);
    }

    /// <summary>Names of organisations that exist on <paramref name="day"/>, as <see cref="Fold"/> writes them, the longest first.</summary>
    public IEnumerable<(string Name, Organisation Organisation)> OrganisationsOn(DateOnly day) => organisations
        .SelectMany(g => g.Where(o => o.IsValidOn(day)).Select(o => (g.Key, o)))
        .Where(x => x.Key.Length > 3 && x.Key != Fold.Of(x.o.Code))
        .OrderByDescending(x => x.Key.Length)
        .ThenBy(x => x.Key, StringComparer.Ordinal);

    /// <summary>The one organisation of that code, ISO 3166-2 code, name, alias or statistical code. What has changed its owner is read as of <paramref name="day"/>.</summary>
    public Organisation? FindOrganisation(string text, DateOnly day)
    {
        var candidates = organisations[Fold.Of(text)].Concat(organisations[WithoutRank(Fold.Of(text))]).Distinct().ToList();
        var valid = candidates.Where(o => o.IsValidOn(day)).ToList();
        return valid.Count == 1 ? valid[0] : valid.Count == 0 && candidates.Count == 1 ? candidates[0] : null;
    }

    /// <summary>The one indicator of that name. What has passed to a new code is read as of <paramref name="day"/>.</summary>
    /// <param name="text">A name as written, perhaps with a number in front and behind it a footnote's mark or what it counts: "(1)", "[2]", "(tổ)".</param>
    public Indicator? FindIndicator(string text, DateOnly day)
    {
        if (text.Length > LongestName)
        {
            return null;
        }

        if (Find(Fold.Of(text), day) is { } whole)
        {
            return whole;
        }

        var name = text;
        while (Behind().Match(name) is { Success: true } behind)
        {
            name = name[..behind.Index];
            if (Find(Fold.Of(name), day) is { } indicator && IsNoPartOfTheName(behind.Groups["in"].Value, indicator))
            {
                return indicator;
            }
        }

        return null;
    }

    internal static IEnumerable<string> NamesOf(Indicator indicator) => new[] { Fold.Of(indicator.NameVi), Fold.Of(indicator.NameEn) }.Distinct(StringComparer.Ordinal);

    private Indicator? Find(string folded, DateOnly day)
    {
        var name = WithoutNumber(folded);
        return One(folded, day) ?? One(name, day)
            ?? (name.StartsWith("tong so ", StringComparison.Ordinal) ? One(name["tong ".Length..], day) : null);
    }

    /// <summary>A name that two indicators, or two tasks, share tells neither; between an indicator and a task it is the indicator's.</summary>
    private Indicator? One(string name, DateOnly day)
    {
        if (!indicators.Contains(name))
        {
            return null;
        }

        var candidates = indicators[name].ToList();
        var valid = candidates.Where(i => i.ValidTime.Contains(day)).ToList();
        var told = (valid.Count > 0 ? valid : candidates).OrderBy(i => i.Task is not null).Take(2).ToList();
        return told is [var only] ? only : told is [var first, var second] && (first.Task is null) != (second.Task is null) ? first : null;
    }

    /// <summary>A footnote, a multiple, a unit, or words that the name has itself; "(nữ)" would be something else.</summary>
    private static bool IsNoPartOfTheName(string brackets, Indicator indicator)
    {
        var folded = Fold.Of(brackets);
        return folded.All(char.IsAsciiDigit)
            || Counted.Contains(folded)
            || Array.Exists(Multiples, m => folded == m || folded.StartsWith($"{m} ", StringComparison.Ordinal))
            || $" {Fold.Of(indicator.NameVi)} ".Contains($" {folded} ", StringComparison.Ordinal);
    }

    /// <summary>All by which an organisation is found, as <see cref="Fold"/> writes them, some more than once.</summary>
    internal static IEnumerable<string> NamesOf(Organisation organisation)
    {
        string?[] names = [organisation.Code, organisation.IsoCode, organisation.GsoCode, organisation.NameVi, organisation.NameEn, .. organisation.Aliases];
        return names.OfType<string>().Select(Fold.Of).Where(n => n.Length > 0).SelectMany(n => new[] { n, WithoutRank(n) });
    }

    private static string WithoutRank(string folded)
    {
        foreach (var rank in new[] { "uy ban nhan dan ", "ubnd ", "tinh ", "thanh pho ", "tp " })
        {
            folded = folded.StartsWith(rank, StringComparison.Ordinal) ? folded[rank.Length..] : folded;
        }

        return folded;
    }

    /// <summary>Without the numbering of a list: "1", "1 2", "a", "ii" before the name.</summary>
    private static string WithoutNumber(string folded)
    {
        var words = folded.Split(' ');
        var first = Array.FindIndex(words, w => !IsNumbering(w));
        return first > 0 ? string.Join(' ', words[first..]) : folded;
    }

    private static bool IsNumbering(string word) =>
        word.All(char.IsAsciiDigit) || word is "i" or "ii" or "iii" or "iv" or "v" or "vi" or "vii" or "viii" or "ix" or "x" || (word.Length == 1 && char.IsAsciiLetter(word[0]));

    [GeneratedRegex(@"\s*(?:[\(\[](?<in>[^()\[\]]{1,40})[\)\]]|(?<in>\*{1,3}))\s*[:.]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
