using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;

namespace DtPipeline.Answers.Help;

/// <summary>What stands around a guide: the way to the others, to the other language and to its own parts.</summary>
internal static partial class HelpShell
{
    public const string NoPolicy = "default-src 'none'; frame-ancestors 'none'";

    // That many are in sight together.
    private const int FewParts = 2;

    private static readonly string Css = HelpSite.ReadText("help.css");

    // Nothing but this page's own style and the pictures beside it. The element is hashed with all that stands between its tags.
    private static readonly string Sources = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

    // A page cannot forbid its framing itself. A receipt that is shown in a frame leads here.
    public static readonly string Policy = $"{Sources}; frame-ancestors 'self'";

    // Else a browser asks for one that there is not.
    private static readonly Html NoIcon = Html.Own("<link rel=\"icon\" href=\"data:,\" />\n");

    public static string Of(HelpPage page, BriefLanguage language, Html body)
    {
        var other = BriefLanguage.All.First(l => l != language);
        var parts = Part().Matches(body.ToString()).Select(m => (Id: m.Groups["id"].Value, Title: m.Groups["title"].Value)).ToList();
        return HtmlPage.Of(language.Code, $"{language.Of(page.Title)} · DtPipeline", Html.Own(Css), Html.Of($"""
            <a class="skip" href="#content">{language.Of("Đến nội dung", "Skip to the text")}</a>
            <header>
            <p class="home"><a href="/">DtPipeline</a></p>
            <nav aria-label="{language.Of("Các trang trợ giúp", "Pages of the help")}"><ul>
            {Html.Join(HelpPage.All.Select(p => Html.Of($"<li><a href=\"{p.AddressIn(language.Code)}\"{(p == page ? Html.Own(" aria-current=\"page\"") : Html.Nothing)}>{language.Of(p.Tab)}</a></li>\n")))}</ul></nav>
            <p class="language"><a href="{page.AddressIn(other.Code)}" lang="{other.Code}" hreflang="{other.Code}">{other.Of("Tiếng Việt", "English")}</a></p>
            </header>
            <main id="content">
            <h1>{language.Of(page.Title)}</h1>
            {(parts.Count > FewParts ? Contents(parts, language) : Html.Nothing)}
            {body}
            </main>
            """), Sources, NoIcon);
    }

    private static Html Contents(List<(string Id, string Title)> parts, BriefLanguage language) => Html.Of($"""
        <nav class="contents" aria-label="{language.Of("Trong trang này", "On this page")}"><ol>
        {Html.Join(parts.Select(p => Html.Of($"<li><a href=\"#{p.Id}\">{Html.Own(p.Title)}</a></li>\n")))}</ol></nav>
        """);

    [GeneratedRegex("<h2 id=\"(?<id>[^\"]+)\">(?<title>[^<]*)</h2>")]
    private static partial Regex Part();
}
