using System.Text.RegularExpressions;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Help.Lists;
using DtPipeline.Answers.Receipts;
using Markdig;

namespace DtPipeline.Answers.Help;

/// <summary>
/// A guide as it is written in <c>Guides</c>: Markdown, in which <c>{{name}}</c> stands for something that the settings or the catalogue say, and a line <c>[[name]]</c> for a list of what the product knows.
/// </summary>
internal static partial class HelpGuide
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseGenericAttributes().Build();

    public static string TextOf(HelpPage page, BriefLanguage language) => HelpSite.ReadText($"{(page.Name.Length == 0 ? "index" : page.Name)}.{language.Code}.md");

    public static Html Body(HelpPage page, BriefLanguage language, HelpInput input) => Html.Join(List().Split(TextOf(page, language)).Select((part, i) =>
        i % 2 == 0 ? Html.Own(Markdig.Markdown.ToHtml(Filled(part, language, input), Markdown)) : HelpLists.Named(part, language, input)));

    /// <summary>The Markdown as it is read on a day.</summary>
    public static string Filled(string text, BriefLanguage language, HelpInput input) => Value().Replace(text, m => HelpValues.Of(m.Groups[1].Value, language, input));

    [GeneratedRegex(@"^\[\[([a-z-]+)\]\]\r?$", RegexOptions.Multiline)]
    private static partial Regex List();

    [GeneratedRegex(@"\{\{([a-z-]+)\}\}")]
    private static partial Regex Value();
}
