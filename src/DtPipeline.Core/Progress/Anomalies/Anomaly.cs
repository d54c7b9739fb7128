using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Anomalies;

/// <summary>A value that does not look like those before it, with what made it one. It is stored all the same: it is a question and no fault.</summary>
/// <param name="Expected">
/// What the value is compared with: the median of those before it, or the last one where that explains a slip of the unit better. For an indicator counted from the
/// beginning of the year it is what stood in the period before and what a period usually adds.
/// </param>
/// <param name="Low">The usual range from here, included; null where that test is not made.</param>
/// <param name="High">To here, included.</param>
/// <param name="Previous">The last value before it.</param>
/// <param name="Values">How many values before it were looked at.</param>
/// <param name="PowerOfTen">3 for about 1,000 times, -2 for about a hundredth; null where it is no slip of the unit.</param>
/// <param name="Strength">How far it is beyond the threshold that it passed, which is 1: for the order of questions and nothing else.</param>
internal sealed record Anomaly(
    Indicator Indicator,
    Period Period,
    double Value,
    double Expected,
    double? Low,
    double? High,
    SeriesPoint Previous,
    int Values,
    int? PowerOfTen,
    double Strength);
