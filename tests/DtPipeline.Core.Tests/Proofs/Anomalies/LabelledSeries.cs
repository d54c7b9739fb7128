using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Proofs.Anomalies;

/// <summary>A series as some organisation might have reported it, and the next value of the same kind: whatever is made of that is known to be wrong.</summary>
/// <param name="Shape"><c>constant</c>, <c>level</c>, <c>trend</c>, <c>season</c> or <c>trend and season</c>, with its noise in percent.</param>
/// <param name="Clean">The value that goes on as the series does.</param>
internal sealed record LabelledSeries(string Shape, Series Series, SeriesPoint Clean)
{
    public IReadOnlyList<double> Before => [.. Series.Points.Select(p => p.Value!.Value)];

    /// <summary>The clean value in another unit, or truly so many times what it would have been.</summary>
    public SeriesPoint Times(double factor) => Clean with { Value = Clean.Value * factor };

    /// <summary>As one file of many indicators would have it.</summary>
    public Series With(string indicator, SeriesPoint tested) =>
        new(Series.Indicator with { Code = indicator }, Series.Whose, [.. Series.Points, tested]);
}
