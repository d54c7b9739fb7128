using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers;
using DtPipeline.Answers.Annotated;
using DtPipeline.Answers.Help;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Templates;
using DtPipeline.Core.Tests.Answers.Annotated;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Answers.Help;

/// <summary>From what people are sent to where it is explained.</summary>
public sealed class HelpLinksTests
{
    private const string Site = "https://help.test/help/";

    [Fact]
    public void EveryFaultOnAReceiptLeadsToItsOwnExplanation()
    {
        var page = new HtmlParser().ParseDocument(ReceiptPage.Of(WithEveryFault(), TheCatalogue.Default, Sent.Help));
        var explained = HelpRead.Page("vi/faults");

        foreach (var kind in FaultKinds.All)
        {
            var link = page.QuerySelectorAll("td.says a").Single(a => a.TextContent == kind.Code).GetAttribute("href")!;

            Assert.Equal($"{Site}vi/faults#{kind.Code}", link);
            Assert.NotNull(explained.GetElementById(link.Split('#')[1]));
        }
    }

    [Fact]
    public void EveryLinkOfAReceiptLeadsToAPageOfTheHelp()
    {
        var links = new HtmlParser().ParseDocument(ReceiptPage.Of(WithEveryFault(), TheCatalogue.Default, Sent.Help)).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Distinct().ToList();

        Assert.Contains($"{Site}vi/senders#receipt", links);
        Assert.Contains($"{Site}en/faults#value.not_number", links);
        Assert.All(links, l => Assert.StartsWith(Site, l, StringComparison.Ordinal));
        Assert.All(links.GroupBy(l => l[Site.Length..].Split('#')[0]), LeadToAnchors);
    }

    [Fact]
    public void ACodeThatNoKindHasAnyMoreLeadsNowhere()
    {
        var receipt = WithEveryFault() with { Faults = [new(null, 3, "value", null, "value.never_was", "error", "x", null, new Bilingual("Sai.", "Wrong."))] };

        var code = new HtmlParser().ParseDocument(ReceiptPage.Of(receipt, TheCatalogue.Default, Sent.Help)).QuerySelector("td.says .code")!;

        Assert.Equal(("CODE", "value.never_was"), (code.TagName, code.TextContent));
    }

    [Fact]
    public void AReceiptForProgramsSaysWhereItsCodesAreExplained() => Assert.Equal(
        new ReceiptHelp(new Uri($"{Site}vi/faults"), new Uri($"{Site}en/faults")), ReceiptHelp.Of(Sent.Help));

    [Fact]
    public void TheListOfFaultsInAWorkbookLeadsToTheExplanationOfEachCode()
    {
        var sent = SentWorkbook.OfTwo(SentWorkbook.Report, "<sheetData/>");
        Fault[] faults = [FaultKinds.ValueNotNumber.At(new("Báo cáo", 4, null, "C4"), "a"), FaultKinds.FileNoRows.At(Place.WholeFile), FaultKinds.ValueNotNumber.At(new("Báo cáo", 5, null, "C5"), "b")];

        var once = AnnotatedWorkbook.Of(sent, faults, Sent.Help)!;
        var again = AnnotatedWorkbook.Of(once, faults, new HelpAddress("https://moved.test"))!;

        Assert.Equal([$"F5 {Site}vi/faults#value.not_number", $"F6 {Site}vi/faults#file.no_rows", $"F7 {Site}vi/faults#value.not_number"], OutwardLinks(once, AnnotatedWorkbook.SheetName));
        Assert.Equal(["F5 https://moved.test/help/vi/faults#value.not_number", "F6 https://moved.test/help/vi/faults#file.no_rows", "F7 https://moved.test/help/vi/faults#value.not_number"], OutwardLinks(again, AnnotatedWorkbook.SheetName));
        Assert.Empty(Seen.ValidationErrors(again));
        Assert.Equal(once, AnnotatedWorkbook.Of(sent, faults, Sent.Help));
    }

    [Fact]
    public void ATemplateLeadsToTheGuideForSendersAndIsReadWithoutAFault()
    {
        var form = new TemplateForm(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"), [new(TheCatalogue.Indicator("GOV-01"), true, null, null)]) { Help = Sent.Help };

        var template = TemplateWorkbook.Of(form);

        Assert.Equal([$"A12 {Site}vi/senders", $"B12 {Site}en/senders"], OutwardLinks(template, "Hướng dẫn"));
        Assert.Contains($"Hướng dẫn!A12 = {Site}vi/senders [General]", Seen.Values(template));
        Assert.Empty(Seen.ValidationErrors(template));
        Assert.Equal("file.nothing_to_store", Assert.Single(Sent.Bytes(template).Report.Faults).Code);
    }

    private static void LeadToAnchors(IGrouping<string, string> linksOfOnePage)
    {
        Assert.NotNull(HelpSite.Find(linksOfOnePage.Key, HelpRead.Input));
        var page = HelpRead.Page(linksOfOnePage.Key);
        Assert.All(linksOfOnePage, l => Assert.NotNull(page.GetElementById(l.Split('#')[1])));
    }

    private static IEnumerable<string> OutwardLinks(byte[] workbook, string name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var sheet = document.Sheet(name);
        return [.. sheet.Worksheet!.Descendants<Hyperlink>().Where(h => h.Id is not null).Select(h => $"{h.Reference} {sheet.HyperlinkRelationships.Single(r => r.Id == h.Id).Uri.AbsoluteUri}")];
    }

    private static Receipt WithEveryFault() =>
        Receipt.Of(LedgerSteps.InTurn(Sent.Rows("DG-05,12"))[0], Sent.At) with { Faults = [.. FaultKinds.All.Select(k => ReceiptFault.Of(k.Example!.Fault))], Counts = new FilingCounts(1, 1, 0, 0, 0, 0, 0) };
}
