using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Templates;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Answers.Annotated;

namespace DtPipeline.Core.Tests.Answers.Templates;

public sealed class TemplateWorkbookTests
{
    private static readonly Indicator Flag = TheCatalogue.Indicator("GOV-01");
    private static readonly Indicator Percent = TheCatalogue.Default.Indicators.First(i => i is { Unit: "percent", Maximum: 100, Frequency: Frequency.Quarterly });
    private static readonly Indicator Count = TheCatalogue.Default.Indicators.First(i => i is { Unit: "count", Minimum: 0, Maximum: null, Frequency: Frequency.Quarterly });

    private static readonly TemplateForm Form = new(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"),
    [
        new(Flag, true, 1, TheCatalogue.Period("2023-Q1")),
        new(Percent, true, 87.25, TheCatalogue.Period("2022-Q4")),
        new(Count, false, null, null),
    ]);

    private static readonly byte[] Template = TemplateWorkbook.Of(Form);

    [Fact]
    public void HasTheTitleTheHeaderAndARowAnIndicator() =>
        Assert.Equal(
            [
                "A1 = BÁO CÁO SỐ LIỆU CHUYỂN ĐỔI SỐ [General]",
                "A2 = Hà Nội [General]",
                "A3 = Quý II/2023 [General]",
                "A4 = Ô màu xanh lá: bắt buộc. Không phát sinh: ghi «không phát sinh». Chưa có số liệu: để trống. [General]",
                "A5 = STT [General]", "B5 = Mã chỉ tiêu [General]", "C5 = Chỉ tiêu [General]", "D5 = Đơn vị tính [General]",
                "E5 = Kỳ trước [General]", "F5 = Thực hiện [General]", "G5 = Ghi chú [General]",
                "A6 = 1 [General]", "B6 = GOV-01 [General]", $"C6 = {Flag.NameVi} [General]", "D6 = có/không [General]", "E6 = có [General]",
                "A7 = 2 [General]", $"B7 = {Percent.Code} [General]", $"C7 = {Percent.NameVi} [General]", "D7 = % [General]",
                "E7 = 87.25 [#,##0.0#\" (Quý IV/2022)\"]",
                "A8 = 3 [General]", $"B8 = {Count.Code} [General]", $"C8 = {Count.NameVi} [General]", "D8 = số lượng [General]",
            ],
            Seen.Values(Template).Where(v => v.StartsWith("Báo cáo!", StringComparison.Ordinal)).Select(v => v["Báo cáo!".Length..]));

    [Fact]
    public void HasASectionOfTheTasksThatAreGiven()
    {
        var task = TheCatalogue.Indicator("T22-01");
        var template = TemplateWorkbook.Of(Form with { Tasks = [new(task, false, 40, null)] });

        Assert.Equal(
            [
                "A9 = Nhiệm vụ được giao [General]",
                "A10 = 1 [General]", "B10 = T22-01 [General]", $"C10 = {task.NameVi} [General]", "D10 = % [General]", "E10 = 40 [#,##0.0#]",
            ],
            Seen.Values(template).Where(v => v.StartsWith("Báo cáo!", StringComparison.Ordinal)).Select(v => v["Báo cáo!".Length..]).SkipWhile(v => !v.StartsWith("A9 ", StringComparison.Ordinal)));
        Assert.Empty(Seen.ValidationErrors(template));
    }

    [Fact]
    public void SaysWhereToUpload() =>
        Assert.Contains("Hướng dẫn!B10 = Save as .xlsx and upload it to the folder P63-01/2023-Q2/ [General]", Seen.Values(Template));

    [Fact]
    public void IsValid() => Assert.Empty(Seen.ValidationErrors(Template));

    [Fact]
    public void AFormWithoutIndicatorsIsValidToo() => Assert.Empty(Seen.ValidationErrors(TemplateWorkbook.Of(Form with { Rows = [] })));

    [Fact]
    public void IsTheSameEveryTime() => Assert.Equal(Template, TemplateWorkbook.Of(Form));

    [Fact]
    public void ReadsTheSameInEveryCulture() => Assert.Equal(Template, Culture.Of("vi-VN", () => TemplateWorkbook.Of(Form)));

    [Fact]
    public void OnlyValuesAndNotesAreUnlocked()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Template), false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var sheet = document.Sheet("Báo cáo").Worksheet!;

        Assert.True(sheet.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        Assert.Equal(
            ["F6", "G6", "F7", "G7", "F8", "G8"],
            sheet.Descendants<Cell>().Where(c => formats[(int)c.StyleIndex!.Value].Protection?.Locked?.Value == false).Select(c => c.CellReference!.Value));
    }

    [Fact]
    public void ValuesAreCheckedByTheIndicatorAndNumbersOnlyWarn()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Template), false);

        Assert.Equal(
            ["F6 list stop \"có,không\" ", "F7 decimal warning 0 100", "F8 whole warning 0 1000000000000000"],
            document.Sheet("Báo cáo").Worksheet!.Descendants<DataValidation>().Select(v =>
                $"{v.SequenceOfReferences!.InnerText} {v.Type!.InnerText} {v.ErrorStyle?.InnerText ?? "stop"} {v.Formula1!.Text} {v.Formula2?.Text}"));
    }

    [Fact]
    public void PromptsAreNoLongerThanExcelTakes() => Assert.All([.. TheCatalogue.Default.Indicators, TheCatalogue.Indicator("T22-01")], indicator =>
    {
        var rule = TemplateRule.For(indicator, "F6");

        Assert.InRange(rule.Prompt!.Value!.Length, 1, 255);
        Assert.InRange(rule.PromptTitle!.Value!.Length, 1, 32);
        Assert.InRange(rule.Error!.Value!.Length, 1, 225);
        Assert.InRange(rule.ErrorTitle!.Value!.Length, 1, 32);
    });
}
