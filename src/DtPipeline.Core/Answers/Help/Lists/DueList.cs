using System.Globalization;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Answers.Help.Lists;

/// <summary>The next due day of each form, the nearest first.</summary>
internal static class DueList
{
    private static readonly string[] WeekdaysVi = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    public static Html Of(BriefLanguage language, HelpInput input)
    {
        var next = input.Catalogue.Forms.Select(f => Next(f, input)).OfType<Due>().OrderBy(d => d.Day.Effective).ThenBy(d => d.Form.Code, StringComparer.Ordinal).ToList();
        return next.Count == 0
            ? Html.Of($"<p>{language.Of("Hiện không có báo cáo nào phải nộp.", "No report is owed at present.")}</p>\n")
            : Html.Of($"""
                <table>
                <thead><tr><th scope="col">{language.Of("Báo cáo", "Report")}</th><th scope="col">{language.Of("Kỳ", "Period")}</th><th scope="col">{language.Of("Thư mục", "Folder")}</th><th scope="col">{language.Of("Hạn nộp", "Due")}</th></tr></thead>
                <tbody>
                {Html.Join(next.Select(d => Row(d, language)))}</tbody>
                </table>

                """);
    }

    private static Html Row(Due due, BriefLanguage language) => Html.Of($"""
        <tr><th scope="row">{language.Of(due.Form.NameVi, due.Form.NameEn)} <code>{due.Form.Code}</code></th><td>{language.Heading(due.Period).Text}</td><td><code>{due.Period.ToString()}</code></td><td><strong>{Weekday(due.Day.Effective, language)}, {language.Day(due.Day.Effective).Text}</strong>{Moved(due.Day, language)}</td></tr>

        """);

    private static Html Moved(DueDay day, BriefLanguage language) => Html.Of($"""
        {(day.Effective == day.Nominal ? Html.Nothing : Html.Of($"<br />{language.Of("dời từ ngày nghỉ ", "moved from a day off, ")}{language.Day(day.Nominal).Text}"))}{(day.IsProvisional ? Html.Of($"<br />{language.Of("có thể thay đổi khi công bố lịch nghỉ", "may change once days off are announced")}") : Html.Nothing)}
        """);

    /// <returns>Null for a form that nobody owes any more.</returns>
    private static Due? Next(Form form, HelpInput input)
    {
        var current = Period.Containing(form.Frequency, input.Today);
        return new[] { current.Previous, current, current.Next }
            .Where(p => form.IsOwed(p) && input.Catalogue.WhoOwes(form, p).Any())
            .Select(p => new Due(form, p, DueDay.Of(form, p, input.Catalogue)))
            .FirstOrDefault(d => d.Day.Effective >= input.Today);
    }

    private static string Weekday(DateOnly day, BriefLanguage language) =>
        language.Of(WeekdaysVi[(int)day.DayOfWeek], CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day.DayOfWeek));

    private sealed record Due(Form Form, Period Period, DueDay Day);
}
