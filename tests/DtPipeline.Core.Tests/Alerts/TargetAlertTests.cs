using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Progress.Targets;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class TargetAlertTests
{
    private static readonly DateTimeOffset Now = new(2023, 4, 10, 2, 0, 0, TimeSpan.Zero);
    private static readonly Indicator Plan = TheCatalogue.Indicator("GOV-01");
    private static readonly Indicator Share = TheCatalogue.Indicator("DG-05").Due(80, "2023-12-31");

    [Fact]
    public void SaysWhereItLeadsAndWhatItWouldTake()
    {
        var (off, missed) = Conditions(Plan.Of("@provinces", "2022-Q4", 0, null, 1), "2023-07-10");

        Assert.Equal(new AlertSubject("target.off_track~GOV-01~@provinces~2023-12-31", "target.off_track", "@provinces", null, null, "GOV-01"), off.Subject);
        Assert.Equal((true, AlertSeverity.Yellow, false), (off.Holds, off.Severity, missed.Holds));
        Assert.Equal(new AlertSubject("target.missed~GOV-01~@provinces~2023-12-31", "target.missed", "@provinces", null, null, "GOV-01"), missed.Subject);
        Assert.All([off, missed], c => Assert.Equal(new AlertFigure("GOV-01", 1, 0, "2022-Q4"), Assert.Single(c.Figures)));
        Assert.Equal(
            "The provinces, GOV-01 Action plan issued for the digital economy and society strategy, target 63/63 by 2023-12-31: 1 in 2023-Q2; as it goes it would be 2, and needs +31 each quarterly period.",
            off.WhileItHolds.En);
        Assert.Equal(
            "Các địa phương, GOV-01 Đã ban hành kế hoạch hành động thực hiện Chiến lược kinh tế số, xã hội số, mục tiêu 63/63 đến 31/12/2023: 1 trong kỳ 2023-Q2; theo đà hiện nay sẽ là 2, cần +31 mỗi kỳ quý.",
            off.WhileItHolds.Vi);
    }

    [Fact]
    public void IsRaisedOnceAndResolvedWhenItIsBetter()
    {
        var marks = new Dictionary<string, AlertMark>() as IReadOnlyDictionary<string, AlertMark>;
        var events = new List<string>();
        foreach (var values in new double?[][] { [20, 22], [20, 22], [20, 60], [20, 60], [20, 22] })
        {
            (marks, var transitions) = AlertCondition.Settle(marks, All(Share.Of("@provinces", "2022-Q4", values), "2023-04-10"), Now);
            events.AddRange(transitions.Select(t => $"{t.Subject.Type} {t.Sequence} {AlertTransition.NameOf(t.Event)}"));
        }

        Assert.Equal(["target.off_track 1 raised", "target.off_track 2 resolved", "target.off_track 3 raised"], events);
    }

    [Fact]
    public void AMissedTargetIsRedUntilItIsReached()
    {
        var (off, missed) = Conditions(Share.Of("@provinces", "2023-Q3", 60, 70), "2024-01-10");
        var (_, reached) = Conditions(Share.Of("@provinces", "2023-Q3", 60, 70, 81), "2024-04-10");

        Assert.Equal((true, AlertSeverity.Red, false), (missed.Holds, missed.Severity, off.Holds));
        Assert.Equal(
            new Bilingual(
                "Các địa phương, DG-05 Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến, mục tiêu 80 % đến 31/12/2023: không đạt, 70 % trong kỳ 2023-Q4.",
                "The provinces, DG-05 Adults using online public services, target 80 % by 2023-12-31: missed, 70 % in 2023-Q4."),
            missed.WhileItHolds);
        Assert.Equal(
            "Các địa phương, DG-05 Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến, mục tiêu 80 % đến 31/12/2023: đã đạt trong kỳ 2024-Q1, sau hạn, 70 % trong kỳ 2023-Q4.",
            reached.OnceSettled.Vi);
        Assert.Equal("The provinces, DG-05 Adults using online public services, target 80 % by 2023-12-31: the day has passed and it was missed, 70 % in 2023-Q4.", off.OnceSettled.En);
        Assert.Equal((false, "The provinces, DG-05 Adults using online public services, target 80 % by 2023-12-31: reached in 2024-Q1, after the day, 70 % in 2023-Q4."), (reached.Holds, reached.OnceSettled.En));
    }

    [Fact]
    public void ATargetOfAllIsOneAlertAndNotOneForEachPart()
    {
        var groups = new[] { Plan.Of("@all", "2022-Q4", 0, null, 1), Plan.Of("@provinces", "2022-Q4", 0, null, 1), Plan.Of("@ministries", "2022-Q4", 0, null, 0) };

        Assert.Equal(["@all"], Whose(groups, []));
        Assert.Equal(["@provinces", "@ministries"], Whose(groups[1..], [Share.Of("P63-01", "2022-Q4", 20, 22)]));
    }

    [Fact]
    public void APartIsSpokenOfBesideTheWholeWhereATargetIsItsOwn()
    {
        var catalogue = CatalogueReader.Read(f => f == "targets.csv"
            ? "indicator,whose,target_value,target_due,target_set,source\nDG-05,@provinces,80,2023-12-31,,QĐ 1\nDG-06,@ministries,80,2023-12-31,,QĐ 1\n"
            : DefaultCatalogue.TextOf(f)).Catalogue!;
        Series[] groups = [Share.Of("@provinces", "2022-Q4", 20, 22), Share.Of("@all", "2022-Q4", 20, 22), Share.Of("@ministries", "2022-Q4", 20, 22)];

        Assert.Equal(["@all", "@provinces"], TargetAlert.Of(groups, [], catalogue, Charts.Day("2023-04-10")).Select(c => c.Whose));
    }

    [Fact]
    public void ATargetWithoutADueDayIsNeverSpokenOf() =>
        Assert.Empty(TargetAlert.Of([(TheCatalogue.Indicator("DG-05") with { TargetValue = 80, TargetDue = null, Code = "X" }).Of("@provinces", "2022-Q4", 20, 22)], [], TheCatalogue.Default, Charts.Day("2023-04-10")));

    [Fact]
    public void AnOrganisationIsToldOfWhereATargetIsItsOwn()
    {
        var catalogue = CatalogueReader.Read(f => f == "targets.csv"
            ? "indicator,whose,target_value,target_due,target_set,source\nDG-05,P63-01,80,2023-12-31,,QĐ 1\nDG-06,P63-02,80,2023-12-31,,QĐ 1\n"
            : DefaultCatalogue.TextOf(f)).Catalogue!;

        var (whose, conditions) = Assert.Single(TargetAlert.Of([], [Share.Of("P63-01", "2022-Q4", 20, 22), Share.Of("P63-02", "2022-Q4", 20, 22)], catalogue, Charts.Day("2023-04-10")));

        Assert.Equal("P63-01", whose);
        Assert.Equal(
            "Ha Noi, DG-05 Adults using online public services, target 80 % by 2023-12-31: 22 % in 2023-Q1; as it goes it would be 28 %, and needs +19.33 % each quarterly period.",
            conditions.Single(c => c.Holds).WhileItHolds.En);
    }

    [Fact]
    public void ATargetThatIsNoLongerSetIsSettled()
    {
        var condition = TargetAlert.OfNone("target.off_track~DG-05~@provinces~2023-12-31", "@provinces");

        Assert.Equal(new AlertSubject("target.off_track~DG-05~@provinces~2023-12-31", "target.off_track", "@provinces", null, null, null), condition.Subject);
        Assert.Equal((false, new Bilingual("Mục tiêu này không còn được đặt ra.", "This target is no longer set.")), (condition.Holds, condition.OnceSettled));
    }

    /// <summary>What is said of all is the overseers' affair: a reporter is told of its own.</summary>
    [Theory]
    [InlineData("@provinces", "overseer", true)]
    [InlineData("@provinces", "reporter", false)]
    [InlineData("P34-01", "reporter", true)]
    [InlineData("P34-04", "reporter", false)]
    public void AReporterHearsOfItsOwnTargetAlone(string whose, string view, bool hears)
    {
        var recipient = new Recipient("R", "R", "r@example.test", ["P34-01"], [], AlertSeverity.Green, false, view == "reporter");
        var subject = new AlertSubject($"target.off_track~DG-05~{whose}~2025-12-31", AlertType.TargetOffTrack, whose, null, null, "DG-05");
        var alert = new InboxAlert(subject, 1, AlertState.Open, AlertSeverity.Yellow, 0, null, new("Việt", "English"), Now, null);

        var digest = Digest.Of(recipient, [alert], DigestMemory.Nothing, Now, TheCatalogue.Default);

        Assert.Equal(hears ? ["English"] : [], digest.New.Select(l => l.Text.En));
    }

    private static (AlertCondition OffTrack, AlertCondition Missed) Conditions(Series series, string today) =>
        All(series, today) is [var off, var missed, ..] ? (off, missed) : throw new InvalidOperationException("no target");

    private static IReadOnlyList<AlertCondition> All(Series series, string today) => [.. TargetAlert.Of([series], [], TheCatalogue.Default, Charts.Day(today)).SelectMany(c => c.Conditions)];

    private static IEnumerable<string> Whose(IEnumerable<Series> groups, IEnumerable<Series> organisations) =>
        TargetAlert.Of(groups, organisations, TheCatalogue.Default, Charts.Day("2023-07-10")).Select(c => c.Whose);
}
