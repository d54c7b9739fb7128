using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;

namespace DtPipeline.Answers.Briefs;

/// <summary>What is served around a brief that a newer one has taken the place of, or from which quoted words were erased.</summary>
public static class BriefNotice
{
    private const string Body = "<body>\n";

    /// <param name="page">The brief as HTML.</param>
    /// <param name="asOf">Of the newest one.</param>
    /// <param name="address">Where that is.</param>
    public static string Around(string page, DateTimeOffset asOf, string address)
    {
        var language = LanguageOf(page);
        var said = language.Say($"Đã có bản mới hơn, số liệu tính đến {language.Moment(asOf)}", $"There is a newer one, with figures as of {language.Moment(asOf)}");
        return Before(page, Html.Of($"<p class=\"superseded\" role=\"note\"><a href=\"{address}\">{BriefHtml.Of(said)}</a>.</p>\n"));
    }

    /// <param name="page">The brief as HTML, from which words that it quoted are taken out.</param>
    /// <param name="at">When they were.</param>
    public static string OfErasure(string page, DateTimeOffset at)
    {
        var language = LanguageOf(page);
        var said = language.Say(
            $"Lời trích từ một tệp đã bị xoá được thay bằng {BriefErasure.Left} lúc {language.Moment(at)}; số liệu giữ nguyên.",
            $"Words quoted of a file that was erased are replaced by {BriefErasure.Left} since {language.Moment(at)}; the figures stand.");
        return Before(page, Html.Of($"<p class=\"superseded\" role=\"note\">{BriefHtml.Of(said)}</p>\n"));
    }

    private static BriefLanguage LanguageOf(string page) => page.Contains("<html lang=\"vi\">", StringComparison.Ordinal) ? BriefLanguage.Vietnamese : BriefLanguage.English;

    private static string Before(string page, Html notice) => page.Insert(page.IndexOf(Body, StringComparison.Ordinal) + Body.Length, notice.ToString());
}
