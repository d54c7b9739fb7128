using System.Text;

namespace DtPipeline.Texts;

/// <summary>An encoding from before Unicode: what each byte means. The bytes of ASCII mean themselves in all of them.</summary>
internal sealed class OldEncoding
{
    private const char Nothing = '_';

    // The 96 upper places of TCVN 5712 in its third form, which the fonts .VnTime and their like show. Capitals with tones exist only
    // as capital fonts over the small letters, so their case is lost.
    private const string Tcvn3Letters =
        "\u00A0ĂÂÊÔƠƯĐăâêôơưđ_" +
        "_____àảãáạ_ằẳẵắ_" +
        "______ặầẩẫấậè_ẻẽ" +
        "éẹềểễếệìỉ___ĩíịò" +
        "_ỏõóọồổỗốộờởỡớợù" +
        "_ủũúụừửữứựỳỷỹýỵ_";

    public static readonly OldEncoding Windows1252 = new("Windows-1252", CodePage(1252), string.Empty);

    public static readonly OldEncoding Windows1258 = new("Windows-1258", CodePage(1258), "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY");

    public static readonly OldEncoding Tcvn3 = new("TCVN3 (ABC)", Tcvn3Table(), string.Empty);

    public static readonly OldEncoding Vni = new("VNI", VniTable(), "aeouyơưAEOUYƠƯ");

    private readonly string[] meanings;
    private readonly string bearers;

    /// <param name="bearers">The letters that a mark can follow.</param>
    private OldEncoding(string name, string[] meanings, string bearers)
    {
        Name = name;
        this.meanings = meanings;
        this.bearers = bearers;
    }

    public string Name { get; }

    public bool Has(byte b) => meanings[b].Length > 0;

    /// <summary>A character, or one or two combining marks for the letter before; empty where the encoding has nothing.</summary>
    public string Meaning(byte b) => meanings[b];

    /// <param name="bytes">Each as the character of the same number.</param>
    /// <returns>In normal form C, or null when there is a byte without meaning or a mark without its letter.</returns>
    public string? Decode(ReadOnlySpan<char> bytes)
    {
        var text = new StringBuilder(bytes.Length + 8);
        foreach (var b in bytes)
        {
            var meaning = meanings[(byte)b];
            if (meaning.Length == 0 || (IsMark(meaning[0]) && (text.Length == 0 || !bearers.Contains(text[^1]))))
            {
                return null;
            }

            text.Append(meaning);
        }

        var composed = text.ToString().Normalize(NormalizationForm.FormC);
        return composed.Any(IsMark) ? null : composed;
    }

    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static string[] CodePage(int number)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(number)!;
        return Table(b => encoding.GetString([b]) is var text && !char.IsControl(text[0]) ? text : string.Empty);
    }

    private static string[] Tcvn3Table() =>
        Table(b => b < 0xA0 ? Punctuation(b) : Tcvn3Letters[b - 0xA0] is var c and not Nothing ? c.ToString() : string.Empty);

    private static string[] VniTable()
    {
        // A letter with marks is two bytes: the letter and one more byte for all its marks.
        string[] marks = ["", "ùøûõï", "\u0302", "áàåãä", "\u0306", "éèúüë"];
        const string Tones = "\u0301\u0300\u0309\u0303\u0323";
        var small = new Dictionary<char, string> { ['â'] = "\u0302", ['ê'] = "\u0306" };
        for (var i = 0; i < marks.Length; i += 2)
        {
            foreach (var (b, tone) in marks[i + 1].Zip(Tones))
            {
                small[b] = marks[i] + tone;
            }
        }

        foreach (var (b, letter) in "ôöíìæóòîñ".Zip("ơưíìỉĩịỵđ"))
        {
            small[b] = letter.ToString();
        }

        return Table(b => b < 0xC0
            ? Punctuation(b)
            : small.GetValueOrDefault((char)(b | 0x20)) is { } meaning ? (b & 0x20) == 0 ? meaning.ToUpperInvariant() : meaning : string.Empty);
    }

    /// <summary>The fonts of the old encodings keep the quotes, dashes and signs of Windows-1252.</summary>
    private static string Punctuation(byte b) => Windows1252.meanings[b] is var c && c.Length == 1 && !WordShape.IsLetter(c[0]) ? c : string.Empty;

    private static string[] Table(Func<byte, string> upperHalf) =>
        [.. Enumerable.Range(0, 256).Select(b => b < 0x80 ? ((char)b).ToString() : upperHalf((byte)b))];
}
