using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views.Charts;
using DtPipeline.Answers.Views.Filing;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>What has to be done today: red and yellow alerts that nobody deals with, what is due within a week, what came in since yesterday, and the rates of the current periods.</summary>
public static class TodayView
{
    private const int DaysAhead = 7;

    public static ViewModel Of(ViewQuestion ask, ComplianceIndex forms, AlertList alerts, ArrivalList arrivals, TaskList tasks)
    {
        var write = new ViewWriter(ask);
        var open = alerts.Alerts.Where(a => a.State == "open" && AlertTable.ClassOf(a) != ViewClass.Green && ask.MaySee(a.Organisation)).ToList();
        var came = arrivals.Files.Where(f => f.UploadedAt > ask.Now.AddDays(-1) && ask.SeesFileOf(f.Organisation)).Select(ListedFile.Of).ToList();
        var current = forms.Forms
            .Where(f => ask.Own is null)
            .Select(f => (Form: f, Period: RateTable.Current(f.Periods, ask.Today)))
            .Where(f => f.Period is not null)
            .Select(f => (Said: $"{write.Of(f.Form.NameVi, f.Form.NameEn)}, {f.Period!.Period}", f.Form, Period: f.Period!))
            .ToList();
        var rates = new RateTable(write);
        var formTable = rates.Of("forms", write.Of("Tình hình nộp báo cáo", "Reporting"), write.Of("Biểu", "Form"), current, write.Of("Chưa có kỳ báo cáo nào được công bố.", "No period is published yet; the first report or due day publishes one."));
        IReadOnlyList<ViewTable> tables =
        [
            new AlertTable(write).Of("alerts", write.Of("Cần xử lý", "To deal with"), open, write.Of("Không có cảnh báo đỏ hay vàng nào chưa xử lý.", "No red or yellow alert waits for anybody.")),
            DueTable(write, forms, tasks),
            new FileTable(write).Of("arrivals", write.Of("Mới nhận trong 24 giờ", "Received within 24 hours"), came, write.Of("Không có tệp nào trong 24 giờ qua.", "No file has come within 24 hours.")),
            .. ask.Own is null ? new[] { formTable } : [],
        ];
        var (form, period) = current.Count == 0 ? default : current.MinBy(c => Math.Abs(c.Period.EffectiveDueDay.DayNumber - ask.Today.DayNumber)) is var nearest ? (nearest.Form, nearest.Period) : default;
        return write.Whole(new ViewModel("today", ask.Said.Code, write.Of("Hôm nay", "Today"), ViewAddress.Of("today"))
        {
            Subtitle = form is null ? null : $"{write.Of(form.NameVi, form.NameEn)}, {write.Heading(period!.Period)}: {write.Of("hạn", "due")} {write.Day(period.EffectiveDueDay)}, {write.Away(period.EffectiveDueDay, isOwed: false)}",
            AsOf = write.AsOf(ask.Today),
            Numbers = [.. form is null ? [] : rates.Numbers(form, period!), .. Counts(write, open)],
            Charts = ask.Own is null && ViewCharts.Bars(formTable, formTable.Rows, formTable.Title, RateTable.OnTime, RateTable.Received, RateTable.Complete) is { } bars ? [bars] : [],
            Tables = tables,
        });
    }

    private static IEnumerable<ViewNumber> Counts(ViewWriter write, List<ListedAlert> open) =>
        from look in new[] { ViewClass.Red, ViewClass.Yellow }
        let count = open.Count(a => AlertTable.ClassOf(a) == look)
        select new ViewNumber(
            write.Of($"cảnh báo {look.Label.Vi} chưa xử lý", $"{look.Label.En} alerts to deal with"), write.Count(count), null, look.Name, look.Mark, ViewAddress.Of("alerts", ("state", "open"), ("severity", look.Name)));

    private static ViewTable DueTable(ViewWriter write, ComplianceIndex forms, TaskList tasks)
    {
        var ask = write.Ask;
        bool IsSoon(DateOnly day) => day >= ask.Today && day <= ask.Today.AddDays(DaysAhead);
        var reports =
            from form in forms.Forms
            from period in form.Periods
            where IsSoon(period.EffectiveDueDay) && (ask.Own is null || ask.Own.Any(o => Owes(ask, form.Form, period.Period, o)))
            select (Due: period.EffectiveDueDay, What: write.Of(form.NameVi, form.NameEn), period.Period, Open: RateTable.Owing(period), Address: ViewAddress.Of("compliance", ("form", form.Form), ("period", period.Period)));
        var assigned =
            from task in tasks.Tasks
            where task.LastDay is { } last && IsSoon(last)
            let open = task.Owners.Count(o => ask.MaySee(o.Organisation) && !TasksView.IsDone(o))
            where open > 0
            select (Due: task.LastDay!.Value, What: TasksView.TitleOf(write, task), Period: string.Empty, Open: open, Address: ViewAddress.Of("tasks", ("task", task.Task)));
        var rows = reports.Concat(assigned).OrderBy(r => r.Due).ToList();
        return new ViewTable(
            "due",
            "list",
            write.Of("Đến hạn trong 7 ngày", "Due within 7 days"),
            [
                new("what", write.Of("Báo cáo, nhiệm vụ", "Report, task")),
                new("period", write.Of("Kỳ", "Period")),
                new("due", write.Of("Hạn", "Due"), Sort: "number"),
                new("left", write.Of("Còn lại", "Left")),
                .. ask.Own is null ? new[] { new ViewColumn("open", write.Of("Chưa xong", "Not done"), write.Of("cơ quan", "bodies"), "end", "number") } : [],
            ],
            [.. rows.Select(r => new ViewRow($"{r.What}~{r.Period}", [ViewWriter.Text(r.What, r.Address), ViewWriter.Text(r.Period), write.DayCell(r.Due), ViewWriter.Text(write.Due(r.Due)), .. ask.Own is null ? new[] { write.Number(r.Open, r.Address) } : []]) { Href = r.Address })])
        {
            Empty = rows.Count > 0 ? null : write.Of("Không có báo cáo hay nhiệm vụ nào đến hạn trong 7 ngày tới.", "No report or task falls due within the next 7 days."),
        };
    }

    private static bool Owes(ViewQuestion ask, string form, string period, string organisation) =>
        Catalogue.Period.TryParse(period, out var known) && ask.Catalogue.FindOrganisation(organisation) is { } body && ask.Catalogue.FormsOwed(known, body).Any(f => f.Code == form);
}
