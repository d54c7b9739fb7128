using System.Text;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>Writes Vietnamese in an encoding from before Unicode.</summary>
internal sealed class OldLetters
{
    private readonly Dictionary<string, byte> bytes = new(StringComparer.Ordinal);
    private readonly Dictionary<char, byte[]?> known = [];

    public OldLetters(OldEncoding encoding)
    {
        for (var b = 255; b >= 0; b--)
        {
            bytes[encoding.Meaning((byte)b)] = (byte)b;
        }
    }

    public bool Has(string text) => text.All(c => Of(c) is not null);

    /// <summary>Capitals that the encoding leaves to its fonts are written as small letters.</summary>
    public string Fitting(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormC).Select(c => Of(c) is not null ? c : char.ToLowerInvariant(c)).Where(c => Of(c) is not null));

    public byte[] Encode(string text) => [.. text.SelectMany(c => Of(c)!)];

    private byte[]? Of(char c) => known.TryGetValue(c, out var found) ? found : known[c] = Find(c);

    /// <summary>A letter is one byte, or a byte and one more for the marks that it lacks.</summary>
    private byte[]? Find(char c)
    {
        if (char.IsSurrogate(c))
        {
            return null;
        }

        if (bytes.TryGetValue(c.ToString(), out var one))
        {
            return [one];
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        for (var taken = parts.Length - 1; taken > 0; taken--)
        {
            foreach (var marks in Orders(parts[1..]))
            {
                var letter = (parts[0] + marks[..(taken - 1)]).Normalize(NormalizationForm.FormC);
                if (bytes.TryGetValue(letter, out var first) && bytes.TryGetValue(marks[(taken - 1)..], out var second))
                {
                    return [first, second];
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Orders(string marks) => marks.Length == 2 ? [marks, $"{marks[1]}{marks[0]}"] : [marks];
}
