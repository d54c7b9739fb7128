using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

/// <summary>Which figures of a series are one course, and where each lies on its axis.</summary>
public sealed class CourseTests
{
    [Theory]
    [InlineData("2023-Q1", 8092)]
    [InlineData("2023-Q4", 8095)]
    [InlineData("2024-Q1", 8096)]
    [InlineData("2023-12", 24287)]
    [InlineData("2023-S2", 4047)]
    [InlineData("2023", 2023)]
    public void PeriodsAreCountedOn(string period, int time) => Assert.Equal(time, Course.TimeOf(TheCatalogue.Period(period)));

    [Fact]
    public void GoesUpToAPeriodWithoutItsGapsAndNils()
    {
        var series = Charts.Share.From("2023-Q1", 10, null, 30, 40);
        var nil = series with { Points = [.. series.Points.Select((p, n) => n == 1 ? p with { Value = null, Status = "M" } : p)] };

        Assert.Equal([new CoursePoint(8092, "2023-Q1", 10), new CoursePoint(8094, "2023-Q3", 30)], Of(series, "2023-Q3"));
        Assert.Equal([new CoursePoint(8092, "2023-Q1", 10), new CoursePoint(8095, "2023-Q4", 40)], Of(nil, "2023-Q4"));
    }

    [Fact]
    public void BeginsWithTheLastDefinition()
    {
        var series = Series.Of(Charts.Share with { Breaks = [TheCatalogue.Period("2023-Q2")] }, "N", Charts.Share.From("2023-Q1", 10, 20, 30).Points);

        Assert.Equal(["2023-Q2", "2023-Q3"], Of(series, "2023-Q4").Select(p => p.Period));
        Assert.Equal(["2023-Q1"], Of(series, "2023-Q1").Select(p => p.Period));
    }

    [Fact]
    public void ACountBeginsWhereAsManyAreAskedAsNow()
    {
        var plan = TheCatalogue.Indicator("GOV-01").Of("@provinces", "2025-Q1", 30, 36, 20, 25);

        Assert.Equal(["2025-Q3", "2025-Q4"], Course.Of(plan, TheCatalogue.Period("2025-Q4"), TheCatalogue.Default).Select(p => p.Period));
        Assert.Equal(["2025-Q1", "2025-Q2"], Course.Of(plan, TheCatalogue.Period("2025-Q2"), TheCatalogue.Default).Select(p => p.Period));
        Assert.Empty(Course.Of(plan with { Points = [] }, TheCatalogue.Period("2025-Q2"), TheCatalogue.Default));
    }

    [Fact]
    public void ARunningTotalIsThatOfItsYearFromZeroOn()
    {
        var total = (Charts.Catalogue.FindIndicator("SPARE")! with { Cumulative = true }).From("2022-Q3", 700, 950, 230, 480);

        Assert.Equal([new CoursePoint(8091, "2022-Q4", 0), new CoursePoint(8092, "2023-Q1", 230), new CoursePoint(8093, "2023-Q2", 480)], Of(total, "2023-Q4"));
        Assert.Equal([new CoursePoint(8087, "2021-Q4", 0), new CoursePoint(8090, "2022-Q3", 700), new CoursePoint(8091, "2022-Q4", 950)], Of(total, "2022-Q4"));
        Assert.Empty(Of(total, "2024-Q1"));
    }

    private static IReadOnlyList<CoursePoint> Of(Series series, string until) => Course.Of(series, TheCatalogue.Period(until), Charts.Catalogue);
}
