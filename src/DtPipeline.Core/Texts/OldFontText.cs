namespace DtPipeline.Texts;

/// <summary>
/// Text typed with the fonts of TCVN3 (.VnTime) or VNI: a workbook holds it as the Unicode characters of Windows-1252 that stand at the same
/// bytes, and only the font shows Vietnamese.
/// </summary>
/// <remarks>To be asked before <see cref="CellText.Clean"/>: TCVN3 writes ư where Unicode has a soft hyphen.</remarks>
internal static class OldFontText
{
    private static readonly OldEncoding[] Candidates = [OldEncoding.Tcvn3, OldEncoding.Vni];

    /// <summary>True only where some word can be neither Vietnamese nor French nor English, and one of the encodings makes sense of all.</summary>
    public static bool TryRepair(string cell, out string repaired, [NotNullWhen(true)] out string? encodingName)
    {
        repaired = cell;
        encodingName = null;
        if (!cell.AsSpan().ContainsAnyInRange('\u00A1', '\u00FF') || Windows1252Bytes.Of(cell) is not { } bytes)
        {
            return false;
        }

        var words = ByteWords.Of(bytes);
        if (!words.AreLanguage || words.Words.All(IsHealthy))
        {
            return false;
        }

        var sensible = Candidates.Where(e => WordsRead.Of(e, words) is { Good: > 0, Odd: 0 }).ToList();
        if (sensible is not [var encoding])
        {
            return false;
        }

        repaired = CellText.Compose(string.Concat(bytes.Select(encoding.Meaning)));
        encodingName = encoding.Name;
        return true;
    }

    private static bool IsHealthy(string word) =>
        WordShape.IsFrench(word) || (Syllable.IsVietnamese(word) && (WordShape.HasUsualCase(word) || HasSlippedCase(word))) || Syllable.IsAbbreviation(word);

    /// <summary>"KHông": the shift key was held too long, which happens in any font.</summary>
    private static bool HasSlippedCase(string word) => word.Length > 2 && char.IsUpper(word[0]) && char.IsUpper(word[1]) && word.Skip(2).All(char.IsLower);
}
