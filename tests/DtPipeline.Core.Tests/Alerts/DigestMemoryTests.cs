using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>What a digest remembers for the next one, and in which order it tells.</summary>
public sealed class DigestMemoryTests
{
    private static readonly DateTimeOffset Now = new(2023, 6, 28, 17, 30, 0, TimeSpan.Zero);
    private static readonly Recipient Secretariat = RecipientTests.Read("SEC,Tổ thư ký,a@x.vn,@all,,green,first,overseer");

    [Fact]
    public void ItsDayIsThatOfVietnam() => Assert.Equal(new DateOnly(2023, 6, 29), Of([]).Day);

    [Fact]
    public void WhatStandsIsRememberedWithWhatWasToldOfIt()
    {
        var before = new DigestMemory(Now.AddDays(-1), new Dictionary<string, int> { ["old snoozed"] = 2, ["settled"] = 1, ["confirmed"] = 1 }, new Dictionary<string, DateTimeOffset> { ["forgotten"] = Now.AddDays(-8) });

        var digest = Of(
            [
                Alert("open") with { Sequence = 3 },
                Alert("in hand") with { Sequence = 4, State = AlertState.Acknowledged },
                Alert("new snoozed") with { State = AlertState.Snoozed },
                Alert("old snoozed") with { Sequence = 5, State = AlertState.Snoozed },
                Alert("settled") with { State = AlertState.Resolved },
                Alert("confirmed") with { State = AlertState.Confirmed },
                Alert("never told") with { State = AlertState.Confirmed },
                Alert("notice") with { State = AlertState.Told, DeliveredAt = Now.AddDays(-7) },
                Alert("old notice") with { State = AlertState.Told, DeliveredAt = Now.AddDays(-7).AddTicks(-1) },
            ],
            before);

        Assert.Equal(Now, digest.Memory.At);
        Assert.Equal([("in hand", 4), ("old snoozed", 2), ("open", 3)], digest.Memory.Open.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => (o.Key, o.Value)));
        Assert.Equal([("notice", Now.AddDays(-7))], digest.Memory.Notices.Select(n => (n.Key, n.Value)));
        Assert.Equal(["notice", "open"], Keys(digest.New));
        Assert.Equal(["in hand"], Keys(digest.Handled));
        Assert.Equal(["confirmed", "settled"], Keys(digest.Settled));
        Assert.Equal((0, 0, 2, false), (digest.Worse.Count, digest.Open.Count, digest.Snoozed, digest.IsEmpty));
    }

    [Theory]
    [InlineData(AlertState.Acknowledged)]
    [InlineData(AlertState.Open)]
    [InlineData(AlertState.Resolved)]
    [InlineData(AlertState.Told)]
    public void ADigestOfOneThingIsNotEmpty(AlertState state) =>
        Assert.False(Of([Alert("k") with { State = state }], DigestMemory.Nothing with { Open = state == AlertState.Resolved ? new Dictionary<string, int> { ["k"] = 1 } : DigestMemory.Nothing.Open }).IsEmpty);

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void WhatWasToldIsWorseWhereItBecameSoSince(int told, bool isWorse)
    {
        var digest = Of([Alert("k") with { Sequence = 5, WorseSequence = 3 }], DigestMemory.Nothing with { Open = new Dictionary<string, int> { ["k"] = told } });

        Assert.Equal((isWorse ? 1 : 0, isWorse ? 0 : 1, 0), (digest.Worse.Count, digest.Open.Count, digest.New.Count));
    }

    [Fact]
    public void TheWorstStandFirstThenWhatIsDueFirstThenByKey()
    {
        InboxAlert Due(string key, int day, AlertSeverity severity = AlertSeverity.Yellow) =>
            Alert(key) with { Severity = severity, Owed = new OwedBy(new("a", "a"), false, new("a", "a"), new("a", "a"), new DateOnly(2023, 6, day)) };

        Assert.Equal(
            ["red", "d due 1", "b due 2", "c due 2", "a no day", "green"],
            Keys(Of([Due("green", 1, AlertSeverity.Green), Alert("a no day"), Due("c due 2", 2), Due("b due 2", 2), Due("d due 1", 1), Due("red", 9, AlertSeverity.Red)]).New));
    }

    [Fact]
    public void WhatIsStillOwedUnderAnotherAlertIsNotSettled()
    {
        var memory = DigestMemory.Nothing with { Open = new Dictionary<string, int> { ["soon N"] = 1, ["soon S"] = 1 } };
        OwedBy owed = new(new("a", "a"), false, new("a", "a"), new("a", "a"), new DateOnly(2023, 6, 26));
        InboxAlert Of(string key, string organisation, AlertState state) =>
            new(new AlertSubject(key, AlertType.ReportOverdue, organisation, "2023-Q2", "PROV-Q", null), 1, state, AlertSeverity.Yellow, 0, owed, new("a", "a"), Now, null);

        var digest = DigestMemoryTests.Of([Of("soon N", "P63-01", AlertState.Resolved), Of("soon S", "P63-48", AlertState.Resolved), Of("overdue N", "P63-01", AlertState.Acknowledged)], memory);

        Assert.Equal(["soon S"], Keys(digest.Settled));
    }

    private static IEnumerable<string> Keys(IEnumerable<DigestLine> lines) => lines.Select(l => l.Alert.Subject.Key);

    private static Digest Of(InboxAlert[] inbox, DigestMemory? memory = null) => Digest.Of(Secretariat, inbox, memory ?? DigestMemory.Nothing, Now, TheCatalogue.Default);

    private static InboxAlert Alert(string key) => new(
        new AlertSubject(key, AlertType.ValueMoved, "P63-01", "2023-Q2", null, "DG-05"), 1, AlertState.Open, AlertSeverity.Yellow, 0, null, new Bilingual("a", "a"), Now, null);
}
