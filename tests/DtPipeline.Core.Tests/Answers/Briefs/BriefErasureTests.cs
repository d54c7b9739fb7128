using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DtPipeline.Answers.Briefs;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Core.Tests.Answers.Briefs;

/// <summary>A brief that quotes a note as the reason of a correction, and another one as an answer.</summary>
public sealed class BriefErasureTests
{
    private const string Correction = "Đính chính: nhầm số <của> ông A & bà B | tổ 5";
    private const string Answer = "xác nhận, vì ông C đã ký";

    private static readonly Lazy<Brief> Quoting = new(() =>
    {
        var conference = new Conference();
        foreach (var (quarter, at) in new[] { ("2023-Q1", Conference.Morning(2023, 3, 20)), ("2023-Q2", Conference.Morning(2023, 6, 20)), ("2023-Q3", Conference.Morning(2023, 9, 20)), ("2023-Q4", Conference.Morning(2023, 12, 20)) })
        {
            conference.File("P63-01", quarter, at, ("DS-05", 100)).File("P63-02", quarter, at, ("DS-05", 200));
        }

        var last = new LastBrief(TheCatalogue.Period("2023"), Conference.Morning(2024, 1, 10), conference.Ledgers());
        return Brief.Of(conference
            .File("P63-02", "2023-Q4", Conference.Morning(2024, 2, 1), Correction, ("DS-05", 210))
            .File("P63-01", "2024-Q1", Conference.Morning(2024, 3, 20), Answer, ("DS-05", 1000))
            .Input("2024-Q1", Conference.Morning(2024, 4, 1)) with
        { Last = last });
    });

    [Theory]
    [InlineData("brief.vi.html")]
    [InlineData("brief.en.html")]
    [InlineData("brief.vi.md")]
    [InlineData("brief.vi.docx")]
    [InlineData("brief.en.docx")]
    public void TakesOutWhatIsQuotedAndTheSheetAndNothingElse(string name)
    {
        var document = Quoting.Value.Documents.Single(d => d.Name == name);
        var said = TextOf(document);
        Assert.Contains("ông A", said, StringComparison.Ordinal);
        Assert.Contains("ông C", said, StringComparison.Ordinal);
        Assert.Contains("Sheet1!E5", said, StringComparison.Ordinal);

        var without = BriefErasure.Without(document, [.. BriefErasure.QuotedOf(Correction), .. BriefErasure.QuotedOf(Answer)], ["Sheet1!E5"]);

        var left = TextOf(without);
        Assert.DoesNotContain("ông A", left, StringComparison.Ordinal);
        Assert.DoesNotContain("ông C", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Sheet1", left, StringComparison.Ordinal);
        Assert.Equal(2, left.Split("đã xoá / erased").Length - 1);
        Assert.Equal(said.Count(c => c == '\n'), left.Count(c => c == '\n'));
        Assert.Equal(TextOf(without), TextOf(BriefErasure.Without(without, BriefErasure.QuotedOf(Correction), ["Sheet1!E5"])));
    }

    [Fact]
    public void ANoteThatIsAWordOfTheBriefTakesNothingElseAway()
    {
        var document = Quoting.Value.Documents.Single(d => d.Name == "brief.vi.html");

        Assert.Equal(document, BriefErasure.Without(document, ["số"], []));
    }

    [Fact]
    public void TheDocxStaysWhole()
    {
        var without = BriefErasure.Without(Quoting.Value.Documents.Single(d => d.Name == "brief.vi.docx"), BriefErasure.QuotedOf(Correction), ["Sheet1!E5"]);
        using var content = new MemoryStream(without.Content.ToArray());
        using var document = WordprocessingDocument.Open(content, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    private static string TextOf(BriefDocument document)
    {
        if (!document.Name.EndsWith(".docx", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetString(document.Content.Span);
        }

        using var zip = new ZipArchive(new MemoryStream(document.Content.ToArray()));
        return string.Join('\n', zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }
}
