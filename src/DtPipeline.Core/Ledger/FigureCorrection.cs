namespace DtPipeline.Ledger;

/// <summary>A figure that says something else since the files of the archive were read again: nobody has sent anything, it was read or judged wrong before.</summary>
/// <param name="From">In the indicator's unit; null where there was no value.</param>
/// <param name="FromStatus">SDMX OBS_STATUS; null where nothing was stored.</param>
/// <param name="To">As <paramref name="From"/>, since then.</param>
/// <param name="FileId">The file that gives it now, or gave it before where none does now.</param>
/// <param name="Catalogue">Hash of the catalogue by which it was read.</param>
public sealed record FigureCorrection(
    string Organisation, string Period, string Indicator, double? From, string? FromStatus, double? To, string? ToStatus, string FileId, DateTimeOffset At, string Catalogue);
