using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class AtOnceTests
{
    private const string Recipients = """
        code,name,address,organisations,forms,least_severity,told,view
        SEC,Tổ thư ký,s@x.vn,@all,,green,first,overseer
        CMT,Lãnh đạo,c@x.vn,@all,,red,next,overseer
        HN,Hà Nội,h@x.vn,P63-01,,green,first,reporter
        DN,Đà Nẵng,d@x.vn,P63-48,,red,first,reporter

        """;

    private static readonly ReportingCatalogue Catalogue = CatalogueReader.Read(file => file == "recipients.csv" ? Recipients : DefaultCatalogue.TextOf(file)).Catalogue!;
    private static readonly DateOnly Today = new(2023, 6, 21);

    [Theory]
    [InlineData(AlertType.ReportOverdue, "P63-01", AlertSeverity.Red, AlertState.Open, 0, "SEC")]
    [InlineData(AlertType.ReportOverdue, "P63-01", AlertSeverity.Red, AlertState.Open, 1, "SEC,CMT")]
    [InlineData(AlertType.ReportOverdue, "P63-01", AlertSeverity.Yellow, AlertState.Open, 0, "")]
    [InlineData(AlertType.ReportOverdue, "P63-01", AlertSeverity.Red, AlertState.Snoozed, 0, "")]
    [InlineData(AlertType.ReportOverdue, "P63-01", AlertSeverity.Red, AlertState.Acknowledged, 0, "")]
    [InlineData(AlertType.ReportFaulty, "P63-01", AlertSeverity.Yellow, AlertState.Open, 0, "HN")]
    [InlineData(AlertType.ReportFaulty, "P63-48", AlertSeverity.Yellow, AlertState.Open, 0, "DN")]
    [InlineData(AlertType.ReportFaulty, "P63-48", AlertSeverity.Yellow, AlertState.Resolved, 0, "")]
    [InlineData(AlertType.ReportFaulty, "unplaced", AlertSeverity.Yellow, AlertState.Open, 0, "")]
    [InlineData(AlertType.ReportDueSoon, "P63-01", AlertSeverity.Green, AlertState.Open, 0, "HN")]
    [InlineData(AlertType.ReportDueSoon, "P63-48", AlertSeverity.Green, AlertState.Open, 0, "")]
    [InlineData(AlertType.ReportDueSoon, "@provinces", AlertSeverity.Green, AlertState.Open, 0, "HN")]
    [InlineData(AlertType.TaskDueSoon, "P63-01", AlertSeverity.Green, AlertState.Open, 0, "HN")]
    [InlineData(AlertType.ReportDueSoon, "P63-01", AlertSeverity.Red, AlertState.Open, 0, "SEC,HN")]
    [InlineData(AlertType.ReportFaulty, "P63-01", AlertSeverity.Red, AlertState.Open, 0, "SEC,HN")]
    [InlineData(AlertType.ValueAnomaly, "P63-01", AlertSeverity.Red, AlertState.Open, 0, "SEC,HN")]
    public void TellsWhomItConcernsNow(string type, string organisation, AlertSeverity severity, AlertState state, int escalation, string told) =>
        Assert.Equal(told, string.Join(',', Who(null, Alert(type, organisation) with { Severity = severity, State = state, Escalation = escalation })));

    [Fact]
    public void WhoWasToldIsNotToldOnceMoreWhenItIsPassedOn()
    {
        var red = Alert(AlertType.ReportOverdue, "P63-01") with { Severity = AlertSeverity.Red };

        Assert.Equal(["CMT"], Who(red, red with { Sequence = 2, Escalation = 1 }));
        Assert.Equal(["SEC"], Who(red with { State = AlertState.Resolved }, red with { Sequence = 3 }));
        Assert.Equal(["SEC"], Who(red with { Severity = AlertSeverity.Yellow }, red with { Sequence = 2 }));
    }

    [Fact]
    public void AReminderIsMailedWhenItIsRaisedAndNotWhenItSaysSomethingElse()
    {
        var soon = Alert(AlertType.ReportDueSoon, "P63-01");

        Assert.Empty(Who(soon, soon with { Sequence = 2 }));
        Assert.Equal(["HN"], Who(soon with { State = AlertState.Resolved }, soon with { Sequence = 3 }));
    }

    [Fact]
    public void WhoSentDoubtfulFiguresIsAskedAtOnceAndAgainOnlyWhenMoreIsAsked()
    {
        var question = Alert(AlertType.ValueAnomaly, "P63-01") with { Severity = AlertSeverity.Yellow };

        Assert.Equal(["HN"], Who(null, question));
        Assert.Equal(["HN"], Who(question, question with { Sequence = 2 }));
        Assert.Empty(Who(question, question with { Sequence = 2, WorseSequence = 1 }));
        Assert.Empty(Who(question, question with { Sequence = 2, State = AlertState.Confirmed }));
    }

    [Fact]
    public void ThatSomebodyIsNotReachedIsToldToTheOthers()
    {
        var recipient = RecipientTests.Read("SEC,Tổ thư ký,s@x.vn,@all,,green,first,overseer");
        var condition = RecipientAlert.Of(recipient, new Bilingual("mã 550", "550"));

        Assert.Empty(Who(null, Alert(AlertType.RecipientUnreachable, "catalogue") with { Subject = condition.Subject, Severity = AlertSeverity.Red }));
        Assert.Equal("No mail reaches the recipient 'SEC' (Tổ thư ký): 550. Look at the address in recipients.csv.", condition.WhileItHolds.En);
        Assert.False(RecipientAlert.Of(recipient, null).Holds);
    }

    [Theory]
    [InlineData(AlertType.ReportDueSoon, "P63-01", "PROV-Q", null, "@provinces report.due_soon~2023-Q2~PROV-Q")]
    [InlineData(AlertType.ReportDueSoon, "@provinces", "PROV-Q", null, null)]
    [InlineData(AlertType.ReportOverdue, "P63-01", "PROV-Q", null, null)]
    [InlineData(AlertType.ReportDueSoon, "P63-01", "NO-FORM", null, null)]
    [InlineData(AlertType.TaskDueSoon, "P63-01", null, "NO-TASK", null)]
    [InlineData(AlertType.TaskDueSoon, "P63-01", null, "T24-27", "@all task.due_soon~T24-27~@all")]
    [InlineData(AlertType.TaskDueSoon, "MIC", null, "T24-08", null)]
    [InlineData(AlertType.TaskOverdue, "P63-01", null, "T24-27", null)]
    public void TheReminderForAllIsFoundByWhatItIsAbout(string type, string organisation, string? form, string? task, string? expected)
    {
        var found = AtOnce.ReminderForAll(new AlertSubject("k", type, organisation, "2023-Q2", form, null) { Task = task }, Catalogue);

        Assert.Equal(expected, found is null ? null : $"{found.Organisation} {found.Key}");
    }

    private static IEnumerable<string> Who(InboxAlert? before, InboxAlert now) => AtOnce.WhoHears(before, now, Today, Catalogue).Select(r => r.Code);

    private static InboxAlert Alert(string type, string organisation) => new(
        new AlertSubject($"{type}~2023-Q2~{organisation}", type, organisation, "2023-Q2", "PROV-Q", null),
        1,
        AlertState.Open,
        AlertSeverity.Green,
        0,
        null,
        new Bilingual("a", "a"),
        DateTimeOffset.UnixEpoch,
        null);
}
