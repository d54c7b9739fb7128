using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>Which alerts stand in one line, said on 29 June 2023 of a report that was due three days before.</summary>
public sealed class AlertGroupTests
{
    private const string ThingVi = "«Báo cáo quý» kỳ 2023-Q2";
    private const string ThingEn = "the 'Quarterly report' for 2023-Q2";

    private static readonly DateOnly Today = new(2023, 6, 29);
    private static readonly Dictionary<string, InboxAlert> Others = new(StringComparer.Ordinal)
    {
        ["type"] = Alert("B", AlertType.ReportIncomplete),
        ["severity"] = Alert("B") with { Severity = AlertSeverity.Red },
        ["state"] = Alert("B") with { State = AlertState.Snoozed },
        ["thing"] = With(o => o with { Thing = new Bilingual("x", "x") }),
        ["what should be done with it"] = With(o => o with { Done = new Bilingual("x", "x") }),
        ["due day"] = With(o => o with { Due = o.Due.AddDays(1) }),
        ["that something was refused"] = With(o => o with { Refused = new Dictionary<string, DateOnly> { ["B"] = Today } }),
        ["that it speaks of many"] = With(o => o with { IsMany = true }),
        ["that nothing is owed"] = Alert("B") with { Owed = null },
    };

    private static readonly Handling Lan = new("k", "A", HandlingAction.Acknowledge, "Lan", Sent.At, 1, null, "đã gọi");

    [Fact]
    public void OneAloneSaysWhatItSays()
    {
        var group = Assert.Single(Groups(Alert("A")));

        Assert.Equal(("A", new Bilingual("dòng A", "line A"), 1), (group.First.Subject.Organisation, group.Text, group.Count));
    }

    [Fact]
    public void WhoOwesTheSameIsNamedInTheOrderOfTheLinesWhereTheFirstOfThemStands()
    {
        var groups = Groups(Alert("A"), Alert("B") with { Severity = AlertSeverity.Red }, Alert("C"));

        Assert.Equal(["A 2", "B 1"], groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.First.Subject.Organisation} {g.Count}")));
        Assert.Equal(
            new Bilingual($"quá hạn 3 ngày (hạn 26/06/2023), chưa nộp {ThingVi}, 2 cơ quan: Cơ quan A, Cơ quan C.", $"3 days overdue (due 2023-06-26), not filed: {ThingEn}, 2 organisations: Body A, Body C."),
            groups[0].Text);
    }

    public static TheoryData<string> Differences => new(Others.Keys);

    [Theory]
    [MemberData(nameof(Differences))]
    public void WhatDiffersInAnythingButWhoseItIsStandsAlone(string what) => Assert.Equal([1, 1], Groups(Alert("A"), Others[what]).Select(g => g.Count));

    [Fact]
    public void WhatIsInHandStandsWithWhatTheSamePersonHasInHandWithTheSameWord()
    {
        var mine = Acknowledged("A", Lan);

        Assert.Equal([2], Groups(mine, Acknowledged("B", Lan with { Key = "b", At = Sent.At.AddDays(1) })).Select(g => g.Count));
        Assert.Equal([1, 1], Groups(mine, Acknowledged("B", Lan with { By = "Minh" })).Select(g => g.Count));
        Assert.Equal([1, 1], Groups(mine, Acknowledged("B", Lan with { Note = null })).Select(g => g.Count));
    }

    [Fact]
    public void WhatOthersDidWithAnOpenAlertBeforeIsPast() =>
        Assert.Equal([2], Groups(Alert("A") with { Handling = Lan }, Alert("B")).Select(g => g.Count));

    [Fact]
    public void BehindANameStandsWhatIsMissingThere() => Assert.Equal(
        new Bilingual(
            $"quá hạn 3 ngày (hạn 26/06/2023), đã nộp nhưng thiếu chỉ tiêu bắt buộc của {ThingVi}, 2 cơ quan: Cơ quan A (thiếu 2/25), Cơ quan B (thiếu 1/25).",
            $"3 days overdue (due 2023-06-26), filed but required indicators are missing: {ThingEn}, 2 organisations: Body A (2 of 25), Body B (1 of 25)."),
        Assert.Single(Groups(Lacking("A", 2), Lacking("B", 1))).Text);

