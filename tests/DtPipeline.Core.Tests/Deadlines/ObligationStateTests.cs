using DtPipeline.Deadlines;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>Every obligation has exactly one state, told by what was received and accepted, and the day.</summary>
public sealed class ObligationStateTests
{
    private static readonly DateOnly Due = new(2023, 6, 26);

    private static readonly Gen<Case> Cases =
        from received in Moment
        from acceptedAfter in Gen.Choose(0, 96)
        from isReceived in Gen.Elements(true, false)
        from isAccepted in Gen.Elements(true, false)
        from isNil in Gen.Elements(true, false)
        from today in Gen.Choose(-3, 3)
        select new Case(
            isReceived ? received : null,
            isReceived && isAccepted ? received.AddHours(acceptedAfter) : null,
            isNil,
            Due.AddDays(today));

    /// <summary>Within two days of the end of the due day, often at the very turn of the day.</summary>
    private static Gen<DateTimeOffset> Moment =>
        from hours in Gen.Choose(-48, 48)
        from milliseconds in Gen.Elements(-1, 0, 1)
        select new DateTimeOffset(2023, 6, 26, 17, 0, 0, TimeSpan.Zero).AddHours(hours).AddMilliseconds(milliseconds);

    [Fact]
    public void IsExactlyTheExpectedOne() => Always.Holds(Cases, c =>
    {
        var acceptedInTime = c.Accepted < new DateTimeOffset(2023, 6, 27, 0, 0, 0, TimeSpan.FromHours(7));
        var holds = new Dictionary<ObligationState, bool>
        {
            [ObligationState.Expected] = c.Received is null && c.Today <= Due,
            [ObligationState.Missing] = c.Received is null && c.Today > Due,
            [ObligationState.Faulty] = c.Received is not null && c.Accepted is null,
            [ObligationState.Nil] = c.Accepted is not null && c.IsNil,
            [ObligationState.OnTime] = c.Accepted is not null && !c.IsNil && acceptedInTime,
            [ObligationState.Late] = c.Accepted is not null && !c.IsNil && !acceptedInTime,
            [ObligationState.Exempt] = false,
        };

        var obligation = Decide(c);

        Assert.Equal(holds.Single(h => h.Value).Key, obligation.State);
        Assert.Equal(c.Accepted is null, obligation.IsAwaited);
    }, 2_000);

    [Fact]
    public void AnExemptObligationIsNotAwaited() =>
        Assert.False((Decide(new Case(null, null, false, Due.AddDays(9))) with { State = ObligationState.Exempt }).IsAwaited);

    [Theory]
    [InlineData(ObligationState.Expected, "expected")]
    [InlineData(ObligationState.OnTime, "on_time")]
    [InlineData(ObligationState.Late, "late")]
    [InlineData(ObligationState.Nil, "nil")]
    [InlineData(ObligationState.Faulty, "faulty")]
    [InlineData(ObligationState.Missing, "missing")]
    [InlineData(ObligationState.Exempt, "exempt")]
    public void HasANameAndIsFoundByIt(ObligationState state, string name)
    {
        Assert.Equal(name, Obligation.NameOf(state));
        Assert.Equal(state, Obligation.StateNamed(name));
    }

    [Fact]
    public void SinceWhenItIsRefusedIsADayOfVietnamAndOfNothingElse()
    {
        var evening = new DateTimeOffset(2023, 6, 20, 17, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2023, 6, 21), Decide(new Case(evening, null, false, Due)).RefusedOn);
        Assert.Null(Decide(new Case(evening, evening, false, Due)).RefusedOn);
    }

    [Fact]
    public void IsIncompleteWhereSomethingIsAcceptedAndSomethingRequiredIsMissing()
    {
        var filed = Decide(new Case(Sent.At, Sent.At, true, Due));

        Assert.Equal((ObligationState.Nil, filed.Required, false), (filed.State, filed.Provided, filed.IsIncomplete));
        Assert.True((filed with { State = ObligationState.OnTime, Provided = filed.Required - 1 }).IsIncomplete);
        Assert.False((filed with { State = ObligationState.Exempt, Provided = 0 }).IsIncomplete);
        Assert.False((filed with { FirstAccepted = null, Provided = 0 }).IsIncomplete);
    }

    private static Obligation Decide(Case c)
    {
        var answers = TheCatalogue.Form("PROV-Q").Indicators.Select(i =>
            new Observation(i.Indicator, c.IsNil ? null : 12, c.IsNil ? "M" : "A", null, null, null, "f", Sent.At, Place.WholeFile));
        var ledger = LedgerState.Empty with
        {
            Received = c.Received is { } first ? new Dictionary<string, DateTimeOffset> { ["PROV-Q"] = first } : LedgerState.Empty.Received,
            FirstAccepted = c.Accepted is { } at ? new Dictionary<string, DateTimeOffset> { ["PROV-Q"] = at } : LedgerState.Empty.FirstAccepted,
            Observations = c.Accepted is null ? LedgerState.Empty.Observations : answers.ToDictionary(a => a.Indicator),
        };
        return ObligationRule.Decide(
            TheCatalogue.Form("PROV-Q"), TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"), ledger.Facts, c.Today, TheCatalogue.Default);
    }

    private sealed record Case(DateTimeOffset? Received, DateTimeOffset? Accepted, bool IsNil, DateOnly Today);
}
