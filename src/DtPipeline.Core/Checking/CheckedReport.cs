using DtPipeline.Catalogue;
using DtPipeline.Faults;

namespace DtPipeline.Checking;

/// <summary>SDMX OBS_STATUS codes in use, and the mark of a value taken back.</summary>
internal static class ObservationStatus
{
    public const string Normal = "A";
    public const string Estimated = "E";
    public const string Provisional = "P";
    public const string Forecast = "F";

    /// <summary>Nothing to report: a nil, which is an answer.</summary>
    public const string Nil = "M";

    /// <summary>Taken back by its sender (SDMX action D): no value stands, and the earlier one is kept as a revision.</summary>
    public const string Withdrawn = "withdrawn";

    public static readonly IReadOnlyList<string> All = [Normal, Estimated, Provisional, Forecast, Nil, Withdrawn];
}

/// <summary>One cell of a report that passed every check, in the indicator's unit.</summary>
/// <param name="Value">Flags are 1 and 0; null for a nil and for a withdrawal.</param>
public sealed record CheckedCell(
    Indicator Indicator,
    double? Value,
    string Status,
    double? Numerator,
    double? Denominator,
    string? Note,
    Place Place);

/// <summary>A report after checking: every good cell once, every fault, and the rows that gave no cell.</summary>
/// <param name="Rows">Data rows of the file, good or bad.</param>
/// <param name="Missing">Rows whose value is blank.</param>
/// <param name="Repeated">Rows that say again what another row says.</param>
/// <param name="Faulty">Rows with an error.</param>
public sealed record CheckedReport(
    IReadOnlyList<CheckedCell> Cells,
    IReadOnlyList<Fault> Faults,
    int Rows,
    int Missing,
    int Repeated,
    int Faulty)
{
    /// <summary>Errors of the file. One that is known again from what was kept of it has its first error alone among its faults.</summary>
    public int Errors { get; init; } = Faults.Count(f => f.Severity == Severity.Error);

    public static CheckedReport Unreadable(Fault fault) => new([], [fault], 0, 0, 0, 0);
}
