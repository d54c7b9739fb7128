using System.Globalization;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Help.Lists;

/// <summary>Who owes which form, by which rule it is due.</summary>
internal static class RuleList
{
    public static Html Of(BriefLanguage language, HelpInput input) => Html.Of($"""
        <table>
        <thead><tr><th scope="col">{language.Of("Báo cáo", "Report")}</th><th scope="col">{language.Of("Ai nộp", "Who owes it")}</th><th scope="col">{language.Of("Hạn nộp theo quy định", "Due by rule")}</th></tr></thead>
        <tbody>
        {Html.Join(input.Catalogue.Forms.Select(f => (Form: f, Period: Period.Containing(f.Frequency, input.Today))).Where(f => f.Form.IsOwed(f.Period)).Select(f => Row(f.Form, f.Period, language, input.Catalogue)))}</tbody>
        </table>

        """);

    private static Html Row(Form form, Period period, BriefLanguage language, ReportingCatalogue catalogue)
    {
        var regime = catalogue.Regimes.First(r => form.IsUnder(r) && r.AppliesTo(period));
        var who = form.OwedBy switch
        {
            "@provinces" => language.Of("Các tỉnh, thành phố", "The provinces"),
            "@ministries" => language.Of("Các bộ, ngành", "The ministries and agencies"),
            Organisation.Everybody => language.Of("Mọi cơ quan", "Everybody"),
            var code => catalogue.FindOrganisation(code) is { } organisation ? language.Of(organisation.NameVi, organisation.NameEn) : code,
        };
        return Html.Of($"<tr><th scope=\"row\">{language.Of(form.NameVi, form.NameEn)} <code>{form.Code}</code></th><td>{who}</td><td>{RuleOf(regime, language)}</td></tr>\n");
    }

    private static string RuleOf(Regime regime, BriefLanguage language)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{regime.Due.Day}");
        var month = regime.Due.Months switch
        {
            0 => language.Of("tháng cuối kỳ", "the period's last month"),
            1 => language.Of("tháng liền sau kỳ", "the month after the period"),
            -1 => language.Of("tháng liền trước tháng cuối kỳ", "the month before the period's last"),
            var months => language.Of(
                string.Create(CultureInfo.InvariantCulture, $"tháng thứ {months} tính từ tháng cuối kỳ"), string.Create(CultureInfo.InvariantCulture, $"the month {months} after the period's last")),
        };
        var moved = regime.RollOver == RollOver.NextWorkingDay
            ? language.Of("; trùng ngày nghỉ thì dời sang ngày làm việc kế tiếp", "; a day off moves it to the next working day")
            : string.Empty;
        return language.Of($"chậm nhất ngày {day} của {month}{moved}", $"by day {day} of {month}{moved}");
    }
}
