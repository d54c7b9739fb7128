using System.CommandLine;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;
using DtPipeline.Texts;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp overdue</c></summary>
internal static class OverdueCommand
{
    private const string Overdue = "report.overdue";

    private static readonly Bilingual[] Columns =
    [
        new("Hạn", "Due"), new("Kỳ", "Period"), new("Biểu", "Form"), new("Cơ quan", "Organisation"), new("Mức", "Severity"), new("Trạng thái", "State"), new("Người xử lý", "With"),
    ];

    public static Command Of(RemoteCommand remote)
    {
        var form = KnownCodes.FormOption();
        var period = new Option<string?>("--period") { Description = "Only of this period.", HelpName = "PERIOD" };
        var organisation = KnownCodes.OrganisationOption("Only of this one.");
        var command = new ExampledCommand(
            "overdue",
            "Lists who owes reports and since when, the longest first. A form of which nobody has filed stands once, with the code of the group that owes it.",
            "dtp overdue --period 2025-Q3")
        {
            form, period, organisation,
        };
        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var (ofForm, ofPeriod) = (arguments.GetValue(form), arguments.GetValue(period));
            var owed = (await new AlertDesk(api).ListAsync(new AlertQuestion(null, null, arguments.GetValue(organisation)), cancellationToken))
                .Where(a => a.Alert.Type == Overdue && (ofForm is null || a.Alert.Form == ofForm) && (ofPeriod is null || a.Alert.Period == ofPeriod))
                .OrderBy(a => a.Alert.Due)
                .ThenBy(a => a.Name, StringComparer.Ordinal)
                .ToList();
            remote.Screen.Answer(owed.Select(a => a.Written));
            remote.Screen.Table(
                [.. Columns.Select(c => c.In(api.Language))],
                owed.Select(a => new[]
                {
                    Day.In(a.Alert.Due, api.Language), a.Alert.Period, a.Alert.Form, a.Alert.Organisation, AlertTable.SeverityOf(a.Alert.Severity).In(api.Language),
                    AlertTable.StateOf(a.Alert.State).In(api.Language), a.Alert.Handling?.By,
                }),
                new Bilingual("Không có báo cáo nào quá hạn.", "No report is overdue.").In(api.Language));
            return Outcome.Done;
        });
    }
}
