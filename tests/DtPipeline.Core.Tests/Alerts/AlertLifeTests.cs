using DtPipeline.Alerts;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class AlertLifeTests
{
    private static readonly DateTimeOffset Now = new(2024, 7, 22, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void NobodysAlertIsOpen() => Assert.Equal(AlertState.Open, State(sequence: 1, handling: null));

    [Theory]
    [InlineData(1, AlertState.Acknowledged)]
    [InlineData(2, AlertState.Open)]
    public void AnAcknowledgedAlertIsOpenAgainWhenItBecomesWorse(int sequence, AlertState state) =>
        Assert.Equal(state, State(sequence, Handled(HandlingAction.Acknowledge)));

    [Fact]
    public void AnAcknowledgedAlertStaysSoWhenOnlyWhatIsSaidOfItHasChanged() =>
        Assert.Equal(AlertState.Acknowledged, State(sequence: 1, Handled(HandlingAction.Acknowledge) with { Sequence = 2 }));

    [Theory]
    [InlineData(1, 1, AlertState.Snoozed)]
    [InlineData(2, 1, AlertState.Snoozed)]
    [InlineData(1, -1, AlertState.Open)]
    [InlineData(1, 0, AlertState.Open)]
    public void ASnoozedAlertIsSilentUntilItsTimeIsOverEvenIfItBecomesWorse(int sequence, int hoursLeft, AlertState state) =>
        Assert.Equal(state, State(sequence, Handled(HandlingAction.Snooze, Now.AddHours(hoursLeft))));

    [Theory]
    [InlineData(1, AlertState.Confirmed)]
    [InlineData(2, AlertState.Open)]
    public void AConfirmedQuestionIsOpenAgainWhenMoreIsAsked(int sequence, AlertState state)
    {
        Assert.Equal(state, State(sequence, Handled(HandlingAction.Confirm)));
        Assert.Equal(state == AlertState.Confirmed, AlertLife.IsAtRest(state));
    }

    [Theory]
    [InlineData(HandlingAction.Acknowledge)]
    [InlineData(HandlingAction.Snooze)]
    [InlineData(HandlingAction.Confirm)]
    public void WhatWasDoneWithAnAlertDoesNotHoldForTheNextTimeItIsRaised(HandlingAction action) =>
        Assert.Equal(AlertState.Open, AlertLife.StateOf(AlertType.ReportOverdue, false, 3, 3, Handled(action, Now.AddDays(9)), Now));

    [Fact]
    public void AReopenedAlertIsOpen() => Assert.Equal(AlertState.Open, State(sequence: 1, Handled(HandlingAction.Reopen)));

    [Theory]
    [InlineData(HandlingAction.Acknowledge)]
    [InlineData(HandlingAction.Snooze)]
    public void WhatArrivesResolvesWhateverWasDoneWithIt(HandlingAction action) =>
        Assert.Equal(AlertState.Resolved, AlertLife.StateOf(AlertType.ReportOverdue, true, 2, 1, Handled(action, Now.AddDays(9)), Now));

    [Theory]
    [InlineData("report.late", AlertState.Told)]
    [InlineData("report.revised", AlertState.Told)]
    [InlineData("report.faulty", AlertState.Open)]
    [InlineData("value.moved", AlertState.Open)]
    public void WhatHappenedIsToldAndWhatHoldsIsOpen(string type, AlertState state) => Assert.Equal(state, AlertLife.StateOf(type, false, 1, 1, null, Now));

    [Theory]
    [InlineData(AlertState.Open, "open")]
    [InlineData(AlertState.Acknowledged, "acknowledged")]
    [InlineData(AlertState.Snoozed, "snoozed")]
    [InlineData(AlertState.Resolved, "resolved")]
    [InlineData(AlertState.Confirmed, "confirmed")]
    [InlineData(AlertState.Told, "told")]
    public void StatesHaveNames(AlertState state, string name) => Assert.Equal(name, AlertLife.NameOf(state));

    private static AlertState State(int sequence, Handling? handling) => AlertLife.StateOf(AlertType.ReportOverdue, false, sequence, 1, handling, Now);

    private static Handling Handled(HandlingAction action, DateTimeOffset? until = null) => new("k", "P63-01", action, "Lan", Now.AddDays(-1), 1, until, null);
}
