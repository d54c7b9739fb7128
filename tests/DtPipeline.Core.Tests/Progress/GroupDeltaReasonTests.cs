using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>Why a group has no change.</summary>
public sealed class GroupDeltaReasonTests
{
    private static readonly Observation Value = Drawn.Value("DS-05", 5);
    private static readonly Observation Nil = Drawn.Value("DS-05", null, status: "M");

    [Fact]
    public void TooFewGaveAValueInBoth() => Assert.Equal(
        new NoChange(ChangeReason.TooFew) { Compared = 1, Owed = 3 }, GroupDelta.Lacking([(Value, Value), (Value, null), (null, Value)]));

    [Fact]
    public void NobodyGaveOneBefore()
    {
        Assert.Equal(new NoChange(ChangeReason.BaseMissing), GroupDelta.Lacking([(Value, null), (Nil, Value)]));
        Assert.Equal(new NoChange(ChangeReason.BaseMissing), GroupDelta.Lacking([(null, Value), (Value, Nil)]));
    }

    [Fact]
    public void NobodyGivesOneNow()
    {
        Assert.Equal(new NoChange(ChangeReason.ValueMissing), GroupDelta.Lacking([(Nil, Value), (null, Value)]));
        Assert.Equal(new NoChange(ChangeReason.ValueMissing), GroupDelta.Lacking([]));
    }

    [Fact]
    public void ARunningTotalHasAChangeAndNoPercentAndANilIsReported()
    {
        var spare = Targets.Charts.Catalogue.FindIndicator("SPARE")! with { Cumulative = true };

        Assert.Equal(
            new GroupDelta("2023-Q1", 5, 5, 0, null, "sum", 1, 2) { NoPercent = ChangeReason.RunningTotal },
            GroupDelta.Of(spare, [(Value, Value), (Nil, null)], "2023-Q1", isOneCount: true));
        Assert.Equal(
            new GroupDelta("2023-Q1", 5, 0, 5, null, "sum", 1, 1) { NoPercent = ChangeReason.BaseZero },
            GroupDelta.Of(spare, [(Value, Value with { Value = 0 }), (null, null)], "2023-Q1"));
    }
}
