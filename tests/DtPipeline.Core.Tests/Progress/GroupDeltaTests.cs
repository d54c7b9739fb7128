using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

public sealed class GroupDeltaTests
{
    [Fact]
    public void ASharesChangeIsWeightedOverTheSameMembersBothTimes() => Assert.Equal(
        new GroupDelta("2023-Q1", 28, 20, 8, null, "weighted_mean", 2, 3),
        Of("DG-05", (Value(50, 100, 200), Value(40, 80, 200)), (Value(22.5, 180, 800), Value(15, 120, 800)), (Value(90, 9000, 10000), null)));

    [Fact]
    public void WhereWeightsAreMissingOnOneSideBothAreAPlainMean() => Assert.Equal(
        new GroupDelta("2023-Q1", 36.25, 27.5, 8.75, null, "mean", 2, 2),
        Of("DG-05", (Value(50, 100, 200), Value(40)), (Value(22.5, 180, 800), Value(15, 120, 800))));

    [Fact]
    public void YesesAreCountedAmongTheCompared() => Assert.Equal(
        new GroupDelta("2023-Q1", 2, 1, 1, null, "count_yes", 2, 2),
        Of("GOV-01", (Value(1), Value(1)), (Value(1), Value(0)), (null, Value(1))));

    [Fact]
    public void HalfOfThoseWhoOweItAreEnoughAndLessIsNoChange()
    {
        Assert.Equal(0.5, GroupDelta.LeastCoverage);
        Assert.Equal(new GroupDelta("2023-Q1", 0, 10, -10, -100, "sum", 1, 2), Of("DS-05", (Value(0), Value(10)), (Value(5), null)));
        Assert.Null(Of("DS-05", (Value(0), Value(10)), (Value(5), null), (null, Value(7))));
    }

    [Fact]
    public void NilsAreComparedWithNothing() => Assert.Null(Of("DS-05", (Value(5) with { Value = null, Status = "M" }, Value(10))));

    [Fact]
    public void NobodyHasNoChange() => Assert.Null(Of("DS-05"));

    private static GroupDelta? Of(string indicator, params (Observation? Now, Observation? Before)[] members) =>
        GroupDelta.Of(TheCatalogue.Indicator(indicator), members, "2023-Q1");

    private static Observation Value(double value, double? numerator = null, double? denominator = null) =>
        new("X", value, "A", numerator, denominator, null, "f1", Sent.At, Place.WholeFile);
}
