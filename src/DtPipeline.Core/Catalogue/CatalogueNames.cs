using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>Organisations and indicators by the names that people write: codes, official names and aliases, with or without diacritics.</summary>
public sealed class CatalogueNames
{
    private readonly ILookup<string, Organisation> organisations;
    private readonly Dictionary<string, Indicator?> indicators = new(StringComparer.Ordinal);

    /// <param name="indicators">Those of the catalogue, then the progress of its tasks.</param>
    public CatalogueNames(IReadOnlyList<Organisation> organisations, IReadOnlyList<Indicator> indicators)
    {
        this.organisations = organisations
            .SelectMany(o => NamesOf(o).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Organisation: o)))
            .ToLookup(x => x.Name, x => x.Organisation, StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            foreach (var name in new[] { Fold.Of(indicator.NameVi), Fold.Of(indicator.NameEn) }.Distinct(StringComparer.Ordinal))
            {
                // A name that two indicators, or two tasks, share tells neither.
                var isTaken = this.indicators.TryGetValue(name, out var other);
                this.indicators[name] = !isTaken ? indicator : other?.Task is null && indicator.Task is not null ? other : null;
            }
        }
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

    /// <param name="text">A name as written, with or without a number in front.</param>
    public Indicator? FindIndicator(string text)
    {
        var folded = Fold.Of(text);
        return indicators.GetValueOrDefault(folded) ?? indicators.GetValueOrDefault(WithoutNumber(folded));
    }

    private static IEnumerable<string> NamesOf(Organisation organisation)
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
}
