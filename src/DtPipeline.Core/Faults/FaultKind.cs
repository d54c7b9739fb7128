using System.Globalization;
using DtPipeline.Texts;

namespace DtPipeline.Faults;

/// <summary>A kind of fault: its code, severity and sentences. In the sentences {0} is what was found and {1} what was expected.</summary>
/// <remarks>A kind begins as its sentences; what explains it is added by <see cref="Means"/>, <see cref="SeenAs(string?, string?, string?)"/> and <see cref="MendedBy"/>.</remarks>
internal sealed class FaultKind(string code, Severity severity, string vi, string en)
{
    private const int LongestQuote = 200;

    public string Code => code;

    public Severity Severity => severity;

    /// <summary>What is wrong in general, in one sentence.</summary>
    public Bilingual? Meaning { get; private init; }

    public FaultExample? Example { get; private init; }

    /// <summary>What the sender can do.</summary>
    public Bilingual? Remedy { get; private init; }

    public FaultKind Means(string meaningVi, string meaningEn) =>
        new(code, severity, vi, en) { Meaning = new Bilingual(meaningVi, meaningEn), Example = Example, Remedy = Remedy };

    /// <param name="wrote">What the sender wrote, where that is more than what the fault quotes.</param>
    public FaultKind SeenAs(string? found = null, string? expected = null, string? wrote = null) =>
        SeenAs(new FaultExample(wrote ?? found, At(Place.WholeFile, found, expected)));

    public FaultKind SeenAs(string found, Bilingual expected) => SeenAs(new FaultExample(found, At(Place.WholeFile, found, expected)));

    public FaultKind MendedBy(string remedyVi, string remedyEn) =>
        new(code, severity, vi, en) { Meaning = Meaning, Example = Example, Remedy = new Bilingual(remedyVi, remedyEn) };

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

    private FaultKind SeenAs(FaultExample example) => new(code, severity, vi, en) { Meaning = Meaning, Example = example, Remedy = Remedy };

    private static string Say(string sentence, string? found, string? expected) =>
        string.Format(CultureInfo.InvariantCulture, sentence, found, expected);
}

/// <param name="Wrote">What a sender wrote; null where nothing can be shown.</param>
/// <param name="Fault">What is said of it.</param>
internal sealed record FaultExample(string? Wrote, Fault Fault);
