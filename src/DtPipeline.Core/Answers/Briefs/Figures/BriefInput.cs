using DtPipeline.Amending;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>All that a brief is made of, as it was known at one moment. The same input gives the same bytes.</summary>
/// <param name="Period">Of whatever frequency: the brief speaks of all forms whose period ends with it.</param>
/// <param name="AsOf">The moment up to which files count; obligations are judged by its day in Vietnam.</param>
/// <param name="CatalogueHash">Which catalogue judged.</param>
/// <param name="Ledgers">Of the periods that <see cref="BriefScope.Needed"/> names, and of any others in which tasks were reported. A period that is not there has none.</param>
/// <param name="Files">By id the files of these periods.</param>
/// <param name="Address">Under which briefs are served, with a slash at its end.</param>
public sealed record BriefInput(
    Period Period,
    DateTimeOffset AsOf,
    ReportingCatalogue Catalogue,
    string CatalogueHash,
    IReadOnlyCollection<PeriodLedgers> Ledgers,
    IReadOnlyDictionary<string, BriefFile> Files,
    AlertTiming Timing,
    Uri Address)
{
    /// <summary>The newest brief before this one; null for the first.</summary>
    public LastBrief? Last { get; init; }

    /// <summary>What rebuilds have made of figures, whenever; the oldest first.</summary>
    public IReadOnlyList<FigureCorrection> ReadAgain { get; init; } = [];

    /// <summary>Catalogues by which the past was judged anew, whenever.</summary>
    public IReadOnlyList<ConfirmedCatalogue> Confirmed { get; init; } = [];

    /// <summary>Of the brief's periods, each the word that holds at the moment.</summary>
    public IReadOnlyList<DeskAnswer> DeskAnswers { get; init; } = [];

    /// <summary>Forms of the brief's periods that were closed at the moment: by whom and when.</summary>
    public IReadOnlyList<BriefClosing> Closings { get; init; } = [];
}

/// <summary>A file that had come by then.</summary>
public sealed record BriefFile(string FileId, string Path, string Organisation, Period Period, DateTimeOffset UploadedAt, string Status);

/// <param name="Ledgers">What that brief was made of, as it was known then.</param>
public sealed record LastBrief(Period Period, DateTimeOffset AsOf, IReadOnlyCollection<PeriodLedgers> Ledgers);

/// <summary>That the figures of a form and period are final (chốt số liệu).</summary>
public sealed record BriefClosing(string Form, Period Period, string By, DateTimeOffset At);
