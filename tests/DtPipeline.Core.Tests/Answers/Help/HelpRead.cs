using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Help;
using DtPipeline.Answers.Help.Lists;
using DtPipeline.Deadlines;

namespace DtPipeline.Core.Tests.Answers.Help;

/// <summary>The pages of the help as a browser has them.</summary>
internal static class HelpRead
{
    public static readonly HelpInput Input = On("2025-09-22");

    public static IEnumerable<(HelpPage Page, BriefLanguage Language)> All => BriefLanguage.All.SelectMany(l => HelpPage.All.Select(p => (p, l)));

    public static HelpInput On(string day) =>
        new(TheCatalogue.Default, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), AlertTiming.Default, Sent.MostBytes, TimeSpan.FromDays(92));

    public static IDocument Page(string path, HelpInput? input = null) => new HtmlParser().ParseDocument(TextOf(path, input));

    public static string TextOf(string path, HelpInput? input = null) => Encoding.UTF8.GetString(HelpSite.Find(path, input ?? Input)!.Content);

    /// <summary>As <see cref="HelpSite.Find"/> takes it.</summary>
    public static string PathOf(HelpPage page, BriefLanguage language) => page.AddressIn(language.Code)["/help/".Length..];
}
