using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Templates;

/// <summary>An empty report of one organisation and period, ready to be filled in and sent. The same form gives the same bytes.</summary>
public static class TemplateWorkbook
{
    public static byte[] Of(TemplateForm form)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), new Sheets());
            var styles = new StyleBook(workbook);
            new TemplateSheet(styles).Write(Sheet(workbook, TemplateSheet.Name), form);
            new TemplateGuide(styles).Write(Sheet(workbook, OwnSheets.Guide), form);
            var header = TemplateSheet.HeaderRow;
            workbook.Workbook.DefinedNames = new DefinedNames(
                new DefinedName($"'{TemplateSheet.Name}'!${header}:${header}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 });
            styles.Save();
            workbook.Workbook.Save();
        }

        return FixedTimes.In(package);
    }

    private static WorksheetPart Sheet(WorkbookPart workbook, string name)
    {
        var part = workbook.AddNewPart<WorksheetPart>(RelationshipName.For(workbook, "Sheet"));
        var sheets = workbook.Workbook!.Sheets!;
        sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
        return part;
    }
}
