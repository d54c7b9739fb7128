using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>What an alert's transition and the mark after it know, and which change is which.</summary>
public sealed class SettledMarksTests
{
    private static readonly OwedBy Owed = new(new Bilingual("Bắc", "North"), false, new Bilingual("nộp", "filed"), new Bilingual("«Biểu»", "the 'Form'"), new DateOnly(2023, 6, 26));
    private static readonly OwedBy Refused = Owed with { Refused = new Dictionary<string, DateOnly> { ["N"] = new(2023, 6, 20) } };
    private static readonly OwedBy Lacking = Owed with { Lacking = new LackingPart(2, 25, ["A", "B"]) };

    [Fact]
    public void ATransitionAndItsMarkKeepWhatIsOwedWhatIsAskedAndWhoIsTold()
    {
        var condition = Condition(Lacking with { Refused = Refused.Refused }) with { Severity = AlertSeverity.Red, Escalation = 1, Asks = "A=1" };

        var (marks, transitions) = Settle(null, condition);

        var transition = Assert.Single(transitions);
        Assert.Equal((AlertEvent.Raised, AlertSeverity.Red, 1, "A=1"), (transition.Event, transition.Severity, transition.Escalation, transition.Asks));
        Assert.Same(condition.Owed, transition.Owed);
        Assert.Equal(new AlertMark(1, true, AlertSeverity.Red) { Escalation = 1, Refused = 1, Lacking = 2, Asks = "A=1" }, marks["k"]);
    }

    public static TheoryData<string, AlertEvent?> Changes => new()
    {
        { "nothing", null },
        { "more severe", AlertEvent.Escalated },
        { "passed on", AlertEvent.Escalated },
        { "asked more", AlertEvent.Escalated },
        { "asked less", AlertEvent.Changed },
        { "asked nothing", AlertEvent.Changed },
        { "less severe", null },
        { "not passed on", null },
        { "refused", AlertEvent.Changed },
        { "lacking", AlertEvent.Changed },
        { "over", AlertEvent.Resolved },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void OfAnOpenAlertOnlySomeChangesAreTold(string change, AlertEvent? expected)
    {
        var open = new AlertMark(3, true, AlertSeverity.Yellow) { Escalation = 1, Asks = "A=1 B=2" };
        var same = Condition(Owed) with { Escalation = 1, Asks = "A=1 B=2" };

        var (marks, transitions) = Settle(open, change switch
        {
            "more severe" => same with { Severity = AlertSeverity.Red },
            "passed on" => same with { Escalation = 2 },
            "asked more" => same with { Asks = "A=1 B=2 C=3" },
            "asked less" => same with { Asks = "A=1" },
            "asked nothing" => same with { Asks = null },
            "less severe" => same with { Severity = AlertSeverity.Green },
            "not passed on" => same with { Escalation = 0 },
            "refused" => same with { Owed = Refused },
            "lacking" => same with { Owed = Lacking },
            "over" => same with { Holds = false },
            _ => same,
        });

        Assert.Equal(expected, transitions.SingleOrDefault()?.Event);
        Assert.Equal(expected is null ? 3 : 4, marks["k"].Sequence);
        Assert.Equal(expected != AlertEvent.Resolved, marks["k"].IsOpen);
    }

    [Fact]
    public void WhatHasOnlyChangedKeepsTheSeverityAndTheCircleThatWereTold()
    {
        var open = new AlertMark(3, true, AlertSeverity.Red) { Escalation = 1 };

        var (marks, transitions) = Settle(open, Condition(Refused));

        Assert.Equal((AlertEvent.Changed, AlertSeverity.Red, 1), (transitions[0].Event, transitions[0].Severity, transitions[0].Escalation));
        Assert.Equal(new AlertMark(4, true, AlertSeverity.Red) { Escalation = 1, Refused = 1 }, marks["k"]);
    }

    [Fact]
    public void AnAlertThatIsRaisedAgainBeginsAnew()
    {
        var closed = new AlertMark(4, false, AlertSeverity.Red) { Escalation = 1 };

        var (marks, transitions) = Settle(closed, Condition(Owed));

        Assert.Equal((5, AlertEvent.Raised, AlertSeverity.Yellow, 0), (transitions[0].Sequence, transitions[0].Event, transitions[0].Severity, transitions[0].Escalation));
        Assert.Equal(new AlertMark(5, true, AlertSeverity.Yellow), marks["k"]);
    }

    private static (IReadOnlyDictionary<string, AlertMark> Marks, IReadOnlyList<AlertTransition> Transitions) Settle(AlertMark? mark, AlertCondition condition) =>
        AlertCondition.Settle(mark is null ? new Dictionary<string, AlertMark>() : new Dictionary<string, AlertMark> { ["k"] = mark }, [condition], Sent.At);

    private static AlertCondition Condition(OwedBy owed) => new(
        new AlertSubject("k", AlertType.ReportOverdue, "N", "2023-Q2", "FORM", null), true, AlertSeverity.Yellow, [], new Bilingual("đang có", "it holds"), new Bilingual("đã hết", "it is settled"))
    {
        Owed = owed,
    };
}
