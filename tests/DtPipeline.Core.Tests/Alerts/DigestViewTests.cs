using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>What one recipient sees of alerts for all, on 1 July 2025, of task T24-27 that everybody owes and was due the day before.</summary>
public sealed class DigestViewTests
{
    private static readonly DateOnly Today = new(2025, 7, 1);

    [Fact]
    public void OfATaskOfAllAReporterIsToldItsOwnPart()
    {
        var line = Line(Reporter, OfAll());

        Assert.Equal("Ministry of Public Security has not finished task T24-27: 1 day overdue (due 2025-06-30).", line.Text.En);
    }

    [Fact]
    public void OnceATaskOfAllIsSettledAReporterIsToldThatItsOwnIs()
    {
        Assert.Equal("Ministry of Public Security: task T24-27 is no longer overdue.", Line(Reporter, OfAll() with { State = AlertState.Resolved }).Text.En);
        Assert.Equal("settled of all", Line(Overseer("MPS;P34-01"), OfAll() with { State = AlertState.Resolved }).Text.En);
    }

    [Fact]
    public void AnOverseerOfSomeIsToldOfThemByNameAndOneOfAllOfAll()
    {
        Assert.Equal("Ha Noi, Ministry of Public Security have not finished task T24-27: 1 day overdue (due 2025-06-30).", Line(Overseer("MPS;P34-01"), OfAll()).Text.En);
        Assert.Equal("All 50 organisations have not finished task T24-27: 1 day overdue (due 2025-06-30).", Line(Overseer("@all"), OfAll()).Text.En);
    }

    [Fact]
    public void OfWhatIsNoMoreInTheCatalogueAllIsSaidToWhoeverIsConcerned() =>
        Assert.Equal(
            "All 50 organisations have not finished task T24-27: 1 day overdue (due 2025-06-30).",
            Line(Overseer("MPS"), OfAll() with { Subject = new AlertSubject("task.overdue~GONE~@all", AlertType.TaskOverdue, "@all", null, null, null) { Task = "GONE" } }).Text.En);

    [Fact]
    public void WhatNoDayDecidesIsSaidAsItIs() => Assert.Equal("settled of all", Line(Reporter, OfAll() with { Owed = null }).Text.En);

    [Theory]
    [InlineData("report.overdue", true, "P34-01", true)]
    [InlineData("target.off_track", true, "P34-01", true)]
    [InlineData("target.missed", true, "P34-01", true)]
    [InlineData("report.overdue", true, "@all", true)]
    [InlineData("target.off_track", true, "@all", false)]
    [InlineData("target.missed", true, "@all", false)]
    [InlineData("target.missed", false, "@all", true)]
    public void ATargetOfAllIsNoReportersAffair(string type, bool isReporter, string whose, bool isConcerned)
    {
        var recipient = isReporter ? RecipientTests.Read("R,Hà Nội,a@x.vn,P34-01,,green,first,reporter") : Overseer("P34-01");
        var alert = OfAll() with { Subject = new AlertSubject($"{type}~{whose}", type, whose, null, null, "DG-05") };

        Assert.Equal(isConcerned, new DigestView(recipient, Today, TheCatalogue.Default).IsConcerned(alert));
    }

    [Theory]
    [InlineData("P63-01", false)]
    [InlineData("P63-48", true)]
    public void WhatSomebodyIsExemptFromIsNotToldToThemUnderTheAlertForAll(string organisation, bool isConcerned)
    {
        var catalogue = CatalogueReader.Read(file => file == "grants.csv"
            ? "form,organisation,period,kind,until,granted_by,granted_on,reason\nPROV-Q,P63-01,2023-Q2,exemption,,QĐ 1,2023-06-20,Bão\n"
            : DefaultCatalogue.TextOf(file)).Catalogue!;
        var alert = OfAll() with { Subject = new AlertSubject("report.overdue~2023-Q2~PROV-Q", AlertType.ReportOverdue, "@provinces", "2023-Q2", "PROV-Q", null) };

        Assert.Equal(isConcerned, new DigestView(Overseer(organisation), new DateOnly(2023, 6, 29), catalogue).IsConcerned(alert));
    }

    [Fact]
    public void TheMatterOfAnAlertForAllIsAReportersOwn()
    {
        var alert = OfAll() with { Subject = new AlertSubject("report.overdue~2023-Q2~PROV-Q", AlertType.ReportOverdue, "@provinces", "2023-Q2", "PROV-Q", null) };

        Assert.Equal(("MPS", "2023-Q2", "PROV-Q", null), new DigestView(Reporter, Today, TheCatalogue.Default).MatterOf(alert));
        Assert.Equal(("@provinces", "2023-Q2", "PROV-Q", null), new DigestView(Overseer("MPS"), Today, TheCatalogue.Default).MatterOf(alert));
        Assert.Equal(("@all", null, null, "T24-27"), new DigestView(Overseer("MPS"), Today, TheCatalogue.Default).MatterOf(OfAll()));
    }

    private static Recipient Reporter => RecipientTests.Read("R,Bộ Công an,a@x.vn,MPS,,green,first,reporter");

    private static Recipient Overseer(string organisations) => RecipientTests.Read($"OV,Vụ,a@x.vn,{organisations},,green,first,overseer");

    private static DigestLine Line(Recipient recipient, InboxAlert alert) => Assert.Single(new DigestView(recipient, Today, TheCatalogue.Default).Lines([alert]));

    private static InboxAlert OfAll() => new(
        new AlertSubject("task.overdue~T24-27~@all", AlertType.TaskOverdue, "@all", null, null, null) { Task = "T24-27" },
        1,
        AlertState.Open,
        AlertSeverity.Yellow,
        0,
        new OwedBy(new Bilingual("Cả 50 cơ quan", "All 50 organisations"), true, new Bilingual("hoàn thành", "finished"), new Bilingual("nhiệm vụ T24-27", "task T24-27"), new DateOnly(2025, 6, 30)),
        new Bilingual("đã hết", "settled of all"),
        Sent.At,
        null);
}
