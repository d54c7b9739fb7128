using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>How two papers stand to each other, as far as what they say of themselves can tell.</summary>
public enum PaperMatch
{
    /// <summary>Nothing that both say.</summary>
    Unknown,

    /// <summary>The same number and symbol.</summary>
    Number,

    /// <summary>The same day, where one of them has no number.</summary>
    Date,

    /// <summary>Another number.</summary>
    OtherNumber,
}

/// <summary>What an official paper is known by (Decree 30/2020): number and symbol, and the day of its signing.</summary>
/// <param name="Number">Such as <c>123/BC-UBND</c>, as written but for spaces; null where there is none, or its digits are written by hand.</param>
public sealed record PaperReference(string? Number, DateOnly? Date)
{
    public static readonly PaperReference None = new(null, null);

    public bool IsEmpty => Number is null && Date is null;

    public PaperMatch Match(PaperReference other) =>
        Number is not null && other.Number is not null ? Key(Number) == Key(other.Number) ? PaperMatch.Number : PaperMatch.OtherNumber
        : Date is not null && Date == other.Date ? PaperMatch.Date
        : PaperMatch.Unknown;

    /// <summary>"05/BC-UBND" and "5/bc-ubnd" are one number, "45/QĐ-STTTT" and "45/QD-STTTT" too.</summary>
    private static string Key(string number) => Fold.Of(number).TrimStart('0');
}
