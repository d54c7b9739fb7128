using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>Files of one moment of which each says of a cell what another does not.</summary>
public sealed class LedgerTieTests
{
    private static readonly Filing First = At("a", "DG-05,1", 0);
    private static readonly Filing Second = At("b", "DG-05,2", 0);
    private static readonly Filing Third = At("c", "DG-05,3", 0);

    [Fact]
    public void TheNearestBeforeIsNamedAndElseTheNearestBehind()
    {
        Filing[] ordered = [First, Second, Third];

        Assert.Equal(["b", "a", "b"], ordered.Select((_, at) => LedgerOrder.TieOf(ordered, at)!.FileId));
    }

    [Fact]
    public void ThoseThatAgreeAreSteppedOver()
    {
        Filing[] before = [First, At("b", "DG-05,2", 0), At("c", "DG-05,2", 0)];
        Filing[] behind = [First, At("b", "DG-05,1", 0), At("c", "DG-05,2", 0)];

        Assert.Equal("a", LedgerOrder.TieOf(before, 2)?.FileId);
        Assert.Equal("c", LedgerOrder.TieOf(behind, 0)?.FileId);
    }

    [Fact]
    public void ThoseOfAnotherMomentAreNotLookedAt()
    {
        Filing[] ordered = [First, At("b", "DG-05,2", 1), At("c", "DG-05,3", 2)];

        Assert.All(Enumerable.Range(0, 3), at => Assert.Null(LedgerOrder.TieOf(ordered, at)));
    }

    [Theory]
    [InlineData("DG-05,không có", true)]
    [InlineData("DG-05,1.0", false)]
    [InlineData("DG-06,2", false)]
    [InlineData("DG-06,2\nDG-05,2", true)]
    public void OneCellIsEnoughToDisagree(string rows, bool disagrees)
    {
        Filing[] ordered = [First, At("b", rows, 0)];

        Assert.Equal(disagrees, LedgerOrder.TieOf(ordered, 0) is not null);
        Assert.Equal(disagrees, LedgerOrder.TieOf(ordered, 1) is not null);
    }

    [Fact]
    public void VersionsOfOnePathAreNoTieOfFiles()
    {
        Filing[] ordered = [First, Second with { Path = First.Path }];

        Assert.Null(LedgerOrder.TieOf(ordered, 0));
        Assert.True(LedgerOrder.IsVersionTie(ordered[0], ordered[1]));
        Assert.False(LedgerOrder.IsVersionTie(First, First));
        Assert.False(LedgerOrder.IsVersionTie(First, Second));
        Assert.False(LedgerOrder.IsVersionTie(First, ordered[1] with { UploadedAt = First.UploadedAt.AddTicks(1) }));
    }

    private static Filing At(string id, string rows, int minutes) => Sent.Text($"indicator,value\n{rows}\n", $"P63-01/2023-Q2/{id}.csv", Sent.At.AddMinutes(minutes)) with { FileId = id };
}
