using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views.Charts;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>Who has filed a form, period by period: a matrix of states, the provinces as tiles of the period asked for, and the rates.</summary>
public static class ComplianceView
{
    /// <summary>The form that is asked for; else the first that any of those who may be seen owe.</summary>
    public static Form? FormOf(ViewQuestion ask) => ask.Catalogue.Forms.FirstOrDefault(f => f.Code == ask.Of("form")) ?? FormsOf(ask).FirstOrDefault();

    /// <param name="model">Null where nothing of the form is published.</param>
    public static ViewModel Of(ViewQuestion ask, FormModel? model)
    {
        var write = new ViewWriter(ask);
        var form = FormOf(ask);
        var periods = model?.Periods.Where(p => p.Cells is not null).ToList() ?? [];
        var shown = periods.Find(p => p.Period == ask.Of("period")) ?? RateTable.Current(periods, ask.Today);
        var title = form is null ? write.Of("Tuân thủ", "Compliance") : $"{write.Of("Tuân thủ", "Compliance")}: {write.Of(form.NameVi, form.NameEn)}";
        var view = new ViewModel("compliance", ask.Said.Code, title, AddressOf(ask, form?.Code, shown?.Period));
        if (model is null || shown is null)
        {
            return write.Whole(view with
            {
                Empty = write.Of("Chưa có kỳ nào của biểu này được công bố. Báo cáo đầu tiên, hoặc ngày đến hạn đầu tiên, sẽ điền bảng này.", "No period of this form is published yet. Its first report, or its first due day, fills this table."),
                Filters = [FormFilter(write, form)],
            });
        }

        var matrix = Matrix(write, model, periods, shown);
        var rates = new RateTable(write);
        var table = rates.Of("periods", write.Of("Tỷ lệ theo kỳ", "Rates by period"), write.Of("Kỳ", "Period"), [.. periods.Select(p => (write.Heading(p.Period), model, p))], string.Empty);
        var name = write.Heading(shown.Period);
        var map = new ViewCharts(write).Map(matrix, shown.Period, null, write.Of($"{name}: tình trạng từng địa phương", $"{name}: where each province stands"));
        var bars = ask.Own is null
            ? ViewCharts.Bars(table, [table.Rows[periods.IndexOf(shown)]], write.Of($"{name}: tỷ lệ nộp báo cáo", $"{name}: reporting rates"), RateTable.OnTime, RateTable.Received, RateTable.Complete)
            : null;
        return write.Whole(view with
        {
            Subtitle = $"{name}: {write.Of("hạn nộp", "due")} {write.Day(shown.EffectiveDueDay)}, {write.Away(shown.EffectiveDueDay, isOwed: false)}",
            AsOf = write.AsOf(ask.Today),
            Numbers = ask.Own is null ? rates.Numbers(model, shown) : [],
            Filters = [FormFilter(write, form), .. Filters(write, model, periods, shown)],
            Charts = [.. new[] { bars, map }.OfType<ViewChart>()],
            Tables = ask.Own is null ? [matrix, table] : [matrix],
            Notes = [write.Of("Tỷ lệ không tính cơ quan được miễn. Đúng hạn xét theo lần đầu có số liệu được nhận.", "Rates leave out who is exempt. On time is judged by the first filing of which something was accepted.")],
        });
    }

    private static IEnumerable<Form> FormsOf(ViewQuestion ask) =>
        ask.Own is not { } own ? ask.Catalogue.Forms : ask.Catalogue.Forms.Where(f => own.Select(ask.Catalogue.FindOrganisation).OfType<Organisation>().Any(o => o.IsIn(f.OwedBy)));

    private static string AddressOf(ViewQuestion ask, string? form, string? period) =>
        ViewAddress.Of("compliance", ("form", form), ("period", period), ("region", ask.Of("region")), ("kind", ask.Of("kind")));

    private static ViewFilter FormFilter(ViewWriter write, Form? form) =>
        ViewWriter.Choice("form", write.Of("Biểu", "Form"), form?.Code, null, FormsOf(write.Ask).Select(f => new FilterOption(f.Code, write.Of(f.NameVi, f.NameEn))));

