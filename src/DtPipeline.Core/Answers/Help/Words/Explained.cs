using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Views;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Help.Words;

/// <summary>A word that people meet in the product, and what it means to them.</summary>
/// <param name="Id">Its anchor on the page of words.</param>
/// <param name="Code">As programs have it.</param>
/// <param name="Mark">Stands beside the word wherever colour does; null where none does.</param>
internal sealed record Explained(string Id, string Code, string? Mark, Bilingual Word, Bilingual Meaning)
{
    /// <param name="kind">Begins the anchor, for two kinds of words may share a code.</param>
    public static Explained Of(string kind, ViewClass word, string vi, string en) => new($"{kind}.{word.Name}", word.Name, word.Mark, word.Label, new(vi, en));

    /// <param name="isAnchored">On the page of words, where they also have the names by which programs know them.</param>
    public static Html Table(IEnumerable<Explained> words, BriefLanguage language, bool isAnchored) => Html.Of($"""
        <table class="words">
        <thead><tr><th scope="col">{language.Of("Từ", "Word")}</th><th scope="col">{language.Of("Nghĩa là", "It means")}</th></tr></thead>
        <tbody>
        {Html.Join(words.Select(w => w.Row(language, isAnchored)))}</tbody>
        </table>

        """);

    private Html Row(BriefLanguage language, bool isAnchored) => Html.Of($"""
        <tr{(isAnchored ? Html.Of($" id=\"{Id}\"") : Html.Nothing)}><th scope="row">{(Mark is null ? Html.Nothing : Html.Of($"<span class=\"mark {Code}\" aria-hidden=\"true\">{Mark}</span> "))}{language.Of(Word)}{(isAnchored ? Html.Of($" <code>{Code}</code>") : Html.Nothing)}</th><td>{language.Of(Meaning)}</td></tr>

        """);
}
