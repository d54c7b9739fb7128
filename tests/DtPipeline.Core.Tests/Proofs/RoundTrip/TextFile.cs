using System.Text;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>Separated values as bytes, and the line on which each row starts.</summary>
internal sealed record TextFile(byte[] Content, IReadOnlyList<int> Lines)
{
    private static readonly Dictionary<TextEncoding, OldLetters> Old = new()
    {
        [TextEncoding.Windows1258] = new OldLetters(OldEncoding.Windows1258),
        [TextEncoding.Tcvn3] = new OldLetters(OldEncoding.Tcvn3),
        [TextEncoding.Vni] = new OldLetters(OldEncoding.Vni),
    };

    private static readonly Encoding LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: true);

    public static bool IsCodable(string text, TextEncoding encoding) => !Old.TryGetValue(encoding, out var letters) || letters.Has(text);

    public static TextFile Of(WrittenTable table, char delimiter, bool quotesAll, TextEncoding encoding, string lineEnd)
    {
        var text = new StringBuilder();
        var lines = new List<int>();
        var line = 1;
        foreach (var row in table.Rows)
        {
            lines.Add(line);
            var record = string.Join(delimiter, row.Select(c => c.As == WrittenAs.Raw ? c.Text : Field(c.Text, delimiter, quotesAll)));
            text.Append(record).Append(lineEnd);
            line += record.Count(c => c == '\n') + 1;
        }

        return new TextFile(Encode(text.ToString(), encoding), lines);
    }

    public static byte[] Encode(string text, TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => Encoding.UTF8.GetBytes(text),
        TextEncoding.Utf8Marked => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        TextEncoding.Utf16Little => [.. LittleEndian.Preamble, .. LittleEndian.GetBytes(text)],
        TextEncoding.Utf16Big => [.. BigEndian.Preamble, .. BigEndian.GetBytes(text)],
        _ => Old[encoding].Encode(Old[encoding].Fitting(text)),
    };

    private static string Field(string text, char delimiter, bool quotesAll) =>
        quotesAll || text.IndexOfAny([delimiter, '"', '\n', '\r']) >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
