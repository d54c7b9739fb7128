using DtPipeline.Answers.Models;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>The queue of alerts that are not settled.</summary>
public static class AlertsView
{
    private static readonly string[] States = ["open", "acknowledged", "snoozed"];
    private static readonly ViewClass[] Severities = [ViewClass.Red, ViewClass.Yellow, ViewClass.Green];

    public static ViewModel Of(ViewQuestion ask, AlertList alerts)
    {
        var write = new ViewWriter(ask);
        var seen = alerts.Alerts.Where(a => ask.MaySee(a.Organisation)).ToList();
        var (state, severity, organisation) = (ask.Of("state"), ask.Of("severity"), ask.Of("organisation"));
        var shown = seen.Where(a => (state is null || a.State == state) && (severity is null || a.Severity == severity) && (organisation is null || a.Organisation == organisation)).ToList();
        return write.Whole(new ViewModel("alerts", ask.Said.Code, write.Of("Cảnh báo", "Alerts"), ViewAddress.Of("alerts", ("state", state), ("severity", severity), ("organisation", organisation)))
        {
            AsOf = write.AsOf(alerts.Day),
            Numbers =
            [
                .. Severities.Select(s => new ViewNumber(
                    write.Of($"{s.Label.Vi}, chưa xử lý", $"{s.Label.En}, open"),
                    write.Count(seen.Count(a => a.State == "open" && AlertTable.ClassOf(a) == s)),
                    null,
                    s.Name,
                    s.Mark,
                    ViewAddress.Of("alerts", ("state", "open"), ("severity", s.Name)))),
            ],
            Filters =
            [
                ViewWriter.Choice("state", write.Of("Xử lý", "State"), state, write.Of("tất cả", "all"), States.Select(s => new FilterOption(s, write.Of(AlertWords.State(s))))),
                ViewWriter.Choice("severity", write.Of("Mức", "Severity"), severity, write.Of("tất cả", "all"), Severities.Select(s => new FilterOption(s.Name, write.Of(s.Label)))),
                ViewWriter.Choice("organisation", write.Of("Cơ quan", "Body"), organisation, write.Of("tất cả", "all"), seen.Select(a => a.Organisation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(o => new FilterOption(o, write.Organisation(o)))),
            ],
            Tables = [new AlertTable(write).Of("alerts", write.Of("Cảnh báo chưa xong", "Alerts not settled"), shown, Empty(write, seen.Count))],
        });
    }

    private static string Empty(ViewWriter write, int all) => all > 0
        ? write.Of("Không có cảnh báo nào khớp với bộ lọc.", "No alert fits the filters.")
        : write.Of("Không có cảnh báo nào chưa xong. Báo cáo quá hạn, tệp có lỗi và số liệu bất thường sẽ hiện ở đây.", "No alert is unsettled. Overdue reports, faulty files and odd figures will stand here.");
}
