using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Amending;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Catalogue;
using DtPipeline.Grids;
using DtPipeline.Grids.Csv;

namespace DtPipeline.Answers.Catalogues;

/// <summary>
/// The catalogue as one workbook: a sheet a file, of the file's name without <c>.csv</c>, all cells as text, with lists to choose from and an
/// explanation of each column at its cells. The same files give the same bytes.
/// </summary>
public static class CatalogueWorkbook
{
    // Rows for which the lists hold, beyond those that are there.
    private const int RowsMore = 500;
    private const double LeastWidth = 8;
    private const double MostWidth = 50;

    public static byte[] Of(CatalogueFiles files)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), new Sheets());
            var styles = new StyleBook(workbook);
            foreach (var file in CatalogueReader.Files.Where(f => files.TextOf(f) is { Length: > 0 }))
            {
                Write(Sheet(workbook, CatalogueSheets.NameOf(file)), file, [.. DelimitedText.Rows(() => new StringReader(files.TextOf(file)!), null, ',')], styles);
            }

            styles.Save();
            workbook.Workbook.Save();
        }

        return FixedTimes.In(package);
    }

    private static void Write(WorksheetPart part, string file, IReadOnlyList<GridRow> rows, StyleBook styles)
    {
        var header = new CellLook { Size = 11, Bold = true, Border = true, Fill = "FFDDE5EE" }.In(styles);
        var text = new CellLook { Size = 11, Border = true, Number = "@" }.In(styles);
        var names = rows[0].Cells.Select(c => c.Text).ToList();
        using var sheet = new NewSheet(part, NewSheet.FrozenUnder(1, selected: file == CatalogueReader.Files[0]), NewSheet.Widths(names.Select((n, i) => WidthOf(rows, i))));
        foreach (var (index, row) in rows.Index())
        {
            sheet.Row(index + 1, names.Select((_, i) => NewSheet.Text(new(index + 1, i + 1), row[i].Text, index == 0 ? header : text)));
        }

        var rules = names.Select((name, i) => RuleOf(file, name, i + 1, rows.Count)).OfType<DataValidation>().ToList();
        sheet.Finish(rules.Count > 0 ? [new DataValidations(rules) { Count = (uint)rules.Count }] : []);
    }

    private static double WidthOf(IReadOnlyList<GridRow> rows, int column) =>
        Math.Clamp(rows.Max(r => r[column].Text.Length) + 2, LeastWidth, MostWidth);

    /// <summary>A list warns and does not forbid: what it does not know the check will say.</summary>
    private static DataValidation? RuleOf(string file, string name, int column, int rows)
    {
        if (CatalogueColumn.Find(file, name) is not { } known)
        {
            return null;
        }

        var cells = $"{new CellAddress(1, column)}:{new CellAddress(rows + RowsMore, column)}";
        var rule = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            ErrorStyle = DataValidationErrorStyleValues.Warning,
            PromptTitle = name,
            Prompt = $"{known.Means.Vi}. – {known.Means.En}.",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = cells },
        };
        var list = known.Choices.Count > 0 ? $"\"{string.Join(',', known.Choices)}\""
            : known.Refers is { } sheet ? string.Create(CultureInfo.InvariantCulture, $"{sheet}!$A$2:$A${CellAddress.LastRow}")
            : null;
        if (list is not null)
        {
            rule.Type = DataValidationValues.List;
            rule.Append(new Formula1(list));
        }

        return rule;
    }

    private static WorksheetPart Sheet(WorkbookPart workbook, string name)
    {
        var part = workbook.AddNewPart<WorksheetPart>(RelationshipName.For(workbook, "Sheet"));
        var sheets = workbook.Workbook!.Sheets!;
        sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
        return part;
    }
}
