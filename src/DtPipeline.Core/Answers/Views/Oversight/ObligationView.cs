using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views.Filing;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>One obligation: its due day with the rule that makes it, what was received and accepted, the files, the alerts, and what was granted.</summary>
public static class ObligationView
{
    /// <param name="files">Of the organisation's period, the newest first.</param>
    /// <param name="alerts">All that are not settled.</param>
    public static ViewModel Of(ViewQuestion ask, Form form, Obligation obligation, IReadOnlyList<ListedFile> files, AlertList alerts)
    {
        var write = new ViewWriter(ask);
        var about = alerts.Alerts.Where(a => a.Organisation == obligation.Organisation && a.Period == obligation.Period && (a.Form is null || a.Form == form.Code)).ToList();
        var state = ViewClass.Named(Obligation.NameOf(obligation.State))!;
        var name = write.Organisation(obligation.Organisation);
        return write.Whole(new ViewModel(
            $"compliance/{form.Code}/{obligation.Period}/{obligation.Organisation}",
            ask.Said.Code,
            $"{name}: {write.Of(form.NameVi, form.NameEn)}, {write.Heading(obligation.Period)}",
            ViewAddress.Obligation(form.Code, obligation.Period, obligation.Organisation))
        {
            Subtitle = $"{write.Of("hạn", "due")} {write.Day(obligation.Due.Effective)}, {write.Away(obligation.Due.Effective, IsOwed(state))}",
            AsOf = write.AsOf(ask.Today),
            Numbers =
            [
                new(write.Of("tình trạng", "state"), write.State(state, beside: obligation.IsIncomplete ? [ViewClass.Incomplete] : []).Text, null, state.Name, state.Mark),
                new(write.Of("chỉ tiêu bắt buộc đã có", "required indicators given"), $"{obligation.Provided}/{obligation.Required}"),
            ],
            Tables =
            [
                Facts(write, form, obligation),
                new FileTable(write).Of("files", write.Of("Các tệp của kỳ", "Files of the period"), files, write.Of($"Chưa nhận tệp nào. Hạn nộp {write.Day(obligation.Due.Effective)}.", $"No file has come. Due {write.Day(obligation.Due.Effective)}.")),
                new AlertTable(write).Of("alerts", write.Of("Cảnh báo", "Alerts"), about, write.Of("Không có cảnh báo nào chưa xong.", "No alert is unsettled.")),
            ],
            Links =
            [
                new ViewLink(write.Of("Biểu theo kỳ", "The form over periods"), ViewAddress.Of("compliance", ("form", form.Code), ("period", obligation.Period))),
                new ViewLink(write.Of("Mẫu để điền", "Workbook to fill in"), ViewAddress.Served($"templates/{obligation.Organisation}/{obligation.Period}")),
                new ViewLink(write.Of("Nộp báo cáo", "Submit"), ViewAddress.Of("submit", ("organisation", obligation.Organisation))),
            ],
        });
    }

    private static bool IsOwed(ViewClass state) => state == ViewClass.Missing || state == ViewClass.Faulty || state == ViewClass.Expected;

    private static ViewTable Facts(ViewWriter write, Form form, Obligation obligation)
    {
        var facts = new List<(string Key, string Name, string Said)>
        {
            ("nominal", write.Of("Hạn theo quy định", "Due by the rule"), $"{write.Day(obligation.Due.Nominal)}: {Rule(write, form, obligation)}"),
            ("due", write.Of("Hạn áp dụng", "Due day that holds"), Effective(write, obligation)),
            ("received", write.Of("Nhận lần đầu", "First received"), Moment(write, obligation.FirstReceived, write.Of("chưa nhận tệp nào", "nothing yet"))),
            ("accepted", write.Of("Có số liệu từ", "First accepted"), Moment(write, obligation.FirstAccepted, write.Of("chưa có số liệu nào được nhận", "nothing yet"))),
            ("complete", write.Of("Chỉ tiêu bắt buộc", "Required indicators"), Complete(write, obligation)),
            ("evidence", write.Of("Văn bản ký", "Signed paper"), Evidence(write, obligation.Evidence)),
            ("grant", write.Of("Gia hạn, miễn", "Granted"), Granted(write, form, obligation)),
        };
        if (obligation.DeliveredBy is { } heir)
        {
            facts.Add(("heir", write.Of("Nộp thay", "Delivered by"), write.Of(heir.NameVi, heir.NameEn)));
        }

        return new ViewTable(
            "facts",
            "list",
            write.Of("Nghĩa vụ báo cáo", "The obligation"),
            [new("name", write.Of("Mục", "Item"), Sort: "none"), new("value", write.Of("Nội dung", "Says"), Sort: "none")],
            [.. facts.Select(f => new ViewRow(f.Key, [ViewWriter.Text(f.Name), ViewWriter.Text(f.Said)]))]);
    }

