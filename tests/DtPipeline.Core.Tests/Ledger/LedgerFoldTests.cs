using DtPipeline.Alerts;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Ledger;

public sealed class LedgerFoldTests
{
    private static readonly Filing A = Sent.Rows("DG-05,10", "DG-06,50");
    private static readonly Filing B = Sent.Rows("DG-05,20", "DG-06,50");
    private static readonly Filing Faulty = Sent.Rows("DG-05,abc");

    [Fact]
    public void AFirstFileGivesItsValues()
    {
        var step = Assert.Single(LedgerSteps.InTurn(A));

        Assert.Equal((FilingStatus.Accepted, null), (step.Status, step.DuplicateOf));
        Assert.Equal(new FilingCounts(2, 2, 0, 0, 0, 0, 0), step.Counts);
        Assert.Equal(["DG-05", "DG-06"], step.Changed.Select(o => o.Indicator));
        Assert.Empty(step.Revisions);
        Assert.Equal(new FileMark("f1", Sent.At, A.Sha256, "f1"), step.After.Last);
    }

    [Fact]
    public void AnObservationKnowsItsFileAndPlace()
    {
        var observation = LedgerSteps.InTurn(Sent.Table("indicator,value,status,numerator,denominator,note", "DG-05,75,P,3,4,ước"))[0].After.Observations["DG-05"];

        Assert.Equal(new Observation("DG-05", 75, "P", 3, 4, "ước", "f1", Sent.At, new(null, 2, "value")) { Unit = "percent" }, observation);
    }

