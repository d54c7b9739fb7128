using DtPipeline.Core.Tests.Proofs.Anomalies;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Core.Tests.Progress;

/// <summary>The bounds that the command <c>anomalies</c> of the benchmarks measures over 20,000 series for each number of values, on fewer.</summary>
public sealed class AnomalyBoundTests
{
    private const int Seed = 20240630;
    private const int Series = 2_600;

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(24)]
    public void AtMostOneCleanValueInAHundredIsAskedAboutAndHardlyASlipOfTheUnitIsNot(int before)
    {
        var score = AnomalyScore.Of((s, tested) => AnomalyRule.Of(s.Series, tested) is not null, Seed, before, Series);

        Assert.InRange(score.FalseAlarms, 0, 1.0);
        Assert.All(score.Slips, s => Assert.InRange(s.Value, 99, 100));
    }

    [Fact]
    public void AFileOfThePeriodBeforeIsToldAndOtherFilesAreNot()
    {
        var (copies, others) = CopiedFiles.Told(Seed, 50);

        Assert.InRange(copies, 98, 100);
        Assert.Equal(0, others);
    }
}
