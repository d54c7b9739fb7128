namespace DtPipeline.Texts;

/// <summary>Text whose UTF-8 some program took for a code page, once or more often: Tá»‰nh for Tỉnh.</summary>
internal static class Mojibake
{
    private const int MostTimes = 3;

    /// <summary>Whether letters are lost for good.</summary>
    public static bool IsDamaged(string text) => text.Contains('\uFFFD');

    /// <returns>What was probably meant; null where the text is well, or cannot be guessed.</returns>
    public static string? Find(string text)
    {
        if (IsDamaged(text))
        {
            return null;
        }

        string? guess = null;
        for (var times = 0; times < MostTimes && CanBeUnwrapped(text); times++)
        {
            var unwrapped = Unwrapped.Of(text, mendsSpaces: false);
            if (unwrapped.MakesSense(isKnownDamage: guess is not null))
            {
                unwrapped = Unwrapped.Of(text, mendsSpaces: true);
                guess = CellText.Clean(unwrapped.Text);
            }

            text = unwrapped.Text;
        }

        return guess is not null && Unwrapped.Of(guess, mendsSpaces: false).Text == guess ? guess : null;
    }

    /// <summary>Told without making anything: most Vietnamese has an á or â somewhere.</summary>
    private static bool CanBeUnwrapped(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Unwrapped.Leads)) >= 0; text = text[(at + 1)..])
        {
            if (at + 1 == text.Length
                ? text[at] == 'Ã'
                : (text[at] == 'Ã' && text[at + 1] == ' ') || (Windows1252Bytes.TryGet(text[at + 1], out var next) && next is >= 0x80 and < 0xC0))
            {
                return true;
            }
        }

        return false;
    }
}
