using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Progress.Targets;

/// <summary>Whatever the history, the target and the day.</summary>
public sealed class TargetPropertyTests
{
    private static readonly DateOnly Today = new(2024, 7, 10);

    /// <summary>Up to twelve quarters up to 2024-Q2, some missing; the target is due in one of the next eight.</summary>
    private static readonly Gen<Case> Cases =
        from values in Gen.Frequency((4, Gen.Choose(-400, 400).Select(v => (double?)(v / 4.0))), (1, Gen.Constant<double?>(null))).ArrayOf()
        from target in Gen.Choose(-400, 400).Select(v => v / 4.0)
        from ahead in Gen.Choose(0, 8)
        from isFalling in Gen.Elements(true, false)
        select new Case([.. values.Take(12)], target, ahead, isFalling);

    [Fact]
    public void StatusPAndPaceAgreeWithEachOther() => Always.Holds(
        Cases,
        c =>
        {
            var progress = c.Progress(1);
            if (progress.Last is not { } last)
            {
                Assert.Equal((TargetStatus.NotJudged, TargetReason.NoValue), (progress.Status, progress.Why));
                return;
            }

            var isReached = c.IsFalling ? last.Value <= c.Target : last.Value >= c.Target;
            Assert.Equal(isReached, progress.Status == TargetStatus.Met);
            Assert.Equal(isReached, progress.Gap <= 0);
            if (progress is { Pace: { } pace, PeriodsLeft: { } left })
            {
                Assert.Equal(c.Target, last.Value + (pace * left), 6);
            }

            if (!isReached && progress.P is { } p)
            {
                Assert.Equal(p >= 0.95 ? TargetStatus.OnTrack : p >= 0.6 ? TargetStatus.AtRisk : TargetStatus.OffTrack, progress.Status);
                Assert.Equal(p, (progress.Projection!.Value - progress.Base!.Value) / (c.Target - progress.Base.Value), tolerance: 1e-4);
            }

            if (progress.Projection is { Low: { } low, High: { } high, Value: var value })
            {
                Assert.True(low <= value + 1e-6 && value <= high + 1e-6 && progress.Uncertain == (low < c.Target && c.Target < high));
            }
        },
        times: 1_000);

    [Fact]
    public void AnotherUnitChangesNoStatus() => Always.Holds(Cases, c => Assert.Equal(Verdict(c.Progress(1)), Verdict(c.Progress(1024))), times: 500);

    [Fact]
    public void WhatRisesIsJudgedAsItsMirrorImageThatFalls() => Always.Holds(Cases, c => Assert.Equal(Verdict(c.Progress(1)), Verdict(c.Progress(-1))), times: 500);

    /// <summary>Below six values, where the projection goes through the last one.</summary>
    [Fact]
    public void ABetterLastValueMakesNoStatusWorse() => Always.Holds(
        Cases.Where(c => c.Values.Count(v => v is not null) is > 1 and < Projection.LeastForBacktest),
        c => Assert.True(Rank(c.Better(10).Progress(1)) >= Rank(c.Progress(1))),
        times: 500);

    [Fact]
    public void AProjectionLiesWithinTheIndicatorsLimits() => Always.Holds(
        Cases,
        c =>
        {
            if (c.Progress(1, (-50, 50)).Projection is { } projection)
            {
                Assert.All(new[] { projection.Value, projection.Low, projection.High }, v => Assert.True(v is null or (>= -50 and <= 50)));
            }
        },
        times: 500);

    private static (TargetStatus, TargetReason?, double?, bool) Verdict(TargetProgress progress) => (progress.Status, progress.Why, progress.P, progress.Uncertain);

    private static int Rank(TargetProgress progress) => progress.Status switch
    {
        TargetStatus.OffTrack => 0,
        TargetStatus.AtRisk => 1,
        TargetStatus.OnTrack => 2,
        TargetStatus.Met => 3,
        var other => throw new InvalidOperationException($"{other}"),
    };

    private sealed record Case(double?[] Values, double Target, int Ahead, bool IsFalling)
    {
        public TargetProgress Progress(double scale, (double Least, double Most)? limits = null)
        {
            var due = new DateOnly(2024, 6, 30).AddMonths(3 * Ahead).AddMonths(1).AddDays(-1);
            var indicator = Charts.Share with
            {
                Minimum = limits?.Least,
                Maximum = limits?.Most,
                TargetValue = Target * scale,
                TargetDue = due < Today ? new DateOnly(2024, 9, 30) : due,
                Direction = IsFalling ^ scale < 0 ? Direction.Down : Direction.Up,
            };
            var first = TheCatalogue.Period("2024-Q2");
            for (var n = 1; n < Values.Length; n++)
            {
                first = first.Previous;
            }

            return TargetRule.Of(indicator.From($"{first}", [.. Values.Select(v => v * scale)]), Charts.Catalogue, Today);
        }

        public Case Better(double by) => this with
        {
            Values = [.. Values.Select((v, n) => n == Array.FindLastIndex(Values, x => x is not null) ? v + (IsFalling ? -by : by) : v)],
        };
    }
}
