using System.Text;

namespace DtPipeline.Texts;

/// <summary>
/// What a Vietnamese word can look like. The spelling allows so few syllables that text read in a wrong encoding has hardly any:
/// this is what tells the encodings apart.
/// </summary>
internal static class Syllable
{
    private const int Longest = 8;

    /// <summary>Acute, grave, hook, tilde, dot below.</summary>
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    // With q for the older placement of the tone (qúy), and with the clusters and the final k of names in the Highlands (Krông, Đắk Lắk).
    private static readonly HashSet<string> Onsets = new(
        "b bl br c ch d dr đ đr g gh gi gl gr h k kh kr l m n ng ngh nh p ph pl pr q qu r s t th tr v x".Split(' ').Append(string.Empty));

    private static readonly string[] Rimes = (
        "a ai ao au ay ac ach ak am an ang anh ap at ăc ăk ăm ăn ăng ăp ăt âc âk âm ân âng âp ât âu ây " +
        "e ec ek em en eng eo ep et ê êc êch êk êm ên êng ênh êp êt êu " +
        "i ia iu ich ik im in inh ip it iêc iêm iên iêng iêp iêt iêu " +
        "o oi oc ok om on ong oong ooc op ot oa oai oao oay oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăt oe oen oeo oet " +
        "ô ôi ôc ôk ôm ôn ông ôông ôp ôt ơ ơi ơk ơm ơn ơng ơp ơt " +
        "u ua ui uc uk um un ung up ut uâ uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ " +
        "uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưi ưu ưc ưk ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu " +
        "y yn ynh ych yt yu yêm yên yêng yêt yêu").Split(' ');

    /// <summary>Every rime with every tone it can have, and the plain letter that it begins with.</summary>
    private static readonly Dictionary<string, char> TonedRimes = Rimes.SelectMany(Toned).Distinct().ToDictionary(r => r, r => r.Normalize(NormalizationForm.FormD)[0]);

    private static readonly HashSet<char> Letters = [.. TonedRimes.Keys.SelectMany(r => r), 'đ'];

    /// <summary>A vowel with any marks that Vietnamese has, or đ.</summary>
    public static bool HasLetter(char c) => Letters.Contains(char.ToLowerInvariant(c));

    /// <param name="word">In normal form C, in any case.</param>
    public static bool IsVietnamese(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > Longest)
        {
            return false;
        }

        Span<char> lower = stackalloc char[Longest];
        lower = lower[..word.ToLowerInvariant(lower)];
        var onsets = Onsets.GetAlternateLookup<ReadOnlySpan<char>>();
        var rimes = TonedRimes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(3, lower.Length - 1); length >= 0; length--)
        {
            if (onsets.Contains(lower[..length]) && rimes.TryGetValue(lower[length..], out var first) && Follows(lower[..length], first))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Capitals with hardly a vowel, as in HĐND, QĐ, UBQGCĐS; and đ for đồng.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        var vowels = 0;
        foreach (var c in word)
        {
            if (c is not (>= 'A' and <= 'Z' or 'Đ'))
            {
                return word is "đ";
            }

            vowels += "AEIOUY".Contains(c) ? 1 : 0;
        }

        return word.Length is > 0 and <= Longest && vowels * 4 <= word.Length;
    }

    private static bool Follows(ReadOnlySpan<char> onset, char vowel) => onset switch
    {
        "c" => vowel is not ('e' or 'i' or 'y'),
        "g" => vowel is not 'e',
        "ng" => vowel is not ('e' or 'i'),
        "q" => vowel is 'u',
        "gh" or "ngh" => vowel is 'e' or 'i',
        _ => true,
    };

    private static IEnumerable<string> Toned(string rime)
    {
        var isStopped = rime[^1] is 'c' or 'p' or 't' || rime.EndsWith("ch", StringComparison.Ordinal);
        if (!isStopped)
        {
            yield return rime;
        }

        foreach (var at in TonePlaces(rime))
        {
            foreach (var tone in Tones.Where(t => !isStopped || t is '\u0301' or '\u0323'))
            {
                yield return rime.Insert(at + 1, tone.ToString()).Normalize(NormalizationForm.FormC);
            }
        }
    }

    private static int[] TonePlaces(string rime)
    {
        var marked = rime.LastIndexOfAny(['ă', 'â', 'ê', 'ô', 'ơ', 'ư']);
        var vowels = rime.TakeWhile(c => "aeiouy".Contains(c)).Count();
        return marked >= 0 ? [marked]
            : vowels == 3 ? [1]
            : vowels == 1 ? [0]
            : vowels < rime.Length ? [1]
            : rime is "oa" or "oe" or "uy" ? [0, 1]
            : [0];
    }
}
