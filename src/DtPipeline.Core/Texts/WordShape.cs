using System.Buffers;

namespace DtPipeline.Texts;

/// <summary>What words look like in any language: text read in a wrong encoding has capitals and symbols inside its words.</summary>
internal static class WordShape
{
    private const string BeforeAWord = "«©°µ¹²³±¿¡·£¥¢¤¼½¾";
    private const string BehindAWord = "»©®°ºª¹²³·¼½¾";

    /// <summary>What French never writes, and VNI on every line.</summary>
    private static readonly SearchValues<string> NotFrench =
        SearchValues.Create(["aâ", "eâ", "oâ", "aà", "aê", "eê", "oô", "uù", "uû"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The signs ª, µ and º are letters to Unicode but not to anybody's spelling.</summary>
    public static bool IsLetter(char c) => char.IsLetter(c) && c is not ('ª' or 'µ' or 'º');

    /// <summary>Small letters, capitals, or a capital and small letters.</summary>
    public static bool HasUsualCase(ReadOnlySpan<char> word)
    {
        var upper = 0;
        var lower = 0;
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return upper == 0 || lower == 0 || (upper == 1 && char.IsUpper(word[0]));
    }

    /// <summary>No symbol between letters, and at the ends only such as people write there: m², «word».</summary>
    public static bool HasUsualSymbols(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (IsLetter(word[i]))
            {
                continue;
            }

            var isBefore = i + 1 < word.Length && IsLetter(word[i + 1]);
            var isBehind = i > 0 && IsLetter(word[i - 1]);
            if ((isBefore && (isBehind || !BeforeAWord.Contains(word[i]))) || (isBehind && !BehindAWord.Contains(word[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A word of a western European language, as far as its letters tell. Icelandic ones are taken for damage.</summary>
    public static bool IsWestern(ReadOnlySpan<char> word)
    {
        var letters = 0;
        var accented = 0;
        foreach (var c in word)
        {
            if (c is 'Ð' or 'ð' or 'Þ' or 'þ')
            {
                return false;
            }

            letters += IsLetter(c) ? 1 : 0;
            accented += IsLetter(c) && !char.IsAscii(c) ? 1 : 0;
        }

        return (letters <= 2 || accented * 3 <= letters * 2) && HasUsualCase(word) && HasUsualSymbols(word);
    }

    /// <summary>As <see cref="IsWestern"/>, with no other accents than French has.</summary>
    public static bool IsFrench(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (IsLetter(c) && !char.IsAscii(c) && !"àâçèéêëîïôùûüÿœ".Contains(char.ToLowerInvariant(c)))
            {
                return false;
            }
        }

        return IsWestern(word) && !word.ContainsAny(NotFrench);
    }
}
