using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>Of which forms a file is heard, and what of it is a repetition.</summary>
public sealed class LedgerFoldFormsTests
{
    private static readonly Filing Value = Sent.Rows("DG-05,10");
    private static readonly Filing Withdrawal = Sent.Table("indicator,value,status", "DG-05,,withdrawn");
    private static readonly Filing Faulty = Sent.Rows("DG-05,abc");

    [Fact]
    public void AFileIsHeardOfTheFormOfWhichItSpeaks() => Assert.Equal([KeyValuePair.Create("PROV-Q", Sent.At)], After(Value).Received);

    [Fact]
    public void AFileThatSpeaksOfNoFormIsHeardOfWhicheverItMayBe() =>
        Assert.Equal([KeyValuePair.Create(LedgerState.OfWhichever, Sent.At)], After(Sent.Rows("P06-06,12")).Received);

    [Fact]
    public void ProgressOfTasksAloneIsHeardOfNoForm()
    {
        Assert.Empty(After(Sent.Rows("T22-01,50")).Received);
        Assert.Equal([LedgerState.OfWhichever], After(Sent.Rows("T22-01,50", "T22-01,abc")).Received.Keys);
        Assert.Equal([LedgerState.OfWhichever], After(Sent.Rows("T22-01,50", "P06-06,12")).Received.Keys);
        Assert.Equal([LedgerState.OfWhichever], After(Sent.Rows("T22-01,")).Received.Keys);
    }

    [Fact]
    public void AFileThatBelongsToNobodyIsHeardOfWhicheverFormItMayBe()
    {
        var after = After(Sent.Text("indicator,value\nDG-05,10\n", "bao-cao.csv"));

        Assert.Equal([LedgerState.OfWhichever], after.Received.Keys);
        Assert.Empty(after.FirstAccepted);
    }

    [Fact]
    public void TheFirstOfEachStands()
    {
        var after = After(Value, Sent.Rows("DG-05,20"));

        Assert.Equal((Sent.At, Sent.At), (after.Received["PROV-Q"], after.FirstAccepted["PROV-Q"]));
    }

    [Fact]
    public void AFormOfWhichEverythingIsTakenBackIsAsIfItHadNeverBeenFiled()
    {
        var after = After(Value, Withdrawal);

        Assert.Empty(after.Received);
        Assert.Empty(after.FirstAccepted);
        Assert.Equal(Sent.At.AddHours(2), After(Value, Withdrawal, Value).FirstAccepted["PROV-Q"]);
    }

    [Fact]
    public void AFormOfWhichSomethingStandsStaysFiled()
    {
        var after = After(Sent.Rows("DG-05,10", "DG-06,50"), Withdrawal);

        Assert.Equal((Sent.At, Sent.At), (after.Received["PROV-Q"], after.FirstAccepted["PROV-Q"]));
    }

    [Fact]
    public void WhatWasOnlyRefusedStaysReceivedWhenNothingIsTakenBack()
    {
        var after = After(Faulty, Withdrawal);

        Assert.Equal([KeyValuePair.Create("PROV-Q", Sent.At)], after.Received);
        Assert.Empty(after.FirstAccepted);
    }

    [Fact]
    public void AFaultyFileStaysOpenUntilOneWithoutErrorsComes()
    {
        var steps = LedgerSteps.InTurn(Faulty, Faulty, Sent.Rows("DG-05,10", "DG-06,abc"), Value);

        Assert.Equal(["f1", "f1", "f3", null], steps.Select(s => s.After.OpenFaulty));
        Assert.Equal(["f1", "f1", "f3", "f4"], steps.Select(s => s.After.Last!.OriginalId));
        Assert.Equal([FilingStatus.Rejected, FilingStatus.Duplicate, FilingStatus.AcceptedWithFaults, FilingStatus.Accepted], steps.Select(s => s.Status));
    }

    [Fact]
    public void WhatWasErasedIsRefusedEachTimeAnew()
    {
        var erased = FilingReader.Read(new ReceivedFile("f", Sent.Path, "sha", Sent.At, null, 1) { ErasedBecause = "nhầm tệp" }, TheCatalogue.Default, Sent.MostBytes);

        Assert.Equal([FilingStatus.Rejected, FilingStatus.Rejected], LedgerSteps.InTurn(erased, erased).Select(s => s.Status));
    }

    [Fact]
    public void APaperIsAPaperOnceAndThenItsRepetition()
    {
        var paper = Sent.Bytes([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], "P63-01/2023-Q2/a.png");
        var other = paper with { Sha256 = "other" };

        var steps = LedgerSteps.InTurn(paper, paper, other, other);

        Assert.Equal([(FilingStatus.Evidence, null), (FilingStatus.Duplicate, "f1"), (FilingStatus.Evidence, null), (FilingStatus.Duplicate, "f3")], steps.Select(s => (s.Status, s.DuplicateOf)));
        Assert.Equal(new Dictionary<string, string> { [paper.Sha256] = "f1", ["other"] = "f3" }, steps[^1].After.Papers);
        Assert.Equal(([], new FilingCounts(0, 0, 0, 0, 0, 0, 0)), (steps[0].After.Evidence, steps[0].Counts));
    }

    [Fact]
    public void APaperLeavesWhatIsKnownOfPapersUntilAllFilesAreSeenTogether()
    {
        var paper = Sent.Bytes([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], "P63-01/2023-Q2/a.png");

        Assert.Equal(["PROV-Q"], LedgerFold.Apply(LedgerState.Empty with { Evidence = ["PROV-Q"] }, paper, TheCatalogue.Default).After.Evidence!);
    }

    [Fact]
    public void ANoteThatIsLeftOutOrSaidAgainChangesNothing()
    {
        var noted = Sent.Table("indicator,value,note", "DG-05,10,ước");

        var steps = LedgerSteps.InTurn(noted, Value, noted, Sent.Table("indicator,value,note", "DG-05,10,đã soát"));

        Assert.Equal([1, 0, 0, 1], steps.Select(s => s.Changed.Count));
        Assert.Equal(["ước", "ước", "ước", "đã soát"], steps.Select(s => s.After.Observations["DG-05"].Note));
    }

    [Fact]
    public void ASecondNilRevisesNothing()
    {
        var nil = Sent.Rows("DG-05,không phát sinh");

        Assert.Equal(
            [new FilingCounts(1, 0, 0, 0, 1, 0, 0), new FilingCounts(2, 1, 1, 0, 0, 0, 0)],
            LedgerSteps.InTurn(nil, Sent.Rows("DG-05,không phát sinh", "DG-06,50")).Select(s => s.Counts));
    }

    private static LedgerState After(params Filing[] filings) => LedgerSteps.InTurn(filings)[^1].After;
}
