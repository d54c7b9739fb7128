using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DtPipeline.Grids.Pdf;

/// <summary>
/// Goes through all that the pages of a PDF refer to, before a page is read. Programs of fonts are taken out, for text needs none and they are run;
/// so is page content beyond any page of text. Ranges without end are refused.
/// </summary>
internal sealed partial class PdfGuard(PdfDocument document)
{
    private const int MostObjects = 20_000;
    private const int MostNested = 100;

    /// <summary>Of a page, or a drawing in it, unpacked: a page of text has less than 100 kB.</summary>
    private const int MostContent = 262_144;

    private const int MostParts = 64;

    /// <summary>Characters that ranges of a font speak of, all of them together.</summary>
    private const long MostInRanges = 262_144;

    private static readonly string[] Packing = ["Filter", "F", "DecodeParms", "FDecodeParms"];
    private static readonly HashSet<string> FontPrograms = ["FontFile", "FontFile2", "FontFile3"];
    private static readonly HashSet<string> CodeMaps = ["ToUnicode", "Encoding", "UseCMap"];

    /// <summary>What leads away from a page, or to what nobody asks for where its text is read.</summary>
    private static readonly HashSet<string> Aside = ["Parent", "Annots", "B", "Metadata", "PieceInfo", "Thumb"];

    private readonly HashSet<(IndirectReference, string)> seen = [];
    private readonly Dictionary<IndirectReference, int> lengths = [];

    /// <exception cref="PdfTooMuchException">It has more, or speaks of more, than a paper has.</exception>
    public void Clear() => Follow(document.Structure.Catalog.CatalogDictionary.Data.GetValueOrDefault("Pages"), string.Empty, 0);

    private void Follow(IToken? token, string key, int depth)
    {
        if (depth > MostNested)
        {
            throw new PdfTooMuchException();
        }

        switch (token)
        {
            case IndirectReferenceToken { Data: var reference } when seen.Add((reference, RoleOf(key))):
                Refer(reference, key, depth);
                break;
            case DictionaryToken dictionary:
                Check(dictionary);
                foreach (var (name, value) in dictionary.Data.Where(d => !Aside.Contains(d.Key)))
                {
                    Follow(value, name, depth + 1);
                }

                break;
            case ArrayToken array:
                foreach (var value in array.Data)
                {
                    Follow(value, key, depth + 1);
                }

                break;
        }
    }

    private void Refer(IndirectReference reference, string key, int depth)
    {
        if (seen.Count > MostObjects)
        {
            throw new PdfTooMuchException();
        }

        var token = Find(reference);
        Follow(token is StreamToken whole ? whole.StreamDictionary : token, key, depth + 1);
        if (token is StreamToken stream && !IsPicture(stream))
        {
            Take(reference, stream, key);
        }
        else if (token is DictionaryToken dictionary && dictionary.Data.Keys.Any(FontPrograms.Contains))
        {
            document.Advanced.ReplaceIndirectObject(reference, Without(dictionary, FontPrograms));
        }
    }

    private IToken? Find(IndirectReference reference)
    {
        try
        {
            return document.Structure.GetObject(reference)?.Data;
        }
        catch (InvalidOperationException)
        {
            // Referred to, and not there: the library says so where it needs it.
            return null;
        }
    }

    private void Take(IndirectReference reference, StreamToken stream, string key)
    {
        if (FontPrograms.Contains(key) || LengthOf(reference, stream) > MostContent)
        {
            document.Advanced.ReplaceIndirectObject(reference, new StreamToken(Without(stream.StreamDictionary, Packing), Memory<byte>.Empty));
        }
        else if (CodeMaps.Contains(key))
        {
            var spans = Spans().Matches(Encoding.Latin1.GetString(Unpacked(stream).Span)).Sum(m => Span(m.Groups["from"].ValueSpan, m.Groups["to"].ValueSpan));
            Refuse(spans > MostInRanges);
        }
    }

    private Memory<byte> Unpacked(StreamToken stream) => stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner);

    private static DictionaryToken Without(DictionaryToken dictionary, IEnumerable<string> keys) => keys.Aggregate(dictionary, (d, k) => d.Without(k));

    private static string RoleOf(string key) => FontPrograms.Contains(key) || CodeMaps.Contains(key) ? key : string.Empty;

    private int LengthOf(IndirectReference reference, StreamToken stream)
    {
        if (!lengths.TryGetValue(reference, out var length))
        {
            lengths[reference] = length = stream.Data.Length > MostContent ? stream.Data.Length : Unpacked(stream).Length;
        }

        return length;
    }

    private void Check(DictionaryToken dictionary)
    {
        foreach (var name in new[] { "W", "W2" })
        {
            Refuse(dictionary.Data.TryGetValue(name, out var widths) && Resolved(widths) is ArrayToken array && SpanOf(array) > MostInRanges);
        }

        Refuse(Number(dictionary, "LastChar") - Number(dictionary, "FirstChar") > char.MaxValue);
        if (dictionary.Data.TryGetValue("Contents", out var contents) && Resolved(contents) is ArrayToken parts)
        {
            var streams = parts.Data.OfType<IndirectReferenceToken>().Select(r => r.Data).ToList();
            Refuse(streams.Count > MostParts || streams.Sum(r => Find(r) is StreamToken part ? (long)LengthOf(r, part) : 0) > MostContent);
        }
    }

    private static void Refuse(bool isTooMuch)
    {
        if (isTooMuch)
        {
            throw new PdfTooMuchException();
        }
    }

    private IToken? Resolved(IToken token) => token is IndirectReferenceToken { Data: var reference } ? Find(reference) : token;

    private double Number(DictionaryToken dictionary, string name) =>
        dictionary.Data.TryGetValue(name, out var token) && Resolved(token) is NumericToken number ? number.Double : 0;

    /// <summary>Widths are "first [widths]" or "first last width": how far numbers behind each other are apart is never less than the ranges are.</summary>
    private static double SpanOf(ArrayToken widths)
    {
        var numbers = widths.Data;
        var span = 0.0;
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i - 1] is NumericToken from && numbers[i] is NumericToken to)
            {
                span += Math.Max(0, to.Double - from.Double);
            }
        }

        return span;
    }

    private static long Span(ReadOnlySpan<char> from, ReadOnlySpan<char> to) =>
        long.TryParse(from, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var first) && long.TryParse(to, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var last)
            ? Math.Abs(last - first)
            : MostInRanges;

    private static bool IsPicture(StreamToken stream) => stream.StreamDictionary.Data.TryGetValue("Subtype", out var type) && type is NameToken { Data: "Image" };

    [GeneratedRegex(@"<\s*(?<from>[0-9A-Fa-f\s]+?)\s*>\s*<\s*(?<to>[0-9A-Fa-f\s]+?)\s*>\s*(?=[<\[\d])")]
    private static partial Regex Spans();
}
