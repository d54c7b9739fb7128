using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;
using DtPipeline.Reading;

namespace DtPipeline.Answers.Help.Lists;

/// <summary>What is taken for "missing" and what for "nil".</summary>
internal static class NothingList
{
    public static Html Of(BriefLanguage language) => Html.Of($"""
        <table>
        <thead><tr><th scope="col">{language.Of("Nghĩa là", "It means")}</th><th scope="col">{language.Of("Ghi là", "Written as")}</th></tr></thead>
        <tbody>
        <tr><th scope="row">{language.Of("Chưa có số liệu (thiếu): không lưu gì", "Not known yet (missing): nothing is stored")}</th><td>{language.Of("ô trống; một hoặc nhiều dấu", "a blank cell; one or more of")} {Each(NothingWords.Dashes.Select(c => c.ToString()))}; {language.Of("một hoặc nhiều dấu", "one or more of")} {Each(NothingWords.Dots.Select(c => c.ToString()))}; {Each(NothingWords.Missing)}</td></tr>
        <tr><th scope="row">{language.Of("Không phát sinh: là một câu trả lời", "Nothing to report (nil): an answer")}</th><td>{Each(NothingWords.Nil)}</td></tr>
        </tbody>
        </table>

        """);

    private static Html Each(IEnumerable<string> words) => Html.Join(words.Select((w, i) => Html.Of($"{(i == 0 ? string.Empty : ", ")}<code>{w}</code>")));
}
