using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>The codes of the SDMX code list CL_OBS_STATUS, and the mark of a value taken back.</summary>
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

    /// <summary>
    /// Beside these: B time series break, D definition differs, G experimental, I imputed, K and W part of another category, N not significant,
    /// S strike, U low reliability, V unvalidated.
    /// </summary>
    public static readonly IReadOnlyList<string> All =
        [Normal, "B", "D", Estimated, Forecast, "G", "H", "I", "J", "K", "L", Nil, "N", "O", Provisional, "Q", "S", "U", "V", "W", Withdrawn];

    /// <summary>
    /// Says that there is no value, so that none may stand beside it: a nil, or a reason (H holiday, J derogation, L not collected, O missing,
    /// Q suppressed).
    /// </summary>
    public static bool IsAbsence(string status) => status is Nil or "H" or "J" or "L" or "O" or "Q";
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
    /// <summary>Errors of the file, listed among its faults or only counted. One that is known again from what was kept of it has its first error alone among its faults.</summary>
    public int Errors { get; init; } = Faults.Count(f => f.Severity == Severity.Error);

    /// <summary>Rows below a header that are no data: numbers of the columns, headings, totals, signatures. They are not among <see cref="Rows"/>.</summary>
    public int PassedOver { get; init; }

    /// <summary>The file is a PDF or a picture: kept beside the report, and nothing of it is stored as a figure.</summary>
    public bool IsEvidence { get; init; }

    /// <summary>Number and day that the file gives itself.</summary>
    public PaperReference Paper { get; init; } = PaperReference.None;

    /// <summary>Codes of what its rows name, whether or not anything of them could be stored. One that is known again from what was kept of it lacks those of <see cref="Cells"/>.</summary>
    public IReadOnlyCollection<string> Named { get; init; } = [];

    /// <summary>Whether it speaks of one of the indicators that a form asks for, be it to take it back or in a row that could not be stored.</summary>
    public bool Concerns(Form form, Period period) => form.AsksFor(period).Any(i => Named.Contains(i.Indicator) || Cells.Any(c => c.Indicator.Code == i.Indicator));

    /// <summary>Whether it answers one of the indicators that a form asks for; what is taken back is no answer.</summary>
    public bool Answers(Form form, Period period) => Cells.Any(c => c.Status != ObservationStatus.Withdrawn && form.AsksFor(period).Any(i => i.Indicator == c.Indicator.Code));

    public static CheckedReport Unreadable(Fault fault) => new([], [fault], 0, 0, 0, 0);
}
