using DtPipeline.Access;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views.Oversight;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Answers.Views;

public sealed class ViewScopeTests
{
    [Fact]
    public void AReporterSeesNoRowOfAnotherBody()
    {
        var ask = DrawnStore.Ask("en") with { Caller = new Caller(CallerRole.Reporter, ["P34-01"], null) };
        var alerts = new AlertList(ask.Today, [Alert("P34-01"), Alert("P34-04"), Alert("@provinces")]);

        var table = AlertsView.Of(ask, alerts).Tables[0];

        Assert.Equal("P34-01/report.overdue~P34-01", Assert.Single(table.Rows).Key);
    }

    [Fact]
    public void WhoMayNotActIsOfferedNoAction()
    {
        var ask = DrawnStore.Ask("en") with { Caller = new Caller(CallerRole.Viewer, [], null) };

        var table = AlertsView.Of(ask, new AlertList(ask.Today, [Alert("P34-01")])).Tables[0];

        Assert.Empty(table.Actions);
        Assert.Empty(Assert.Single(table.Rows).Actions);
    }

    [Fact]
    public void WhoMayActCanAcknowledgeWhatIsOpen()
    {
        var table = AlertsView.Of(DrawnStore.Ask("en"), new AlertList(new DateOnly(2025, 9, 22), [Alert("P34-01"), Alert("P34-04")])).Tables[0];

        Assert.All(table.Rows, r => Assert.Equal(["acknowledge", "snooze"], r.Actions));
        Assert.Equal("red: Overdue, Quarterly report of provinces, 2025-Q2", Assert.Single(table.Groups).Label);
    }

    [Fact]
    public void AlertsOfOneCauseAndFormStandOnOneLineWhateverTheirPeriods()
    {
        var other = Alert("P34-04") with { Key = "report.overdue~2025-Q1", Period = "2025-Q1", Due = new DateOnly(2025, 3, 25) };

        var table = AlertsView.Of(DrawnStore.Ask("en"), new AlertList(new DateOnly(2025, 9, 22), [Alert("P34-01") with { Due = new DateOnly(2025, 6, 25) }, other])).Tables[0];

        Assert.Equal("red: Overdue, Quarterly report of provinces", Assert.Single(table.Groups).Label);
        Assert.Equal(["2025-Q1", "2025-Q2"], table.Rows.Select(r => table.Cell(r, "period").Text));
    }

    private static ListedAlert Alert(string organisation) =>
        new(organisation, $"report.overdue~{organisation}", "report.overdue", "open", "red", 0, DrawnStore.Now, 3, new Bilingual("Chưa nộp.", "Not filed.")) { Form = "PROV-Q", Period = "2025-Q2" };
}
