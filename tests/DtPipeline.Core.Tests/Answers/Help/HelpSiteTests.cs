using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using DtPipeline.Answers.Help;

namespace DtPipeline.Core.Tests.Answers.Help;

public sealed class HelpSiteTests
{
    // The page of the app, which the guides send people to.
    private static readonly string[] Views = ["/", "/today", "/compliance", "/indicators", "/files", "/submit", "/tasks", "/alerts", "/briefs"];

    private const int MostBytes = 150_000;

    [Fact]
    public void EveryLinkAndPictureLeadsSomewhere()
    {
        var anchors = HelpRead.All.ToDictionary(p => p.Page.AddressIn(p.Language.Code), p => IdsOf(HelpRead.PathOf(p.Page, p.Language)).ToHashSet(StringComparer.Ordinal));
        var broken = new List<string>();
        foreach (var (page, language) in HelpRead.All)
        {
            var here = page.AddressIn(language.Code);
            foreach (var link in HelpRead.Page(HelpRead.PathOf(page, language)).QuerySelectorAll("a, img").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            {
                var parts = link.Split('#', 2);
                var target = parts[0].Length == 0 ? here : parts[0];
                var leads = parts.Length == 1
                    ? Views.Contains(target) || (target.StartsWith("/help/", StringComparison.Ordinal) && HelpSite.Find(target["/help/".Length..], HelpRead.Input) is not null)
                    : anchors.TryGetValue(target, out var ids) && ids.Contains(parts[1]);
                if (!leads)
                {
                    broken.Add($"{here} -> {link}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void BothLanguagesHaveTheSameParts() =>
        Assert.All(HelpPage.All, p => Assert.Equal(IdsOf(PathOf(p, "vi")), IdsOf(PathOf(p, "en"))));

    [Fact]
    public void NoAnchorStandsTwiceAndEveryHeadingOfAGuideHasOne() => Assert.All(HelpRead.All, p =>
    {
        var ids = IdsOf(HelpRead.PathOf(p.Page, p.Language));

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(HelpRead.Page(HelpRead.PathOf(p.Page, p.Language)).QuerySelectorAll("main > h2, main > h3"), h => Assert.NotNull(h.Id));
    });

    [Fact]
    public void APageLoadsNothingButItsOwnStyleAndPicturesAndRunsNothing() => Assert.All(HelpRead.All, p =>
    {
        var answer = HelpSite.Find(HelpRead.PathOf(p.Page, p.Language), HelpRead.Input)!;
        var page = HelpRead.Page(HelpRead.PathOf(p.Page, p.Language));

        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'", answer.Policy);
        Assert.Equal(answer.Policy.Replace("; frame-ancestors 'self'", string.Empty, StringComparison.Ordinal), page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("[style], script, link:not([rel=icon]), iframe, form"));
    });

    [Fact]
    public void APageSaysItsLanguageItsTitleAndWhereTheOtherLanguageIs()
    {
        var page = HelpRead.Page("vi/faults");

        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Các lỗi trong biên nhận và cách sửa · DtPipeline", page.Title);
        Assert.Equal("/help/en/faults", page.QuerySelector(".language a")!.GetAttribute("href"));
        Assert.Equal("Lỗi và cách sửa", page.QuerySelector("[aria-current=page]")!.TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vi/")]
    public void TheHelpBeginsInVietnamese(string path) => Assert.Equal(HelpRead.TextOf("vi"), HelpRead.TextOf(path));

    [Fact]
    public void NoPageIsLongerThanAPhoneLoadsAtOnce() =>
        Assert.All(HelpRead.All, p => Assert.InRange(HelpSite.Find(HelpRead.PathOf(p.Page, p.Language), HelpRead.Input)!.Content.Length, 1, MostBytes));

    [Theory]
    [InlineData("fr")]
    [InlineData("vi/nothing")]
    [InlineData("vi/faults/more")]
    [InlineData("vi/index")]
    [InlineData("help.css")]
    [InlineData("pictures/none.png")]
    [InlineData("pictures/../help.css")]
    [InlineData("pictures/../senders.vi.md")]
    public void WhatIsNoPageIsNotThere(string path) => Assert.Null(HelpSite.Find(path, HelpRead.Input));

    private static string PathOf(HelpPage page, string language) => page.AddressIn(language)["/help/".Length..];

    private static IReadOnlyList<string> IdsOf(string path) => [.. HelpRead.Page(path).QuerySelectorAll("[id]").Select(e => e.Id!)];
}
