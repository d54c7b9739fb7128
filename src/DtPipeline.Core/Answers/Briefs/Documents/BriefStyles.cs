using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>How a DOCX looks: styles by the names that Word gives them, so that they can be changed there at once.</summary>
internal static class BriefStyles
{
    private const string Ink = "17212B";
    private const string Soft = "4F5A66";
    private const string Blue = "1D4F7C";
    private const string Rule = "CFD6DD";

    public static void AddTo(MainDocumentPart main, string language)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>("styles");
        part.Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman", EastAsia = "Times New Roman" },
                    new Color { Val = Ink },
                    new FontSize { Val = "21" },
                    new Languages { Val = language == "vi" ? "vi-VN" : "en-GB" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "60", Line = "247", LineRule = LineSpacingRuleValues.Auto }))),
            Paragraph("Normal", "Normal", [], []),
            Paragraph("Title", "Title", [new KeepNext(), Space(0, 120)], [new Bold(), Size(15)]),
            Paragraph("Heading1", "heading 1", [new KeepNext(), Space(180, 60), new OutlineLevel { Val = 0 }], [new Bold(), new Color { Val = Blue }, Size(12.5)]),
            Paragraph("Heading2", "heading 2", [new KeepNext(), Space(120, 40), new OutlineLevel { Val = 1 }], [new Bold(), Size(11)]),
            Paragraph("Caption", "caption", [new KeepNext(), Space(80, 40)], [new Bold(), Size(9.5)]),
            Paragraph("Note", "Note", [Space(0, 40)], [new Color { Val = Soft }, Size(8.5)]),
            Paragraph("ListBullet", "List Bullet", [new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }), Space(0, 80)], []),
            Paragraph("Cell", "Cell", [Space(10, 10)], [Size(8)]),
            Paragraph("CellNumber", "Cell Number", [Space(10, 10), new Justification { Val = JustificationValues.Right }], [Size(8)]),
            Paragraph("CellOver", "Cell Over", [new KeepNext(), Space(50, 10)], [new Bold(), Size(8)]),
            Paragraph("Gap", "Gap", [Space(0, 0)], [Size(6)]),
            Paragraph("Footer", "footer", [Space(0, 0), new Justification { Val = JustificationValues.Right }], [new Color { Val = Soft }, Size(8)]),
            new Style(new StyleName { Val = "Code" }, new StyleRunProperties(new RunFonts { Ascii = "Consolas", HighAnsi = "Consolas" }, Size(7.5))) { Type = StyleValues.Character, StyleId = "Code" },
            Figures());
        part.Styles.Save();

        var bullets = main.AddNewPart<NumberingDefinitionsPart>("numbering");
        bullets.Numbering = new Numbering(
            new AbstractNum(new Level(
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "–" },
                new PreviousParagraphProperties(new Indentation { Left = "284", Hanging = "284" }))
            { LevelIndex = 0 })
            { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
        bullets.Numbering.Save();
    }

    private static Style Figures() => new(
        new StyleName { Val = "Figures" },
        new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Color = Ink },
                new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Ink },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Rule }),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
        new TableStyleProperties(new RunPropertiesBaseStyle(new Bold(), new Color { Val = Soft })) { Type = TableStyleOverrideValues.FirstRow })
    {
        Type = StyleValues.Table,
        StyleId = "Figures",
    };

    private static Style Paragraph(string id, string name, OpenXmlElement[] paragraph, OpenXmlElement[] run) => new(
        new StyleName { Val = name },
        new StyleParagraphProperties(paragraph),
        new StyleRunProperties(run))
    {
        Type = StyleValues.Paragraph,
        StyleId = id,
        Default = id == "Normal" ? true : null,
    };

    private static SpacingBetweenLines Space(int before, int after) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>In points; the format counts halves.</summary>
    private static FontSize Size(double points) => new() { Val = (2 * points).ToString(CultureInfo.InvariantCulture) };
}
