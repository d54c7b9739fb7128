using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Faults;

namespace DtPipeline.Ledger;

/// <summary>One value of an indicator, organisation and period, with the file it came from.</summary>
/// <param name="Value">In the unit in which it was taken; flags 1 and 0; null for a nil and after a withdrawal.</param>
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
    /// <summary>The indicator's unit when the value was taken: the catalogue may have another by now. Null for values from before units were kept.</summary>
    public string? Unit { get; init; }

    /// <summary>A value or a nil; false after a withdrawal.</summary>
    public bool IsAnswer => Status != ObservationStatus.Withdrawn;

    /// <summary>What was taken in another unit is no figure of the indicator as it is now: it is neither added up nor compared.</summary>
    public bool IsIn(Indicator indicator) => Unit is null || Unit == indicator.Unit;

    public bool SaysTheSameAs(CheckedCell cell) =>
        IsIn(cell.Indicator) && Value == cell.Value && Status == cell.Status && Numerator == cell.Numerator && Denominator == cell.Denominator;
}
