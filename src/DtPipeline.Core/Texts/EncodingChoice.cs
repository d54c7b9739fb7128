namespace DtPipeline.Texts;

/// <summary>Which old encoding a text is in. Whoever cannot be told from another that reads differently is not chosen at all.</summary>
internal static class EncodingChoice
{
    /// <summary>Different words that must speak for an encoding.</summary>
    private const int Few = 2;

    private const int Enough = 3;

    private static readonly OldEncoding[] Vietnamese = [OldEncoding.Windows1258, OldEncoding.Tcvn3, OldEncoding.Vni];

    public static OldEncoding? Of(ByteWords words)
    {
        if (!words.AreLanguage)
        {
            return null;
        }

        var western = WordsRead.Of(OldEncoding.Windows1252, words) is { Odd: 0 } read && !words.HaveUtf8 ? read : null;
        var readings = Vietnamese.Select(e => WordsRead.Of(e, words)).OfType<WordsRead>().ToList();
        if (western is { Good: 0 } && readings.TrueForAll(western.SaysTheSameAs) && IsPunctuation(words))
        {
            return OldEncoding.Windows1252;
        }

        if (western is not null && IsOfWindows(words, readings))
        {
            return OldEncoding.Windows1252;
        }

        var best = readings.MaxBy(r => (double)r.Good / Math.Max(1, r.Good + r.Odd));
        if (best is not null && IsClear(best, readings, western, words))
        {
            return best.Encoding;
        }

        return western?.Good >= Few && readings.TrueForAll(r => r.SaysTheSameAs(western) || r.Good * 4 <= words.Words.Count) ? western.Encoding : null;
    }

    private static bool IsClear(WordsRead best, List<WordsRead> readings, WordsRead? western, ByteWords words) =>
        best.Good >= Few
        && best.Good >= best.Odd * 3
        && readings.TrueForAll(r => r.SaysTheSameAs(best) || IsPoor(r, words))
        && (best.Good >= Enough || western is null || western.SaysTheSameAs(best));

    /// <summary>
    /// Made by a western Excel: Vietnamese letters were lost on the way, or there are its group marks and hardly a word in which another
    /// encoding could show. Misread words would be unknown names, and figures are read alike in all of them.
    /// </summary>
    private static bool IsOfWindows(ByteWords words, List<WordsRead> readings) =>
        words.LostLetters >= Few
        || (words.HaveGroupMarks && (words.LostLetters > 0 || (words.Words.Count <= Few && readings.TrueForAll(r => r.Good < Few))));

    private static bool IsPoor(WordsRead reading, ByteWords words) => reading.Good * 2 <= words.Words.Count;

    /// <summary>Signs that are the same everywhere, such as dashes and quotes, tell no encoding and need none.</summary>
    private static bool IsPunctuation(ByteWords words) => words.Words.Count > 0 || Array.TrueForAll(Vietnamese, words.AllIn);
}
