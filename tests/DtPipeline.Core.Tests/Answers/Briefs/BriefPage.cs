using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DtPipeline.Answers.Briefs;

namespace DtPipeline.Core.Tests.Answers.Briefs;

/// <summary>A brief as a browser reads it.</summary>
internal sealed class BriefPage(Brief brief, string language)
{
    private readonly IHtmlDocument page = new HtmlParser().ParseDocument(Text(brief, $"brief.{language}.html"));

    public static string Text(Brief brief, string file) => Encoding.UTF8.GetString(brief.Documents.Single(d => d.Name == file).Content.Span);

    public IReadOnlyList<string> Figures => [.. page.QuerySelectorAll("[data-figure]").Select(e => e.GetAttribute("data-figure")!)];

    public IReadOnlyList<string> Highlights => [.. page.QuerySelectorAll("section:first-of-type li").Select(e => Plain(e.TextContent))];

    public string Words => Plain(page.Body!.TextContent);

    /// <summary>Text with a digit that is neither a figure nor a part of a name, a code, a day or a period.</summary>
    public IReadOnlyList<string> NumbersOfNobody()
    {
        var copy = (IHtmlDocument)page.Clone();
        foreach (var known in copy.QuerySelectorAll("style, title, [data-figure], time, cite, code, tspan.name, tspan.time, tspan.code").ToList())
        {
            known.Remove();
        }

        return [.. copy.Body!.QuerySelectorAll("*").SelectMany(e => e.ChildNodes).Where(n => n.NodeType == AngleSharp.Dom.NodeType.Text && n.TextContent.Any(char.IsDigit)).Select(n => n.TextContent.Trim())];
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Trim();
}
