using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>Service Bus drops a message whose id it has seen: ids are the same for the same transition and different for every other.</summary>
public sealed class AlertMessageIdTests
{
    private static readonly string[] Periods = ["2024-12", "2024-Q4", "2024-S2", "2024", "2025-12", "2025-Q4"];

    private static readonly Gen<Filing> AnyFiling =
        from content in Gen.Elements("DG-05,10", "DG-05,20", "DG-05,abc", "DG-05,20\nDG-06,abc", "DG-05,", "GOV-01,có")
        from path in Gen.Frequency((4, Gen.Constant(Sent.Path)), (1, Gen.Constant("bao-cao.csv")), (1, Gen.Constant("P63-01/2023-Q5/a/b#?.csv")))
        from days in Gen.Choose(0, 20)
        select Sent.Text($"indicator,value\n{content}\n", path, Sent.At.AddDays(days));

    [Fact]
    public void SaysKeySequenceAndEvent()
    {
        var subject = new AlertSubject("value.moved~2023-Q2~P63-01~DG-05", AlertType.ValueMoved, "P63-01", "2023-Q2", null, "DG-05");

        var transition = new AlertTransition(subject, 3, AlertEvent.Resolved, AlertSeverity.Red, Sent.At, [], new Bilingual(string.Empty, string.Empty));

        Assert.Equal("value.moved~2023-Q2~P63-01~DG-05~3~resolved", transition.MessageId);
    }

    [Fact]
    public void IsUniqueAmongAllThatFilesCause() => Always.Holds(AnyFiling.ArrayOf().Resize(10), filings =>
    {
        var stamped = filings.Select((f, n) => f with { FileId = LedgerKey.FileId(f.Path, f.Sha256, $"{n}") }).ToList();

        var ids = stamped.GroupBy(LedgerKey.Of).SelectMany(p => LedgerSteps.Replay(p.OrderBy(f => f.UploadedAt))).SelectMany(s => s.Alerts).Select(a => a.MessageId).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, IsPossible);
    });

    [Fact]
    public void IsUniqueForEveryOverdueReportAndTaskAndMovedValueOfTheCatalogue()
    {
        var subjects = new List<AlertSubject>();
        var today = new DateOnly(2026, 1, 1);
        foreach (var period in Periods.Select(TheCatalogue.Period))
        {
            foreach (var form in TheCatalogue.Default.Forms.Where(f => f.IsOwed(period)))
            {
                subjects.AddRange(OverdueAlert.OfForm(form, period, DueDay.Of(form, period, TheCatalogue.Default), [], today, AlertTiming.Default, TheCatalogue.Default.Calendar).Select(c => c.Subject));
            }

            foreach (var owner in TheCatalogue.Default.Organisations.Where(o => o.Reports(period)).Select(o => new Owner(o, period)))
            {
                subjects.AddRange(TheCatalogue.Default.FormsOwed(period, owner.Organisation).SelectMany(form => Overdue(form, owner, today)).Select(c => c.Subject));
                subjects.AddRange(TheCatalogue.Default.Indicators.Select(i => MovedAlert.Of(owner, i, null, null).Subject));
            }
        }

        foreach (var task in TheCatalogue.Default.Tasks)
        {
            subjects.AddRange(TaskAlert.OfGroup(task, "@ministries", 30, true, today, AlertTiming.Default, TheCatalogue.Default.Calendar).Select(c => c.Subject));
            subjects.AddRange(TheCatalogue.Default.Organisations.SelectMany(o => TaskAlert.Of(
                TaskRule.Decide(task, o, new Dictionary<string, IReadOnlyList<TaskReport>>(), today, AlertTiming.Default, TheCatalogue.Default),
                heldBack: false,
                today,
                AlertTiming.Default,
                TheCatalogue.Default.Calendar)).Select(c => c.Subject));
        }

        var ids = subjects.Select(s => new AlertTransition(s, 1_000_000, AlertEvent.Escalated, AlertSeverity.Red, Sent.At, [], new Bilingual("", "")).MessageId).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, IsPossible);
    }

    [Fact]
    public void TwoCodesOfAnyLengthStandWholeInTheKey()
    {
        var (organisation, form) = (new string('O', 40), new string('F', 40));
        var key = $"{AlertType.ReportIncomplete}~2023-Q2~{organisation}~{form}";

        var transition = new AlertTransition(new AlertSubject(key, AlertType.ReportIncomplete, organisation, "2023-Q2", form, null), 1_000_000, AlertEvent.Escalated, AlertSeverity.Red, Sent.At, [], new Bilingual("", ""));

        Assert.Equal($"{key}~1000000~escalated", transition.MessageId);
        IsPossible(transition.MessageId);
    }

    [Theory]
    [InlineData("value.moved~2023-Q2~X/1\\2#3?\r\n4")]
    [InlineData("value.moved~2023-Q2~a code that is longer than any place takes, and longer still, and longer, and longer, and longer than that")]
    public void WhateverACodeHoldsTheKeyIsOneThatTablesAndServiceBusTake(string key)
    {
        AlertTransition Of(string of) => new(new AlertSubject(of, AlertType.ValueMoved, "P63-01", null, null, null), 1_000_000, AlertEvent.Escalated, AlertSeverity.Red, Sent.At, [], new Bilingual("", ""));

        IsPossible(Of(key).MessageId);
        Assert.NotEqual(Of(key).MessageId, Of(key + "/").MessageId);
        Assert.Equal(Of(key).Subject.Key, Of(Of(key).Subject.Key).Subject.Key);
    }

    [Theory]
    [InlineData(AlertEvent.Raised, "raised")]
    [InlineData(AlertEvent.Escalated, "escalated")]
    [InlineData(AlertEvent.Resolved, "resolved")]
    public void EventsHaveNames(AlertEvent alertEvent, string name) => Assert.Equal(name, AlertTransition.NameOf(alertEvent));

    [Theory]
    [InlineData(AlertSeverity.Red, "red")]
    [InlineData(AlertSeverity.Yellow, "yellow")]
    [InlineData(AlertSeverity.Green, "green")]
    public void SeveritiesHaveNamesAndAreFoundByThem(AlertSeverity severity, string name)
    {
        Assert.Equal(name, AlertTransition.NameOf(severity));
        Assert.Equal(severity, AlertTransition.SeverityNamed(name));
    }

    private static IReadOnlyList<AlertCondition> Overdue(Form form, Owner owner, DateOnly today) => OverdueAlert.Of(
        ObligationRule.Decide(form, owner.Organisation, owner.Period, null, today, TheCatalogue.Default),
        form,
        owner.Organisation,
        heldBack: false,
        today,
        AlertTiming.Default,
        TheCatalogue.Default.Calendar);

    private static void IsPossible(string id)
    {
        Assert.InRange(id.Length, 1, 128);
        Assert.Equal(-1, id.IndexOfAny(['/', '\\', '#', '?']));
        Assert.All(id, c => Assert.InRange(c, ' ', '~'));
    }
}
