using System.Globalization;

namespace DtPipeline.Checking;

/// <summary>A kind of fault: its code, severity and sentences. In the sentences {0} is what was found and {1} what was expected.</summary>
public sealed class FaultKind(string code, Severity severity, string vi, string en)
{
    private const int LongestQuote = 200;

    public string Code => code;

    public Severity Severity => severity;

    public Fault At(Place place, string? found = null, string? expected = null)
    {
        var quoted = found is null ? null : Quoted(found);
        return new Fault(place, code, severity, quoted, expected, new Bilingual(Say(vi, quoted, expected), Say(en, quoted, expected)));
    }

    /// <summary>Where what is expected is itself a word of a language.</summary>
    public Fault At(Place place, string found, Bilingual expected) =>
        At(place, found, expected.En) with { Message = new Bilingual(At(place, found, expected.Vi).Message.Vi, At(place, found, expected.En).Message.En) };

    /// <summary>As much of a text as a fault repeats: a long one in ten thousand faults would be a receipt that nobody can hold.</summary>
    public static string Quoted(string text) => text.Length > LongestQuote ? string.Concat(text.AsSpan(0, LongestQuote), "…") : text;

    private static string Say(string sentence, string? found, string? expected) =>
        string.Format(CultureInfo.InvariantCulture, sentence, found, expected);
}