    [Fact]
    public void TheSameNumberInAnotherUnitIsAnotherValue()
    {
        var before = LedgerSteps.InTurn(A)[0].After;
        var inScores = before with { Observations = before.Observations.ToDictionary(o => o.Key, o => o.Value with { Unit = "score" }) };

        var step = FilingAlerts.Apply(inScores, A with { FileId = "f2" }, TheCatalogue.Default);

        Assert.Equal((2, 0), (step.Counts.Revised, step.Counts.Unchanged));
        Assert.Contains("DG-05 10 score → 10 percent; DG-06 50 score → 50 percent", Assert.Single(step.Alerts).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AValueFromBeforeUnitsWereKeptStands()
    {
        var before = LedgerSteps.InTurn(A)[0].After;
        var without = before with { Observations = before.Observations.ToDictionary(o => o.Key, o => o.Value with { Unit = null }) };

        Assert.Equal(2, LedgerFold.Apply(without, A with { FileId = "f2" }, TheCatalogue.Default).Counts.Unchanged);
    }

    [Fact]
    public void AThenBThenAAgainEndsAtA()
    {
        var steps = LedgerSteps.InTurn(A, B, A);

        Assert.Equal([FilingStatus.Accepted, FilingStatus.Accepted, FilingStatus.Accepted], steps.Select(s => s.Status));
        Assert.Equal(
            [new FilingCounts(2, 2, 0, 0, 0, 0, 0), new FilingCounts(2, 0, 1, 1, 0, 0, 0), new FilingCounts(2, 0, 1, 1, 0, 0, 0)],
            steps.Select(s => s.Counts));
        Assert.Equal((10, "f3"), Current(steps[^1], "DG-05"));
        Assert.Equal((50, "f1"), Current(steps[^1], "DG-06"));
    }

    [Fact]
    public void ARevisionIsTheValueThatStoodBefore()
    {
        var steps = LedgerSteps.InTurn(A, B, A);

        var revisions = steps.SelectMany(s => s.Revisions).ToList();
        Assert.Equal([10, 20], revisions.Select(r => r.Value));
        Assert.Equal([steps[0].Filing.UploadedAt, steps[1].Filing.UploadedAt], revisions.Select(r => r.UploadedAt));
        Assert.Equal(["f1", "f2"], revisions.Select(r => r.FileId));
    }

    [Fact]
    public void TheSameBytesAgainAreADuplicateThatCitesTheOriginal()
    {
        var steps = LedgerSteps.InTurn(A, A, A);

        Assert.Equal([FilingStatus.Accepted, FilingStatus.Duplicate, FilingStatus.Duplicate], steps.Select(s => s.Status));
        Assert.Equal([null, "f1", "f1"], steps.Select(s => s.DuplicateOf));
        Assert.Equal(new FilingCounts(2, 0, 2, 0, 0, 0, 0), steps[2].Counts);
        Assert.Empty(steps[2].Changed);
        Assert.Empty(steps[2].Alerts);
        Assert.Same(steps[0].After.Observations["DG-05"], steps[2].After.Observations["DG-05"]);
    }

    [Fact]
    public void TheSameBytesUnderAnotherNameAreADuplicateToo()
    {
        var renamed = Sent.Text("indicator,value\nDG-05,10\nDG-06,50\n", "P63-01/2023-Q2/ban-cuoi.csv");

        Assert.Equal(FilingStatus.Duplicate, LedgerSteps.InTurn(A, renamed)[1].Status);
    }

    [Fact]
    public void AFaultyFileAgainIsADuplicateAndCountsItsRowsAsBefore()
    {
        var mixed = Sent.Rows("DG-05,10", "DG-05,10", "DG-06,", "DG-13,abc");

        Assert.Equal(new FilingCounts(4, 0, 2, 0, 0, 1, 1), LedgerSteps.InTurn(mixed, mixed)[1].Counts);
    }

    [Fact]
    public void FilesTooLargeToBeReadAreNeverDuplicates()
    {
        var large = Faulty with { Sha256 = string.Empty };

        Assert.Equal([FilingStatus.Rejected, FilingStatus.Rejected], LedgerSteps.InTurn(large, large).Select(s => s.Status));
    }

    [Fact]
    public void WhatALaterFileLeavesOutStands()
    {
        var step = LedgerSteps.InTurn(A, Sent.Rows("DG-05,20"))[1];

        Assert.Equal((50, "f1"), Current(step, "DG-06"));
    }

    [Fact]
    public void AFileWithFaultsStoresItsGoodRows()
    {
        var step = LedgerSteps.InTurn(Sent.Rows("DG-05,10", "DG-06,abc"))[0];

        Assert.Equal(FilingStatus.AcceptedWithFaults, step.Status);
        Assert.Equal("DG-05", Assert.Single(step.After.Observations).Key);
    }

    [Fact]
    public void AWarningLeavesAFileAccepted() =>
        Assert.Equal(FilingStatus.Accepted, LedgerSteps.InTurn(Sent.Rows("P06-06,12"))[0].Status);

    [Fact]
    public void ANewNoteOnAStandingValueIsKeptWithoutARevision()
    {
        var steps = LedgerSteps.InTurn(Sent.Rows("DG-05,10"), Sent.Table("indicator,value,note", "DG-05,10,đã kiểm tra"), Sent.Rows("DG-05,10.0"));

        Assert.Equal(new FilingCounts(1, 0, 1, 0, 0, 0, 0), steps[1].Counts);
        Assert.Equal(("đã kiểm tra", "f1"), (Assert.Single(steps[1].Changed).Note, steps[1].Changed[0].FileId));
        Assert.Empty(steps[1].Revisions);
        Assert.Empty(steps[2].Changed);
        Assert.Equal("đã kiểm tra", steps[2].After.Observations["DG-05"].Note);
    }

    [Theory]
    [InlineData("DG-05,10,P,,")]
    [InlineData("DG-05,10,,1,10")]
    public void AnotherStatusOrOtherPartsAreARevision(string row)
    {
        var steps = LedgerSteps.InTurn(Sent.Rows("DG-05,10"), Sent.Table("indicator,value,status,numerator,denominator", row));

        Assert.Equal(new FilingCounts(1, 0, 0, 1, 0, 0, 0), steps[1].Counts);
        Assert.Single(steps[1].Revisions);
    }

    [Fact]
    public void TheSameBytesJudgedAnewAfterTheCatalogueWasMendedCount()
    {
        var before = Sent.Rows("DG-05,10", "DG-06,abc");
        var after = before with { FileId = "again", Report = Sent.Rows("DG-05,10", "DG-06,50").Report };

        var steps = LedgerSteps.InTurn(before, after);

        Assert.Equal([FilingStatus.AcceptedWithFaults, FilingStatus.Accepted], steps.Select(s => s.Status));
        Assert.Equal(new FilingCounts(2, 1, 1, 0, 0, 0, 0), steps[1].Counts);
        Assert.Null(steps[1].After.OpenFaulty);
    }

    [Fact]
    public void TheSameBytesJudgedWorseByAnotherCatalogueAreNoDuplicate()
    {
        var before = Sent.Rows("DG-05,10");
        var after = before with { Report = Sent.Rows("DG-05,abc").Report };

        var steps = LedgerSteps.InTurn(before, after);

        Assert.Equal([FilingStatus.Accepted, FilingStatus.Rejected], steps.Select(s => s.Status));
        Assert.Equal((10, "f1"), Current(steps[1], "DG-05"));
    }

    private static (double? Value, string FileId) Current(LedgerStep step, string indicator)
    {
        var observation = step.After.Observations[indicator];
        return (observation.Value, observation.FileId);
    }
}
