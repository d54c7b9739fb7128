using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Templates;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Help.Lists;

/// <summary>What each form asks for in the period that goes on: code, name, unit, and whether it is required.</summary>
internal static class IndicatorList
{
    public static Html Of(BriefLanguage language, HelpInput input) => Html.Join(input.Catalogue.Forms
        .Select(f => (Form: f, Period: Period.Containing(f.Frequency, input.Today)))
        .Where(f => f.Form.IsOwed(f.Period))
        .Select(f => Html.Of($"""
            <h3 id="{f.Form.Code}">{language.Of(f.Form.NameVi, f.Form.NameEn)} <code>{f.Form.Code}</code></h3>
            <table class="codes">
            <thead><tr><th scope="col">{language.Of("Mã", "Code")}</th><th scope="col">{language.Of("Chỉ tiêu", "Indicator")}</th><th scope="col">{language.Of("Đơn vị", "Unit")}</th><th scope="col">{language.Of("Bắt buộc", "Required")}</th></tr></thead>
            <tbody>
            {Html.Join(f.Form.AsksFor(f.Period).Select(i => Row(i, input.Catalogue.FindIndicator(i.Indicator)!, language)))}</tbody>
            </table>

            """)));

    private static Html Row(FormIndicator asked, Indicator indicator, BriefLanguage language) => Html.Of(
        $"<tr><th scope=\"row\"><code>{indicator.Code}</code></th><td>{language.Of(indicator.NameVi, indicator.NameEn)}</td><td>{language.Of(FormWords.OfUnit(indicator.Unit), EnglishOf(indicator.Unit))}</td><td>{(asked.Required ? language.Of("có", "yes") : "–")}</td></tr>\n");

    private static string EnglishOf(string unit) => unit switch
    {
        "percent" => "%",
        "yes_no" => "yes/no",
        "vnd_million" => "million VND",
        "usd_million" => "million USD",
        _ => unit,
    };
}
