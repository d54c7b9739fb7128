using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DtPipeline.Amending;
using DtPipeline.Answers.Catalogues;
using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Answers.Catalogues;

public sealed class CatalogueWorkbookTests
{
    private static readonly CatalogueFiles BuiltIn = new(CatalogueReader.Files.ToDictionary(f => f, f => DefaultCatalogue.BytesOf(f)!.Value));

    [Fact]
    public void WhatIsWrittenIsReadBackLineByLine()
    {
        var sheets = CatalogueSheets.Read(CatalogueWorkbook.Of(BuiltIn), out var why);

        Assert.Null(why);
        Assert.Equal([], BuiltIn.ChangesTo(new CatalogueFiles(sheets!.Files)).Select(c => c.ToString()));
        Assert.NotNull(new CatalogueFiles(sheets.Files).Read().Catalogue);
    }

    [Fact]
    public void TheSameFilesGiveTheSameBytesThatTheSchemaTakes()
    {
        var workbook = CatalogueWorkbook.Of(BuiltIn);

        Assert.Equal(workbook, CatalogueWorkbook.Of(BuiltIn));
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
    }

    [Fact]
    public void EveryColumnIsExplained() => Assert.Equal(
        [],
        CatalogueReader.Files.SelectMany(f => BuiltIn.TextOf(f)!.Split('\n')[0].Trim().Split(',').Where(c => CatalogueColumn.Find(f, c) is null).Select(c => $"{f}: {c}")));

    [Fact]
    public void ACodeIsChosenFromTheSheetThatHasIt()
    {
        var rules = RulesOf("form_indicators");

        Assert.Equal(["forms!$A$2:$A$1048576", "indicators!$A$2:$A$1048576", "\"yes,no\""], rules.Take(3).Select(r => r.Formula1!.Text));
        Assert.All(rules, r => Assert.Equal(DataValidationErrorStyleValues.Warning, r.ErrorStyle!.Value));
    }

    [Fact]
    public void WhatIsWrongIsMarkedAtItsCell()
    {
        var wrong = BuiltIn.TextOf("holidays.csv")!.ReplaceLineEndings("\n").Split('\n');
        wrong[2] = wrong[2].Replace("2023-01-02", "2/1/2023", StringComparison.Ordinal);
        var broken = BuiltIn.With(CatalogueBytes("holidays.csv", string.Join('\n', wrong)));
        var sheets = CatalogueSheets.Read(CatalogueWorkbook.Of(broken), out _)!;

        var problem = Assert.Single(new CatalogueFiles(sheets.Files).Read().Problems, p => p.File == "holidays.csv");
        var placed = sheets.Placed(problem);
        var marked = sheets.Marked([placed])!;

        Assert.Equal("holidays.csv, line 3: date is '2/1/2023', expected a day like 2025-06-30", placed.ToString());
        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), false);
        var comment = Assert.Single(SheetOf(document, "holidays").WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>());
        Assert.Equal("A3", comment.Reference!.Value);
        Assert.Contains("date is '2/1/2023', expected a day like 2025-06-30", comment.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void ARowIsNamedAsTheWorkbookShowsItThoughRowsAboveItAreBlankOrBroken()
    {
        var sheets = CatalogueSheets.Read(BlankAndBroken(), out _)!;

        Assert.Equal("date,is_day_off\n\"2025-01-01\nand the next\",yes\n2025-01-03,perhaps\n", System.Text.Encoding.UTF8.GetString(sheets.Files["holidays.csv"].Span));
        Assert.Equal(5, sheets.Placed(new CatalogueProblem("holidays.csv", 4, "is_day_off is 'perhaps', expected yes, no, maybe")).Line);
    }

    [Theory]
    [InlineData("not a workbook")]
    [InlineData("PK and no more")]
    public void WhatIsNoWorkbookIsRefusedWithAReason(string content)
    {
        Assert.Null(CatalogueSheets.Read(System.Text.Encoding.UTF8.GetBytes(content), out var why));
        Assert.NotNull(why);
    }

    /// <summary>Row 2 is blank, the cell in row 3 has two lines, and row 5 is wrong.</summary>
    private static byte[] BlankAndBroken()
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(
                Row(1, "date", "is_day_off"), Row(3, "2025-01-01\nand the next", "yes"), Row(5, "2025-01-03", "perhaps")));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Holidays", SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        return package.ToArray();
    }

    private static Row Row(uint number, params string[] cells) =>
        new(cells.Select((c, i) => new Cell(new InlineString(new Text(c))) { DataType = CellValues.InlineString, CellReference = $"{(char)('A' + i)}{number}" })) { RowIndex = number };

    private static List<DataValidation> RulesOf(string sheet)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(CatalogueWorkbook.Of(BuiltIn)), false);
        return [.. SheetOf(document, sheet).Worksheet!.Descendants<DataValidation>()];
    }

    private static WorksheetPart SheetOf(SpreadsheetDocument document, string name) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().Single(s => s.Name == name).Id!);

    private static Dictionary<string, ReadOnlyMemory<byte>> CatalogueBytes(string file, string text) => new() { [file] = System.Text.Encoding.UTF8.GetBytes(text) };
}
