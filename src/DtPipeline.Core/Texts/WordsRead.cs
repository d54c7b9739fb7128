using System.Text;

namespace DtPipeline.Texts;

/// <summary>The words of a text as one encoding reads them, and how many of them that encoding makes sense of.</summary>
internal sealed record WordsRead(OldEncoding Encoding, IReadOnlyList<string> Texts, int Good, int Odd)
{
    /// <returns>Null where the encoding cannot be it.</returns>
    public static WordsRead? Of(OldEncoding encoding, ByteWords words)
    {
        if (!words.AllIn(encoding))
        {
            return null;
        }

        var texts = new List<string>(words.Words.Count);
        int good = 0, odd = 0;
        foreach (var word in words.Words)
        {
            if (encoding.Decode(word) is not { } text || (encoding == OldEncoding.Vni && !text.All(IsOfVni)))
            {
                return null;
            }

            texts.Add(text);
            var isGood = encoding == OldEncoding.Windows1252 ? WordShape.IsWestern(text) : IsVietnamese(text, encoding);
            good += isGood && HasLetters(text) ? 1 : 0;
            odd += isGood ? 0 : 1;
        }

        return new WordsRead(encoding, texts, good, odd);
    }

    public bool SaysTheSameAs(WordsRead other) => Texts.SequenceEqual(other.Texts);

    /// <summary>Whether every letter beyond ASCII stands in a Vietnamese syllable, and no symbol where none belongs.</summary>
    private static bool IsVietnamese(string word, OldEncoding encoding)
    {
        for (int start = 0, end; start < word.Length; start = end + 1)
        {
            end = start;
            while (end < word.Length && WordShape.IsLetter(word[end]))
            {
                end++;
            }

            var letters = word.AsSpan(start, end - start);
            if (!Ascii.IsValid(letters) && !Syllable.IsAbbreviation(letters) && !(Syllable.IsVietnamese(letters) && HasCase(letters, encoding)))
            {
                return false;
            }
        }

        return WordShape.HasUsualSymbols(word);
    }

    /// <summary>Capital fonts mix the cases of TCVN3 in a word.</summary>
    private static bool HasCase(ReadOnlySpan<char> letters, OldEncoding encoding) => encoding == OldEncoding.Tcvn3 || WordShape.HasUsualCase(letters);

    private static bool HasLetters(string word) => word.Any(c => WordShape.IsLetter(c) && !char.IsAscii(c));

    private static bool IsOfVni(char c) => char.IsAscii(c) || !WordShape.IsLetter(c) || Syllable.HasLetter(c);
}
