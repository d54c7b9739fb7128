using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Ledger;

/// <summary>What is left of texts that were erased.</summary>
internal static class ErasedText
{
    public static readonly Bilingual Message = new("nội dung đã bị xoá.", "its text was erased.");

    /// <summary>Names of sheets and columns are words of the sender.</summary>
    public static Place Of(Place place) => new(null, place.Row, null, place.Cell);

    public static Fault Of(Fault fault) => new(Of(fault.Place), fault.Code, fault.Severity, null, null, Message);
}

/// <summary>What an erased file gave: its cells and counts without words, and the number and day by which papers are known.</summary>
internal sealed record ErasedFile(string Cells, string Sums, string? Number, string? Date);
