using DtPipeline.Catalogue;
using DtPipeline.Progress;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>What a figure is judged by, where the definition of its indicator has changed.</summary>
public sealed class SeriesTests
{
    private static readonly Indicator Index = TheCatalogue.Indicator("DTI-01") with { Breaks = [TheCatalogue.Period("2024")] };

    [Fact]
    public void TheFirstValueOfANewDefinitionIsABreak()
    {
        Assert.Equal("2022 A, 2023 A, 2024 B, 2025 A", Shown(Series.Of(Index, "P63-01", [Point(2022), Point(2023), Point(2024), Point(2025)]).Points));
        Assert.Equal("2023 A, 2025 B, 2026 A", Shown(Series.Of(Index, "P63-01", [Point(2023), Point(2025), Point(2026)]).Points));
        Assert.Equal("2023 A, 2024 M, 2025 B", Shown(Series.Of(Index, "P63-01", [Point(2023), Point(2024, "M", null), Point(2025)]).Points));
    }

    [Fact]
    public void ASeriesThatBeginsWithANewDefinitionHasNoBreak() =>
        Assert.Equal("2024 A, 2025 A", Shown(Series.Of(Index, "P63-01", [Point(2024), Point(2025)]).Points));

    [Theory]
    [InlineData(2023, "2022 A")]
    [InlineData(2024, "")]
    [InlineData(2025, "2024 B")]
    [InlineData(2027, "2024 B, 2025 A")]
    public void AFigureIsJudgedByWhatIsMeasuredAsItIs(int year, string before)
    {
        var series = Series.Of(Index, "P63-01", [Point(2022), Point(2023), Point(2024), Point(2025)]);

        Assert.Equal(before, Shown(series.Before(Year(year))));
        Assert.Equal("2024 B, 2025 A", Shown(series.SinceBreak));
    }

    [Fact]
    public void ASendersOwnBreakIsOneToo()
    {
        var series = Series.Of(Index, "P63-01", [Point(2025), Point(2026, "B"), Point(2027)]);

        Assert.Equal(("", "2026 B"), (Shown(series.Before(Year(2026))), Shown(series.Before(Year(2027)))));
    }

    [Fact]
    public void NothingIsEverJudgedAcrossABreak() => Always.Holds(
        from years in Gen.ListOf(Gen.Choose(2010, 2030))
        from breaks in Gen.ListOf(Gen.Choose(2010, 2031))
        from own in Gen.ListOf(Gen.Choose(2010, 2030))
        from year in Gen.Choose(2009, 2032)
        select (years, breaks, own, year),
        x =>
        {
            var declared = x.breaks.Distinct().Order().ToList();
            var indicator = Index with { Breaks = declared.ConvertAll(Year) };
            var series = Series.Of(indicator, "P63-01", x.years.Distinct().Order().Select(y => Point(y, x.own.Contains(y) ? "B" : "A")));
            var begins = declared.Concat(x.own.Intersect(x.years)).Where(y => y <= x.year).DefaultIfEmpty(0).Max();

            Assert.Equal(x.years.Distinct().Order().Where(y => y < x.year && y >= begins), series.Before(Year(x.year)).Select(p => p.Period.Year));
        });

    private static string Shown(IEnumerable<SeriesPoint> points) => string.Join(", ", points.Select(p => $"{p.Period} {p.Status}"));

    private static SeriesPoint Point(int year, string status = "A", double? value = 0.5) => new(Year(year), value, status);

    private static Period Year(int year) => TheCatalogue.Period($"{year}");
}
