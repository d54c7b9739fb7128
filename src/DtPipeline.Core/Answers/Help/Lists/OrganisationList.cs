using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Help.Lists;

/// <summary>The bodies that report today, by the codes that name their folders.</summary>
internal static class OrganisationList
{
    public static Html Of(BriefLanguage language, HelpInput input)
    {
        var here = input.Catalogue.Organisations.Where(o => o.IsValidOn(input.Today)).OrderBy(o => o.Code, StringComparer.Ordinal).ToList();
        return Html.Of($"""
            <h3 id="provinces">{language.Of("Tỉnh, thành phố", "Provinces")}</h3>
            {Table(here.Where(o => o.Kind == OrganisationKind.Province), language)}
            <h3 id="ministries">{language.Of("Bộ, ngành", "Ministries and agencies")}</h3>
            {Table(here.Where(o => o.Kind != OrganisationKind.Province), language)}
            """);
    }

    private static Html Table(IEnumerable<Organisation> organisations, BriefLanguage language) => Html.Of($"""
        <table class="codes">
        <thead><tr><th scope="col">{language.Of("Mã", "Code")}</th><th scope="col">{language.Of("Cơ quan", "Organisation")}</th></tr></thead>
        <tbody>
        {Html.Join(organisations.Select(o => Html.Of($"<tr><th scope=\"row\"><code>{o.Code}</code></th><td>{language.Of(o.NameVi, o.NameEn)}</td></tr>\n")))}</tbody>
        </table>

        """);
}
