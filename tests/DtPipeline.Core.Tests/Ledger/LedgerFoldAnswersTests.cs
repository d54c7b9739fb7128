using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>Nils, withdrawals, and what counts as a first accepted filing.</summary>
public sealed class LedgerFoldAnswersTests
{
    private static readonly Filing Value = Sent.Rows("DG-05,10");
    private static readonly Filing Nil = Sent.Rows("DG-05,không phát sinh");
    private static readonly Filing Withdrawal = Sent.Table("indicator,value,status", "DG-05,,withdrawn");
    private static readonly Filing Faulty = Sent.Rows("DG-05,abc");

    [Fact]
    public void ANilIsAnAnswerWithoutAValue()
    {
        var step = LedgerSteps.InTurn(Nil)[0];

        Assert.Equal(new FilingCounts(1, 0, 0, 0, 1, 0, 0), step.Counts);
        Assert.Equal((null, "M", true), Current(step));
    }

    [Fact]
    public void ANilAfterAValueKeepsTheValueAsARevision()
    {
        var step = LedgerSteps.InTurn(Value, Nil)[1];

        Assert.Equal(new FilingCounts(1, 0, 0, 0, 1, 0, 0), step.Counts);
        Assert.Equal(10, Assert.Single(step.Revisions).Value);
        Assert.Equal((null, "M", true), Current(step));
    }

    [Fact]
    public void AWithdrawalKeepsTheValueAsARevision()
    {
        var step = LedgerSteps.InTurn(Value, Withdrawal)[1];

        Assert.Equal((FilingStatus.Accepted, new FilingCounts(1, 0, 0, 1, 0, 0, 0)), (step.Status, step.Counts));
        Assert.Equal(10, Assert.Single(step.Revisions).Value);
        Assert.Equal((null, "withdrawn", false), Current(step));
    }

    [Fact]
    public void AWithdrawalOfNothingChangesNothing()
    {
        var steps = LedgerSteps.InTurn(Withdrawal, Value, Withdrawal, Sent.Table("indicator,status,value", "DG-05,withdrawn,"));

        Assert.Empty(steps[0].After.Observations);
        Assert.Equal(new FilingCounts(1, 0, 1, 0, 0, 0, 0), steps[0].Counts);
        Assert.Equal(new FilingCounts(1, 0, 1, 0, 0, 0, 0), steps[3].Counts);
    }

    [Fact]
    public void AValueAfterAWithdrawalStandsAgain()
    {
        var steps = LedgerSteps.InTurn(Value, Withdrawal, Value);

        Assert.Equal((10, "A", true), Current(steps[2]));
        Assert.Equal([10, null], steps.SelectMany(s => s.Revisions).Select(r => r.Value));
    }

    [Fact]
    public void AFaultyFileIsReceivedButNotAccepted()
    {
        var state = LedgerSteps.InTurn(Faulty)[0].After;

        Assert.Equal(Sent.At, state.Facts.FirstReceived("PROV-Q"));
        Assert.Empty(state.FirstAccepted);
    }

    [Fact]
    public void TheFirstFileThatAnswersIsTheFirstAcceptedOne()
    {
        var state = LedgerSteps.InTurn(Faulty, Withdrawal, Sent.Rows("DG-05,10", "DG-06,abc"), Sent.Rows("DG-05,20"))[^1].After;

        Assert.Equal(Sent.At, state.Facts.FirstReceived("PROV-Q"));
        Assert.Equal(("PROV-Q", Sent.At.AddHours(2)), (Assert.Single(state.FirstAccepted).Key, state.FirstAccepted["PROV-Q"]));
    }

    [Fact]
    public void ANilIsAccepted() => Assert.Equal(Sent.At, LedgerSteps.InTurn(Nil)[0].After.FirstAccepted["PROV-Q"]);

    [Fact]
    public void AWithdrawalAloneIsNotAccepted() => Assert.Empty(LedgerSteps.InTurn(Withdrawal)[0].After.FirstAccepted);

    [Fact]
    public void AValueThatNoFormOfTheOrganisationAsksForAcceptsNoForm() =>
        Assert.Empty(LedgerSteps.InTurn(Sent.Rows("P06-06,12"))[0].After.FirstAccepted);

    private static (double? Value, string Status, bool IsAnswer) Current(LedgerStep step)
    {
        var observation = step.After.Observations["DG-05"];
        return (observation.Value, observation.Status, observation.IsAnswer);
    }
}
