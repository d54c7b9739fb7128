using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Help;
using DtPipeline.Answers.Help.Lists;
using DtPipeline.Deadlines;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Answers.Help;

/// <summary>What the guides show is what the product does.</summary>
public sealed partial class HelpTruthTests
{
    public static TheoryData<string> Languages => ["vi", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void TheTextFileOfTheGuideIsReadWithoutAFault(string language)
    {
        var page = HelpRead.Page($"{language}/senders");
        var filing = Sent.Text(page.QuerySelector("code.language-csv")!.TextContent, PathIn(page), At(HelpRead.Input.Today));

        Assert.Empty(filing.Report.Faults);
        Assert.Equal(["GOV-01 1", "DG-05 38.5", "DS-05 1250", "IN-01 M"], filing.Report.Cells.Select(c => Said(c.Indicator.Code, c.Value, c.Status)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void TheSheetOfTheGuideIsReadWithoutAFault(string language)
    {
        var page = HelpRead.Page($"{language}/senders");
        var rows = page.QuerySelectorAll("table.report tr").Select(r => string.Join('\t', r.Children.Select(c => c.TextContent)));
        var filing = Sent.Text(string.Join('\n', rows), PathIn(page), At(HelpRead.Input.Today));

        Assert.Empty(filing.Report.Faults);
        Assert.Equal(["GOV-01 1", "DG-05 38.5", "DS-05 1250", "IN-01 M"], filing.Report.Cells.Select(c => Said(c.Indicator.Code, c.Value, c.Status)));
        Assert.Equal(1, filing.Report.Missing);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void WhatTheGuideSaysNotToWriteIsAFaultOrMeansSomethingElse(string language)
    {
        var rows = HelpRead.Page($"{language}/senders").QuerySelectorAll("#values ~ table.keep tbody tr").ToList();
        string Second(string first) => rows.Single(r => r.Children[0].TextContent == first).Children[2].QuerySelector("code")!.TextContent;

        Assert.Equal("value.not_number", Assert.Single(Sent.Rows($"DS-05,{Second(language == "vi" ? "Số" : "A number")}").Report.Faults).Code);
        Assert.Equal("value.not_flag", Assert.Single(Sent.Rows($"GOV-01,{Second(language == "vi" ? "Có hoặc không" : "Yes or no")}").Report.Faults).Code);
    }

    [Theory]
    [InlineData("2023-01-05")]
    [InlineData("2024-06-30")]
    [InlineData("2025-06-30")]
    [InlineData("2025-07-01")]
    [InlineData("2026-12-31")]
    public void TheFoldersOfTheExamplesAreThereOnAnyDay(string day)
    {
        var input = HelpRead.On(day);

        Assert.All(BriefLanguage.All, l => Assert.All(
            ExamplePath().Matches(HelpRead.TextOf($"{l.Code}/senders", input)).Select(m => m.Value),
            path => Assert.NotNull(ReportPath.Parse(path, TheCatalogue.Default, input.Today).Path)));
    }

    [Fact]
    public void OnEveryDayTheNextDueDayOfEachFormIsShownAndNonePassed()
    {
        var first = new DateOnly(2024, 1, 1);
        for (var day = first; day < first.AddYears(3); day = day.AddDays(1))
        {
            var input = HelpRead.Input with { Today = day };
            var body = HelpGuide.Filled("{{period}}", BriefLanguage.Vietnamese, input) + HelpLists.Named("due", BriefLanguage.Vietnamese, input);
            var shown = ShownDay().Matches(body).Select(m => DateOnly.ParseExact(m.Groups[1].Value, "dd/MM/yyyy", CultureInfo.InvariantCulture)).ToList();

            Assert.Equal(TheCatalogue.Default.Forms.Count, shown.Count);
            Assert.All(shown, due => Assert.InRange(due, day, day.AddDays(400)));
            Assert.Equal(shown.Order(), shown);
        }
    }

    [Fact]
    public void TheDueDayOfAQuarterIsThatOfTheCatalogue()
    {
        var row = HelpRead.Page("vi/senders").QuerySelectorAll("#due ~ table tbody tr").First(r => r.TextContent.Contains("PROV-Q", StringComparison.Ordinal));
        var due = DueDay.Of(TheCatalogue.Form("PROV-Q"), TheCatalogue.Period("2025-Q3"), TheCatalogue.Default);

        Assert.Equal("Báo cáo quý của địa phương PROV-Q|Quý III/2025|2025-Q3|thứ Năm, 25/09/2025", string.Join('|', row.Children.Select(c => c.TextContent.Trim())));
        Assert.Equal(new DateOnly(2025, 9, 25), due.Effective);
    }

    /// <summary>Whatever number the product knows comes from it; the rest is examples, which are read.</summary>
    [Fact]
    public void NoSentenceOfAGuideHasANumberOfItsOwn() => Assert.All(HelpRead.All, p =>
    {
        var prose = NoProse().Replace(HelpGuide.TextOf(p.Page, p.Language), string.Empty);

        Assert.DoesNotContain(prose, char.IsAsciiDigit);
    });

    [Fact]
    public void AGuideThatAsksForWhatNobodyKnowsIsNoGuide()
    {
        Assert.Throws<ArgumentException>(() => HelpGuide.Filled("{{nothing}}", BriefLanguage.Vietnamese, HelpRead.Input));
        Assert.Throws<ArgumentException>(() => HelpLists.Named("nobody", BriefLanguage.English, HelpRead.Input));
    }

    private static string PathIn(IDocument page) => ExamplePath().Match(page.QuerySelector("code.language-text")!.TextContent).Value;

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(7));

    private static string Said(string indicator, double? value, string status) => string.Create(CultureInfo.InvariantCulture, $"{indicator} {(value is null ? status : value)}");

    [GeneratedRegex(@"\bP\d\d-\d\d/[\dQS-]+/[a-z-]+\.[a-z]+")]
    private static partial Regex ExamplePath();

    [GeneratedRegex(@"<strong>[^<]*?(\d\d/\d\d/\d{4})</strong>")]
    private static partial Regex ShownDay();

    [GeneratedRegex(@"```.*?```|`[^`]*`|\{\.report\}\n(\|[^\n]*\n)+|\]\([^)]*\)", RegexOptions.Singleline)]
    private static partial Regex NoProse();
}
