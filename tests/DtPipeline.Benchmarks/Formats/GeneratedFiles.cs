using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Catalogue;

namespace DtPipeline.Benchmarks.Formats;

/// <summary>Large files of rows in order: the indicators of a quarter over and over, each always with the same value.</summary>
internal static class GeneratedFiles
{
    private const int CsvRows = 1_000_000;
    private const int WorkbookRows = 100_000;

    private static readonly (string Code, string Name, string Value)[] Data =
    [
        .. CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!.Indicators
            .Where(i => i.Frequency == Frequency.Quarterly && !i.NationalOnly)
            .Select((i, n) => (i.Code, i.NameVi, i.Kind == IndicatorKind.Flag ? "1" : i.Unit == "percent" ? $"{20 + n}.5" : $"{1_000 + (n * 37)}")),
    ];

    public static string Csv(string folder)
    {
        var path = Path.Combine(folder, "report.csv");
        using var writer = new StreamWriter(path);
        writer.WriteLine("indicator,value,note");
        for (var i = 0; i < CsvRows; i++)
        {
            var (code, _, value) = Data[i % Data.Length];
            writer.WriteLine($"{code},{value},{(i % 4 == 0 ? "số liệu ước tính" : string.Empty)}");
        }

        return path;
    }

    public static string Workbook(string folder)
    {
        var path = Path.Combine(folder, "report.xlsx");
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            Write(writer, 1, Text("STT"), Text("Mã"), Text("Chỉ tiêu"), Text("Đơn vị tính"), Text("Thực hiện"), Text("Ghi chú"));
            for (var i = 0; i < WorkbookRows; i++)
            {
                var (code, name, value) = Data[i % Data.Length];
                Write(writer, i + 2, Number($"{i + 1}"), Text(code), Text(name), Text(string.Empty), Number(value), Text("số liệu ước tính"));
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Biểu" }));
        return path;
    }

    private static void Write(OpenXmlWriter writer, int number, params Cell[] cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i].CellReference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + i)}{number}");
            writer.WriteElement(cells[i]);
        }

        writer.WriteEndElement();
    }

    private static Cell Text(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Number(string number) => new() { CellValue = new CellValue(number) };
}
