using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>A template as a clerk fills it in.</summary>
internal static class Filled
{
    private const string CodeColumn = "B";
    private const string ValueColumn = "F";

    /// <param name="answers">By code of the indicator; what is not in it gets <paramref name="others"/>.</param>
    public static byte[] Template(byte[] template, IReadOnlyDictionary<string, string> answers, string? others)
    {
        using var package = new MemoryStream();
        package.Write(template);
        using (var document = SpreadsheetDocument.Open(package, isEditable: true))
        {
            var workbook = document.WorkbookPart!;
            var sheet = (WorksheetPart)workbook.GetPartById(workbook.Workbook!.Sheets!.Elements<Sheet>().First().Id!);
            foreach (var row in sheet.Worksheet!.Descendants<Row>())
            {
                var cells = row.Elements<Cell>().ToDictionary(c => c.CellReference!.Value!.TrimEnd([.. "0123456789"]));
                if (cells.TryGetValue(CodeColumn, out var code) && code.InnerText.Contains('-', StringComparison.Ordinal) && (answers.GetValueOrDefault(code.InnerText) ?? others) is { } answer)
                {
                    var value = cells[ValueColumn];
                    value.DataType = CellValues.InlineString;
                    value.RemoveAllChildren();
                    value.Append(new InlineString(new Text(answer)));
                }
            }

            sheet.Worksheet.Save();
        }

        return package.ToArray();
    }
}