    private static string Rule(ViewWriter write, Form form, Obligation obligation)
    {
        var regime = Period.TryParse(obligation.Period, out var period) ? write.Ask.Catalogue.Regimes.FirstOrDefault(r => form.IsUnder(r) && r.AppliesTo(period)) : null;
        return regime is null ? form.Regime : write.Of($"{form.Regime}, ngày {regime.Due.Day} của tháng cuối kỳ{Later(regime, "vi")}", $"{form.Regime}, day {regime.Due.Day} of the period's last month{Later(regime, "en")}");
    }

    private static string Later(Regime regime, string language) => (regime.Due.Months, language) switch
    {
        (0, _) => string.Empty,
        (var months, "vi") => $", cộng {months} tháng",
        (var months, _) => $", {months} months on",
    };

    private static string Effective(ViewWriter write, Obligation obligation)
    {
        var day = write.Day(obligation.Due.Effective);
        var isGranted = Grant(write, obligation) is { Kind: GrantKind.Extension };
        return obligation.Due.Effective == obligation.Due.Nominal ? day
            : isGranted ? write.Of($"{day} (được gia hạn)", $"{day} (more time was granted)")
            : write.Of($"{day} (ngày làm việc kế tiếp)", $"{day} (the next working day)");
    }

    private static string Moment(ViewWriter write, DateTimeOffset? moment, string none) => moment is { } at ? write.Moment(at) : none;

    private static string Complete(ViewWriter write, Obligation obligation) => obligation.Lacking is { Indicators.Count: > 0 } lacking && obligation.FirstAccepted is not null
        ? $"{obligation.Provided}/{obligation.Required}, {write.Of("còn thiếu", "missing")}: {string.Join(", ", lacking.Indicators.Select(i => i.Code))}"
        : $"{obligation.Provided}/{obligation.Required}";

    private static string Evidence(ViewWriter write, EvidenceState state) => state switch
    {
        EvidenceState.Present => write.Of("đã có", "there"),
        EvidenceState.Missing => write.Of("chưa có", "not there yet"),
        _ => write.Of("không yêu cầu", "not wanted"),
    };

    private static string Granted(ViewWriter write, Form form, Obligation obligation) => Grant(write, obligation, form) is not { } grant
        ? write.Of("không", "nothing")
        : $"{Kind(write, grant.Kind)}, {grant.GrantedBy}, {write.Day(grant.GrantedOn)}: {grant.Reason}";

    private static string Kind(ViewWriter write, GrantKind kind) => kind switch
    {
        GrantKind.Extension => write.Of("gia hạn", "more time"),
        GrantKind.Exemption => write.Of("miễn", "exempt"),
        _ => write.Of("không chờ nữa", "no longer awaited"),
    };

    private static Grant? Grant(ViewWriter write, Obligation obligation, Form? form = null)
    {
        form ??= write.Ask.Catalogue.Forms.FirstOrDefault(f => f.Code == obligation.Form);
        return obligation.Waiver
            ?? (form is not null && write.Ask.Catalogue.FindOrganisation(obligation.Organisation) is { } body && Period.TryParse(obligation.Period, out var period) ? write.Ask.Catalogue.Grants.FindExtension(form, body, period) : null);
    }
}
