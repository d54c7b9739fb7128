using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>When something of a form was first received: a file that spoke of it, or one of which nobody could tell what it spoke of.</summary>
public sealed class FilingFactsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(1, null, 1)]
    [InlineData(null, 2, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 1)]
    public void TheEarlierOfBothIsTheFirst(int? own, int? ofWhichever, int? first)
    {
        var received = new (string Form, int? Hour)[] { ("PROV-Q", own), (LedgerState.OfWhichever, ofWhichever), ("PROV-A", 0) };
        var facts = new FilingFacts(
            received.Where(r => r.Hour is not null).ToDictionary(r => r.Form, r => Sent.At.AddHours(r.Hour!.Value)),
            new Dictionary<string, DateTimeOffset>(),
            new Dictionary<string, string>());

        Assert.Equal(first is { } hour ? Sent.At.AddHours(hour) : null, facts.FirstReceived("PROV-Q"));
    }

    [Fact]
    public void WithoutAPaperNoFormHasOne() => Assert.Empty(LedgerState.Empty.Facts.Evidence);

    [Fact]
    public void WhatWasTakenBackIsNoAnswer() => Assert.Equal(
        [KeyValuePair.Create("DG-05", "A")],
        LedgerSteps.InTurn(Sent.Rows("DG-05,10", "DG-06,50"), Sent.Table("indicator,value,status", "DG-06,,withdrawn"))[1].After.Facts.Answers);
}
