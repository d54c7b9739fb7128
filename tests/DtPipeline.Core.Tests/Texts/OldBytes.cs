using System.Globalization;
using System.Text;

namespace DtPipeline.Core.Tests.Texts;

/// <summary>Vietnamese as old programs wrote it, letter by letter from the published tables.</summary>
internal static class OldBytes
{
    /// <summary>Every small letter beyond ASCII: by vowel, and for each acute, grave, hook, tilde, dot below.</summary>
    public const string Letters = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ";

    private const string Tcvn3Codes =
        "B8 B5 B6 B7 B9 A8 BE BB BC BD C6 A9 CA C7 C8 C9 CB D0 CC CE CF D1 AA D5 D2 D3 D4 D6 DD D7 D8 DC DE " +
        "E3 DF E1 E2 E4 AB E8 E5 E6 E7 E9 AC ED EA EB EC EE F3 EF F1 F2 F4 AD F8 F5 F6 F7 F9 FD FA FB FC FE AE";

    private const string Tcvn3Capitals = "ĂÂÊÔƠƯĐ";

    private const string VniPairs =
        "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò " +
        "où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ";

    private const string ToneMarks = "\u0300\u0309\u0303\u0301\u0323";

    private static readonly byte[] ToneBytes = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2];

    private static readonly Dictionary<char, byte[]> Tcvn3Letters = Letters
        .Zip(Tcvn3Codes.Split(' '), (l, code) => (l, byte.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
        .Concat(Tcvn3Capitals.Select((l, i) => (l, (byte)(0xA1 + i))))
        .ToDictionary(p => p.Item1, p => new[] { p.Item2 });

    private static readonly Dictionary<char, byte[]> VniLetters = Letters.Zip(VniPairs.Split(' '))
        .SelectMany(p => new[] { p, (char.ToUpperInvariant(p.First), p.Second.ToUpperInvariant()) })
        .ToDictionary(p => p.Item1, p => Encoding.Latin1.GetBytes(p.Item2));

    /// <summary>Capitals with tones lose their case: only a capital font shows it.</summary>
    public static byte[] Tcvn3(string text) => [.. Tcvn3Text(text).SelectMany(c => Tcvn3Letters.GetValueOrDefault(c) ?? Windows1252($"{c}"))];

    public static byte[] Vni(string text) => [.. text.SelectMany(c => VniLetters.GetValueOrDefault(c) ?? Windows1252($"{c}"))];

    /// <summary>What is left of a text in TCVN3.</summary>
    public static string Tcvn3Text(string text) =>
        string.Concat(text.Select(c => char.IsAscii(c) || Tcvn3Capitals.Contains(c) ? c : char.ToLowerInvariant(c)));

    /// <summary>As keyboards of Windows typed it: every tone a byte of its own.</summary>
    public static byte[] Windows1258(string text) => [.. text.SelectMany(c => Windows1258Letter(c))];

    /// <summary>As converters wrote it: tones apart only where the code page lacks the whole letter.</summary>
    public static byte[] Windows1258Precomposed(string text) =>
        [.. text.SelectMany(c => "áàéèíóùúÁÀÉÈÍÓÙÚ".Contains(c) ? [(byte)c] : Windows1258Letter(c))];

    public static byte[] Windows1252(string text) =>
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetBytes(text);

    private static byte[] Windows1258Letter(char letter)
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        var bare = string.Concat(parts.Where(p => !ToneMarks.Contains(p))).Normalize(NormalizationForm.FormC);
        var tones = parts.Where(p => ToneMarks.Contains(p)).Select(p => ToneBytes[ToneMarks.IndexOf(p)]);
        byte[] own = bare switch
        {
            "Ă" => [0xC3],
            "Đ" => [0xD0],
            "Ơ" => [0xD5],
            "Ư" => [0xDD],
            "ă" => [0xE3],
            "đ" => [0xF0],
            "ơ" => [0xF5],
            "ư" => [0xFD],
            _ => Windows1252(bare),
        };
        return [.. own, .. tones];
    }
}
