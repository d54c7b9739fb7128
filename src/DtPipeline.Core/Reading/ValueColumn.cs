using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>A column that may hold an indicator's value, and what its header says of the figures in it.</summary>
/// <param name="Name">The lowest cell of its header, as faults name it.</param>
/// <param name="FullName">All cells of its header.</param>
/// <param name="IsOwn">Says that it is of the file's period; otherwise it names none.</param>
/// <param name="Day">The day up to which it counts, where it names one.</param>
/// <param name="Breakdown">What the headers say that is no period, measure or unit: "Nam", "Cấp xã".</param>
internal sealed record ValueColumn(
    int Place,
    string Name,
    string FullName,
    string Unit,
    bool IsCumulative,
    bool IsOwn,
    DateOnly? Day,
    bool IsEstimate,
    LabelMeasure Measure,
    IReadOnlyList<string> Breakdown)
{
    public ReportColumn Column => IsCumulative ? ReportColumn.Cumulative : ReportColumn.Value;

    public bool IsTotal => !IsPart && Breakdown.Any(b => ColumnWords.IsTotal(Fold.Of(b)));

    public bool IsPart => Breakdown.Any(b => ColumnWords.IsPart(Fold.Of(b)));

    public static ValueColumn Of(IReadOnlyList<HeaderLabel> labels, int place, bool isCumulative, bool isOwn, DateOnly? day) => new(
        place,
        FaultKind.Quoted(labels[^1].Text),
        FaultKind.Quoted(string.Join(" / ", labels.Select(l => l.Text))),
        labels.LastOrDefault(l => l.Unit.Length > 0)?.Unit ?? string.Empty,
        isCumulative,
        isOwn,
        day,
        labels.Any(l => l.IsEstimate),
        labels.LastOrDefault(l => l.Measure != LabelMeasure.None)?.Measure ?? LabelMeasure.None,
        [.. labels.Where(l => l.Words.Length > 0).Select(l => l.Words)]);

    /// <summary>Whether their headers leave nothing to tell them apart by.</summary>
    public bool IsTwinOf(ValueColumn other) => Unit == other.Unit && Fold.Of(FullName) == Fold.Of(other.FullName);
}
