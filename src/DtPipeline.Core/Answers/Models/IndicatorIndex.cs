using DtPipeline.Progress;

namespace DtPipeline.Answers.Models;

/// <summary>All indicators at a glance: the content of <c>published/indicators.json</c>.</summary>
/// <param name="Indicators">In the order of <c>indicators.csv</c>; one of which nothing was ever reported has no figure.</param>
public sealed record IndicatorIndex(IReadOnlyList<IndicatorLine> Indicators);

/// <param name="Spark">The newest points of the nation, the oldest first.</param>
public sealed record IndicatorLine(IndicatorFacts Indicator, IReadOnlyList<SparkPoint> Spark)
{
    /// <summary>The newest of the nation, or of a national figure's owner.</summary>
    public GroupFigureOf? Newest { get; init; }

    /// <summary>How it stands to its target.</summary>
    public TargetStanding? Target { get; init; }
}

/// <param name="IsBreak">As in <see cref="GroupFigureOf"/>.</param>
public sealed record SparkPoint(string Period, double? Value, bool IsBreak);
