using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;

namespace DtPipeline.Answers.Briefs;

/// <summary>What is served around a brief that a newer one has taken the place of; the brief itself stays as it was.</summary>
public static class BriefNotice
{
    private const string Body = "<body>\n";

    /// <param name="page">The brief as HTML.</param>
    /// <param name="asOf">Of the newest one.</param>
    /// <param name="address">Where that is.</param>
    public static string Around(string page, DateTimeOffset asOf, string address)
    {
        var at = page.IndexOf(Body, StringComparison.Ordinal) + Body.Length;
        var language = page.Contains("<html lang=\"vi\">", StringComparison.Ordinal) ? BriefLanguage.Vietnamese : BriefLanguage.English;
        var said = language.Say($"Đã có bản mới hơn, số liệu tính đến {language.Moment(asOf)}", $"There is a newer one, with figures as of {language.Moment(asOf)}");
        var notice = Html.Of($"<p class=\"superseded\" role=\"note\"><a href=\"{address}\">{BriefHtml.Of(said)}</a>.</p>\n");
        return page.Insert(at, notice.ToString());
    }
}
