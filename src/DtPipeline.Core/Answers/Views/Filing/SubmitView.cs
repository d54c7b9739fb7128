using DtPipeline.Answers.Models;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Answers.Views.Filing;

/// <summary>What a body owes, what is pressing first: the folders that a report can be sent to.</summary>
public static class SubmitView
{
    // A due day as far ahead, or as long ago, belongs to what people send now.
    private const int DaysAhead = 45;
    private const int DaysBack = 400;

    /// <summary>Whose reports are asked for; null where that has to be chosen first.</summary>
    public static Organisation? BodyOf(ViewQuestion ask)
    {
        var asked = ask.Of("organisation") is { } code && ask.MaySee(code) ? ask.Catalogue.FindOrganisation(code) : null;
        return asked ?? (ask.Own is [var own] ? ask.Catalogue.FindOrganisation(own) : null);
    }

    /// <summary>The forms of which the body may owe something now.</summary>
    public static IReadOnlyList<Form> FormsOf(ViewQuestion ask, Organisation body) => [.. ask.Catalogue.Forms.Where(f => body.IsIn(f.OwedBy) && Periods(ask, f, body).Any())];

    /// <param name="models">Of these forms, as far as anything is published of them.</param>
    public static ViewModel Of(ViewQuestion ask, IReadOnlyList<FormModel> models)
    {
        var write = new ViewWriter(ask);
        var body = BodyOf(ask);
        var rows = body is null ? [] : Rows(write, body, models);
        return write.Whole(new ViewModel("submit", ask.Said.Code, write.Of("Nộp báo cáo", "Submit"), ViewAddress.Of("submit", ("organisation", ask.Of("organisation")), ("period", ask.Of("period"))))
        {
            Subtitle = body is null ? null : write.Of(body.NameVi, body.NameEn),
            AsOf = write.AsOf(ask.Today),
            Empty = body is null ? write.Of("Hãy chọn cơ quan nộp báo cáo.", "Choose the body that reports.") : null,
            Filters = Filters(write, body),
            Tables = body is null ? [] : [Table(write, rows)],
        });
    }

    private static IReadOnlyList<ViewFilter> Filters(ViewWriter write, Organisation? body)
    {
        var bodies = write.Ask.Own is { } own
            ? own.Select(write.Ask.Catalogue.FindOrganisation).OfType<Organisation>()
            : write.Ask.Catalogue.Organisations.Where(o => o.IsValidOn(write.Ask.Today)).OrderBy(o => o.Code, StringComparer.Ordinal);
        return
        [
            .. write.Ask.Own is { Count: 1 } ? [] : new[] { ViewWriter.Choice("organisation", write.Of("Cơ quan", "Body"), body?.Code, body is null ? write.Of("chọn cơ quan", "choose a body") : null, bodies.Select(o => new FilterOption(o.Code, write.Of(o.NameVi, o.NameEn)))) },
        ];
    }

    private static IEnumerable<Period> Periods(ViewQuestion ask, Form form, Organisation body)
    {
        for (var period = Period.Containing(form.Frequency, ask.Today.AddDays(DaysAhead)); period.LastDay > ask.Today.AddDays(-DaysBack) && period.Year > 2000; period = period.Previous)
        {
            if (form.IsOwed(period, body) && DueDay.Of(form, body, period, ask.Catalogue).Effective is var due && due <= ask.Today.AddDays(DaysAhead) && due >= ask.Today.AddDays(-DaysBack))
            {
                yield return period;
            }
        }
    }

    private static List<Owed> Rows(ViewWriter write, Organisation body, IReadOnlyList<FormModel> models)
    {
        var ask = write.Ask;
        var found =
            from form in FormsOf(ask, body)
            from period in Periods(ask, form, body)
            let cell = models.FirstOrDefault(m => m.Form == form.Code)?.Periods.FirstOrDefault(p => p.Period == period.ToString())?.Cells?.FirstOrDefault(c => c.Organisation == body.Code)
            let due = DueDay.Of(form, body, period, ask.Catalogue).Effective
            select new Owed(form, period, due, StateOf(cell, due, ask.Today), cell);
        return [.. found.OrderBy(o => o.IsOpen ? 0 : 1).ThenBy(o => o.IsOpen ? o.Due.DayNumber : -o.Due.DayNumber).ThenBy(o => o.Form.Code, StringComparer.Ordinal)];
    }

    /// <summary>Of what is not published yet nothing has come.</summary>
    private static ViewClass StateOf(FormCell? cell, DateOnly due, DateOnly today) => ViewClass.Named(cell?.State) ?? (today > due ? ViewClass.Missing : ViewClass.Expected);

    private static ViewTable Table(ViewWriter write, List<Owed> rows) => new(
        "owed",
        "list",
        write.Of("Báo cáo phải nộp, gấp nhất trước", "What is owed, the most pressing first"),
        [
            new("form", write.Of("Biểu", "Form")),
            new("period", write.Of("Kỳ", "Period")),
            new("due", write.Of("Hạn nộp", "Due"), Sort: "number"),
            new("left", write.Of("Còn lại", "Left")),
            new("state", write.Of("Tình trạng", "State"), Sort: "number"),
            new("given", write.Of("Chỉ tiêu bắt buộc đã có", "Required given"), Align: "end", Sort: "number"),
            new("template", write.Of("Mẫu để điền", "Workbook"), Sort: "none"),
        ],
        [.. rows.Select(r => Row(write, r))])
    {
        Empty = rows.Count > 0 ? null : write.Of($"Không có báo cáo nào đến hạn trong {DaysAhead} ngày tới.", $"Nothing falls due within {DaysAhead} days."),
    };

    private static ViewRow Row(ViewWriter write, Owed owed)
    {
        var (period, body) = (owed.Period.ToString(), BodyOf(write.Ask)!.Code);
        var address = ViewAddress.Obligation(owed.Form.Code, period, body);
        return new ViewRow(
            $"{body}/{period}/{owed.Form.Code}",
            [
                ViewWriter.Text(write.Of(owed.Form.NameVi, owed.Form.NameEn), address),
                ViewWriter.Text(write.Heading(period)),
                write.DayCell(owed.Due),
                ViewWriter.Text(owed.IsOpen ? write.Due(owed.Due) : string.Empty),
                write.State(owed.State, address, null, owed.Cell?.Incomplete == true ? [ViewClass.Incomplete] : []),
                owed.Cell is { } cell ? new ViewCell($"{cell.Provided}/{cell.Required}") { Value = cell.Provided } : ViewWriter.Text(null),
                ViewWriter.Text($"{body}-{period}.xlsx", ViewAddress.Served($"templates/{body}/{period}")),
            ])
        {
            Href = address,
        };
    }

    private sealed record Owed(Form Form, Period Period, DateOnly Due, ViewClass State, FormCell? Cell)
    {
        public bool IsOpen => State == ViewClass.Missing || State == ViewClass.Faulty || State == ViewClass.Expected || Cell?.Incomplete == true;
    }
}