    private static IEnumerable<ViewFilter> Filters(ViewWriter write, FormModel model, List<FormPeriod> periods, FormPeriod shown)
    {
        yield return ViewWriter.Choice("period", write.Of("Kỳ", "Period"), shown.Period, null, periods.Select(p => new FilterOption(p.Period, write.Heading(p.Period))));
        var there = Rows(write.Ask, model, shown).ToList();
        var regions = there.Where(o => o.Region is not null).GroupBy(o => o.Region!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (regions.Count > 1)
        {
            yield return ViewWriter.Choice("region", write.Of("Vùng", "Region"), write.Ask.Of("region"), write.Of("tất cả vùng", "all regions"), regions.Select(g => new FilterOption(g.Key, RegionOf(write, g.First()))));
        }

        var kinds = there.Select(o => o.Kind).Distinct().Order(StringComparer.Ordinal).ToList();
        if (kinds.Count > 1)
        {
            yield return ViewWriter.Choice("kind", write.Of("Loại cơ quan", "Kind"), write.Ask.Of("kind"), write.Of("tất cả", "all"), kinds.Select(k => new FilterOption(k, KindOf(write, k))));
        }
    }

    private static string RegionOf(ViewWriter write, OrganisationFacts organisation) =>
        write.Ask.Catalogue.FindOrganisation(organisation.Code)?.Region is { } region ? write.Of(region) : organisation.Region!;

    private static string KindOf(ViewWriter write, string kind) => kind switch
    {
        "province" => write.Of("địa phương", "provinces"),
        "ministry" => write.Of("bộ", "ministries"),
        _ => write.Of("cơ quan", "agencies"),
    };

    /// <summary>Who owes the period that is shown, and may be seen.</summary>
    private static IEnumerable<OrganisationFacts> Rows(ViewQuestion ask, FormModel model, FormPeriod shown)
    {
        var owing = shown.Cells!.Select(c => c.Organisation).ToHashSet(StringComparer.Ordinal);
        return model.Organisations.Where(o => owing.Contains(o.Code) && ask.MaySee(o.Code));
    }

    private static ViewTable Matrix(ViewWriter write, FormModel model, List<FormPeriod> periods, FormPeriod shown)
    {
        var ask = write.Ask;
        var rows = Rows(ask, model, shown).Where(o => (ask.Of("region") is not { } region || o.Region == region) && (ask.Of("kind") is not { } kind || o.Kind == kind)).ToList();
        var columns = Enumerable.Reverse(periods).ToList();
        var cells = columns.ConvertAll(p => p.Cells!.ToDictionary(c => c.Organisation, StringComparer.Ordinal));
        return new ViewTable(
            "matrix",
            "matrix",
            write.Of("Tình trạng theo cơ quan và kỳ", "State by body and period"),
            [
                new("organisation", write.Of("Cơ quan", "Body")),
                .. columns.Select(p => new ViewColumn(p.Period, p.Period, Align: "center", Sort: "number") { Href = AddressOf(ask, model.Form, p.Period) }),
            ],
            [
                .. rows.Select(o => new ViewRow(o.Code,
                [
                    ViewWriter.Text(write.Of(o.NameVi, o.NameEn)),
                    .. columns.Select((p, i) => cells[i].GetValueOrDefault(o.Code) is { } cell ? Cell(write, model.Form, p, cell) : ViewWriter.Text(null, title: write.Of("không phải báo cáo kỳ này", "does not owe this period"))),
                ])),
            ])
        {
            Empty = rows.Count > 0 ? null : write.Of("Không có cơ quan nào khớp với bộ lọc.", "No body fits the filters."),
        };
    }

    private static ViewCell Cell(ViewWriter write, string form, FormPeriod period, FormCell cell)
    {
        var due = cell.DueDay ?? period.EffectiveDueDay;
        var said = new[]
        {
            $"{write.Of("hạn", "due")} {write.Day(due)}",
            cell.FirstReceived is { } received ? $"{write.Of("nhận lần đầu", "first received")} {write.Moment(received)}" : null,
            cell.FirstAccepted is { } accepted ? $"{write.Of("có số liệu từ", "accepted")} {write.Moment(accepted)}" : null,
            cell.FirstAccepted is null ? null : $"{cell.Provided}/{cell.Required} {write.Of("chỉ tiêu bắt buộc", "required indicators")}",
        };
        return write.State(
            ViewClass.Named(cell.State) ?? ViewClass.Expected,
            ViewAddress.Obligation(form, period.Period, cell.Organisation),
            string.Join("; ", said.OfType<string>()),
            cell.Incomplete ? [ViewClass.Incomplete] : []);
    }
}
