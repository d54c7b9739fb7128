using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class AlertConditionTests
{
    private static readonly Dictionary<string, AlertMark> NoMarks = [];

    private static readonly Gen<AlertCondition[]> Round = (
        from key in Gen.Elements("a", "b")
        from holds in Gen.Elements(true, false)
        from severity in Gen.Elements(AlertSeverity.Yellow, AlertSeverity.Red)
        select Condition(key, holds, severity)).ArrayOf();

    [Fact]
    public void IsRaisedEscalatedResolvedAndRaisedAgain()
    {
        var transitions = InTurn(
            Condition("a", false), Condition("a", true), Condition("a", true, AlertSeverity.Red), Condition("a", false), Condition("a", false), Condition("a", true));

        Assert.Equal(
            [
                (1, AlertEvent.Raised, AlertSeverity.Yellow, "đang có"),
                (2, AlertEvent.Escalated, AlertSeverity.Red, "đang có"),
                (3, AlertEvent.Resolved, AlertSeverity.Red, "đã hết"),
                (4, AlertEvent.Raised, AlertSeverity.Yellow, "đang có"),
            ],
            transitions.Select(t => (t.Sequence, t.Event, t.Severity, t.Message.Vi)));
    }

    [Fact]
    public void ALowerSeverityOfAnOpenAlertSaysNothing() =>
        Assert.Single(InTurn(Condition("a", true, AlertSeverity.Red), Condition("a", true, AlertSeverity.Yellow)));

    [Fact]
    public void ATransitionKnowsItsTimeSubjectAndFigures()
    {
        var condition = Condition("a", true);

        var transition = Assert.Single(AlertCondition.Settle(NoMarks, [condition], Sent.At).Transitions);

        Assert.Equal((condition.Subject, Sent.At), (transition.Subject, transition.At));
        Assert.Same(condition.Figures, transition.Figures);
    }

    [Fact]
    public void SettlingLeavesTheGivenMarksAlone()
    {
        var (marks, _) = AlertCondition.Settle(NoMarks, [Condition("a", true)], Sent.At);

        Assert.Empty(NoMarks);
        Assert.Equal(new AlertMark(1, true, AlertSeverity.Yellow), marks["a"]);
    }

    [Fact]
    public void WhatIsNotAskedAboutStaysAsItIs()
    {
        var (first, _) = AlertCondition.Settle(NoMarks, [Condition("a", true)], Sent.At);

        var (second, transitions) = AlertCondition.Settle(first, [Condition("b", false)], Sent.At);

        Assert.Empty(transitions);
        Assert.Equal(first, second);
    }

    [Fact]
    public void AskingAgainWithoutAChangeGivesNoTransition() => Always.Holds(Round.ArrayOf(), rounds =>
    {
        IReadOnlyDictionary<string, AlertMark> marks = NoMarks;
        foreach (var round in rounds)
        {
            var each = round.DistinctBy(c => c.Subject.Key).ToList();
            marks = AlertCondition.Settle(marks, each, Sent.At).Marks;

            var again = AlertCondition.Settle(marks, each, Sent.At);

            Assert.Empty(again.Transitions);
            Assert.Equal(marks, again.Marks);
        }
    });

    [Fact]
    public void TransitionsOfAKeyAreNumberedWithoutGapsAndOnlyAnOpenAlertIsResolved() => Always.Holds(Round.ArrayOf(), rounds =>
    {
        foreach (var key in InTurn([.. rounds.SelectMany(r => r)]).GroupBy(t => t.Subject.Key))
        {
            var transitions = key.ToList();

            Assert.Equal(Enumerable.Range(1, transitions.Count), transitions.Select(t => t.Sequence));
            Assert.Equal(AlertEvent.Raised, transitions[0].Event);
            Assert.All(transitions.Zip(transitions.Skip(1)), pair => Assert.Equal(pair.First.Event == AlertEvent.Resolved, pair.Second.Event == AlertEvent.Raised));
        }
    });

    private static List<AlertTransition> InTurn(params AlertCondition[] conditions)
    {
        IReadOnlyDictionary<string, AlertMark> marks = NoMarks;
        var all = new List<AlertTransition>();
        foreach (var condition in conditions)
        {
            (marks, var transitions) = AlertCondition.Settle(marks, [condition], Sent.At);
            all.AddRange(transitions);
        }

        return all;
    }

    private static AlertCondition Condition(string key, bool holds, AlertSeverity severity = AlertSeverity.Yellow) => new(
        new AlertSubject(key, AlertType.ValueMoved, "P63-01", "2023-Q2", null, "DG-05"),
        holds,
        severity,
        [],
        new Bilingual("đang có", "it holds"),
        new Bilingual("đã hết", "it is settled"));
}
