using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Progress.Targets;
using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>Series that end with 2024-Q1, of one sender.</summary>
public sealed class CopiedPeriodTests
{
    private static readonly Period Period = TheCatalogue.Period("2024-Q1");

    [Fact]
    public void EightFiguresThatUsedToVaryAreEnoughAndSevenAreNot()
    {
        var copied = Of(Series(8, 3, 5, 4, 4))!;

        Assert.Equal((Period, 8), (copied.Period, copied.Varied));
        Assert.Equal(["X-1", "X-2", "X-3", "X-4", "X-5", "X-6", "X-7", "X-8"], copied.Indicators);
        Assert.Null(Of(Series(7, 3, 5, 4, 4)));
    }

    [Fact]
    public void AYesOrNoAndTheProgressOfATaskAreNoneOfThem()
    {
        var (flag, task) = (TheCatalogue.Indicator("GOV-01"), TheCatalogue.Indicator("T22-01"));

        Assert.Null(Of([.. Series(7, 3, 5, 4, 4), flag.Of("P63-01", "2023-Q2", 1, 0, 1, 1)]));
        Assert.Null(Of([.. Series(7, 3, 5, 4, 4), task.Of("P63-01", "2023-Q2", 10, 20, 30, 30)]));
    }

    [Fact]
    public void WithoutAValueOfThePeriodOrOfTheOneBeforeItThereIsNothingToRepeat()
    {
        Assert.Null(Of([.. Series(7, 3, 5, 4, 4), .. Series(1, 3, 5, null, 5)]));
        Assert.Null(Of([.. Series(7, 3, 5, 4, 4), .. Series(1, 3, 5, 5, null)]));
    }

    [Fact]
    public void OfWhatUsedToVaryAtLeastEveryOtherValueWasAnother()
    {
        Assert.Equal(8, Of(Series(8, 1, 1, 2, 2))?.Varied);
        Assert.Null(Of(Series(8, 1, 1, 1, 2, 2)));
        Assert.Null(Of(Series(8, 5, 5)));
    }

    [Fact]
    public void OfOneStrengthTheQuestionsAreInTheOrderOfTheirCodesAndWhoGaveNothingIsNotAsked()
    {
        Series[] all = [.. Series(2, 100, 100, 100, 100, 1_000).Reverse(), .. Series(1, 100, 100, 100, 100, null)];

        Assert.Equal(["X-1", "X-2"], AnomalyQuestion.Of(all, Period, _ => false)!.Anomalies.Select(a => a.Indicator.Code));
    }

    private static CopiedPeriod? Of(IEnumerable<Series> all) => CopiedPeriod.Of(all, Period, _ => false);

    private static IEnumerable<Series> Series(int count, params double?[] values)
    {
        var first = Period;
        for (var back = values.Length - 1; back > 0; back--)
        {
            first = first.Previous;
        }

        return Enumerable.Range(1, count).Select(n => (TheCatalogue.Indicator("DS-05") with { Code = string.Create(CultureInfo.InvariantCulture, $"X-{n}") }).Of("P63-01", first.ToString(), values));
    }
}
