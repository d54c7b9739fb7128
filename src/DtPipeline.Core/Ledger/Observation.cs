using DtPipeline.Checking;
using DtPipeline.Faults;

namespace DtPipeline.Ledger;

/// <summary>One value of an indicator, organisation and period, with the file it came from.</summary>
/// <param name="Value">In the indicator's unit; flags 1 and 0; null for a nil and after a withdrawal.</param>
/// <param name="Status">See <see cref="ObservationStatus"/>.</param>
public sealed record Observation(
    string Indicator,
    double? Value,
    string Status,
    double? Numerator,
    double? Denominator,
    string? Note,
    string FileId,
    DateTimeOffset UploadedAt,
    Place Place)
{
    /// <summary>A value or a nil; false after a withdrawal.</summary>
    public bool IsAnswer => Status != ObservationStatus.Withdrawn;

    public bool SaysTheSameAs(CheckedCell cell) =>
        Value == cell.Value && Status == cell.Status && Numerator == cell.Numerator && Denominator == cell.Denominator;
}
