using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>How alerts and their steps are called; both are keys of tables and of messages.</summary>
public sealed class AlertSubjectTests
{
    [Theory]
    [InlineData(106, true)]
    [InlineData(107, true)]
    [InlineData(108, false)]
    public void AKeyOfUpToAHundredAndSevenCharactersStaysAsItIs(int length, bool stays)
    {
        var key = new string('k', length);

        Assert.Equal(stays ? key : $"{new string('k', 90)}~{LedgerKey.HashOf(key)}", KeyOf(key));
    }

    [Theory]
    [InlineData("a/b", "a_b")]
    [InlineData(@"a\b", "a_b")]
    [InlineData("a#b", "a_b")]
    [InlineData("a?b", "a_b")]
    [InlineData("a\r\n\tb ", "a b")]
    public void WhatNoKeyMayHoldIsPutRightAndToldApartByAHash(string key, string line) => Assert.Equal($"{line}~{LedgerKey.HashOf(key)}", KeyOf(key));

    [Fact]
    public void TheTypeStandsAtTheBeginningOfTheKey() => Assert.Equal("report.overdue", AlertSubject.TypeIn("report.overdue~2023-Q2~P63-01~PROV-Q"));

    [Theory]
    [InlineData(AlertEvent.Raised, "raised")]
    [InlineData(AlertEvent.Escalated, "escalated")]
    [InlineData(AlertEvent.Changed, "changed")]
    [InlineData(AlertEvent.Resolved, "resolved")]
    public void EachEventHasItsNameInTheMessageId(AlertEvent happened, string name)
    {
        var transition = new AlertTransition(
            new AlertSubject("value.moved~2023-Q2~P63-01", AlertType.ValueMoved, "P63-01", null, null, null), 3, happened, AlertSeverity.Green, Sent.At, [], new Bilingual(string.Empty, string.Empty));

        Assert.Equal($"value.moved~2023-Q2~P63-01~3~{name}", transition.MessageId);
    }

    [Theory]
    [InlineData(AlertSeverity.Green, "green")]
    [InlineData(AlertSeverity.Yellow, "yellow")]
    [InlineData(AlertSeverity.Red, "red")]
    public void EachSeverityIsFoundByItsName(AlertSeverity severity, string name) =>
        Assert.Equal((name, severity), (AlertTransition.NameOf(severity), AlertTransition.SeverityNamed(name)));

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("DG-05=1", null, false)]
    [InlineData(null, "DG-05=1", true)]
    [InlineData("DG-05=1", "DG-05=1", false)]
    [InlineData("DG-05=1", "DG-05=2", true)]
    [InlineData("DG-05=1 DG-06=2", "DG-06=2", false)]
    [InlineData("DG-06=2", "DG-05=1 DG-06=2", true)]
    [InlineData("DG-05=1 DG-06=2", "DG-06=2 DG-05=1", false)]
    [InlineData("dg-05=1", "DG-05=1", true)]
    public void ANewWordIsANewQuestionAndOneLessIsNone(string? asked, string? asks, bool isNew) =>
        Assert.Equal(isNew, new AlertMark(1, true, AlertSeverity.Yellow) { Asks = asked }.HasNotAsked(asks));

    private static string KeyOf(string key) => new AlertSubject(key, AlertType.ValueMoved, "P63-01", null, null, null).Key;
}