    [Fact]
    public void BehindANameStandsWhatIsDoneAlreadyOrElseNothing() => Assert.Equal(
        new Bilingual(
            $"quá hạn 3 ngày (hạn 26/06/2023), chưa nộp {ThingVi}, 2 cơ quan: Cơ quan A (đã đạt 60 %), Cơ quan B.",
            $"3 days overdue (due 2023-06-26), not filed: {ThingEn}, 2 organisations: Body A (60 % done), Body B."),
        Assert.Single(Groups(Of(Alert("A"), Known), Alert("B"))).Text);

    [Theory]
    [InlineData(AlertType.ReportOverdue, $"không còn quá hạn {ThingVi}", $"no longer overdue: {ThingEn}")]
    [InlineData(AlertType.TaskOverdue, $"không còn quá hạn {ThingVi}", $"no longer overdue: {ThingEn}")]
    [InlineData(AlertType.ReportDueSoon, $"thôi nhắc {ThingVi}", $"no more reminder of {ThingEn}")]
    [InlineData(AlertType.TaskDueSoon, $"thôi nhắc {ThingVi}", $"no more reminder of {ThingEn}")]
    public void OfWhatIsSettledNobodyAsksWhatWasRefusedOrMissing(string type, string vi, string en)
    {
        var refused = Of(Alert("A", type), o => o with { Refused = new Dictionary<string, DateOnly> { ["A"] = Today } });
        var lacking = Of(Alert("B", type), o => o with { Lacking = new LackingPart(2, 25, ["X", "Y"]) });

        var group = Assert.Single(Groups([.. new[] { refused, lacking, Of(Alert("C", type), Known) }.Select(a => a with { State = AlertState.Resolved })]));

        Assert.Equal(
            new Bilingual($"{vi}, 3 cơ quan: Cơ quan A, Cơ quan B, Cơ quan C (đã đạt 60 %).", $"{en}, 3 organisations: Body A, Body B, Body C (60 % done)."),
            group.Text);
    }

    [Theory]
    [InlineData(100, "", "")]
    [InlineData(103, ", và 3 cơ quan nữa", ", and 3 more")]
    public void OfManyAHundredAreNamed(int count, string vi, string en)
    {
        var text = Assert.Single(Groups([.. Enumerable.Range(1, count).Select(n => Alert(string.Create(CultureInfo.InvariantCulture, $"N{n}")))])).Text;

        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $", {count} cơ quan: {string.Join(", ", Enumerable.Range(1, 100).Select(n => $"Cơ quan N{n}"))}{vi}."), text.Vi, StringComparison.Ordinal);
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $", {count} organisations: {string.Join(", ", Enumerable.Range(1, 100).Select(n => $"Body N{n}"))}{en}."), text.En, StringComparison.Ordinal);
    }

    private static IReadOnlyList<AlertGroup> Groups(params InboxAlert[] alerts) =>
        AlertGroup.Of([.. alerts.Select(a => new DigestLine(a, new Bilingual($"dòng {a.Subject.Organisation}", $"line {a.Subject.Organisation}")))], Today);

    private static InboxAlert Acknowledged(string organisation, Handling handling) => Alert(organisation) with { State = AlertState.Acknowledged, Handling = handling };

    private static InboxAlert Lacking(string organisation, int count) => Of(Alert(organisation), o => o with { Lacking = new LackingPart(count, 25, []) });

    private static OwedBy Known(OwedBy owed) => owed with { Known = new Bilingual("đã đạt 60 %", "60 % done") };

    private static InboxAlert With(Func<OwedBy, OwedBy> change) => Of(Alert("B"), change);

    private static InboxAlert Of(InboxAlert alert, Func<OwedBy, OwedBy> change) => alert with { Owed = change(alert.Owed!) };

    private static InboxAlert Alert(string organisation, string type = AlertType.ReportOverdue) => new(
        new AlertSubject($"{type}~2023-Q2~{organisation}~F", type, organisation, "2023-Q2", "F", null),
        1,
        AlertState.Open,
        AlertSeverity.Yellow,
        0,
        new OwedBy(new Bilingual($"Cơ quan {organisation}", $"Body {organisation}"), false, new Bilingual("nộp", "filed"), new Bilingual(ThingVi, ThingEn), new DateOnly(2023, 6, 26)),
        new Bilingual(string.Empty, string.Empty),
        Sent.At,
        null);
}
