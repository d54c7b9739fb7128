using System.Globalization;
using System.Text;
using DtPipeline.Checking;
using DtPipeline.Reading.Grids;
using DtPipeline.Reading.Layouts;
using DtPipeline.Workbooks;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace DtPipeline.Reading.Workbooks;

/// <summary>XLSX and XLS: every visible sheet, its visible rows and columns, with the values that the workbook keeps.</summary>
internal static class WorkbookReader
{
    private const int WidestSheet = 16_384;
    private const long MostCells = 50_000_000;

    /// <summary>The library asks for code pages by their number even where it needs none, and .NET has them only on request.</summary>
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="marks">What the reader gives as blank though it is not.</param>
    public static IEnumerable<ReportRow> Rows(Stream content, string format, ReadContext context, WorkbookMarks marks)
    {
        using var reader = Open(content, format, context);
        if (reader is null)
        {
            yield break;
        }

        var hasTable = false;
        do
        {
            // A damaged workbook can have a sheet without a name.
            var name = reader.Name ?? string.Empty;
            var sheet = context.SheetName(name)!;
            if (name == AnnotatedWorkbook.SheetName)
            {
                continue;
            }

            if (reader.VisibleState != "visible")
            {
                context.Faults.Add(FaultKinds.SheetHidden.At(new Place(sheet, null, null), name));
                continue;
            }

            if (reader.FieldCount > WidestSheet || (long)reader.FieldCount * reader.RowCount > MostCells)
            {
                var area = string.Create(CultureInfo.InvariantCulture, $"{reader.RowCount:N0} × {reader.FieldCount:N0}");
                context.Faults.Add(FaultKinds.FileDeclaredSize.At(new Place(sheet, null, null), area, $"{MostCells:N0}"));
                hasTable = true;
                continue;
            }

            var layout = new TableLayout(context, sheet, isWorkbook: true, isOnly: reader.ResultsCount == 1);
            var grid = new SheetGrid(reader, sheet, marks, context.Faults);
            foreach (var row in layout.Rows(Guarded(grid.Rows(), context, format)))
            {
                yield return row;
            }

            hasTable |= layout.HasTable;
        }
        while (NextSheet(reader, context, format));

        if (!hasTable && !context.Faults.KeepsFileOut)
        {
            context.KeepOut(FaultKinds.HeaderMissing.At(context.Whole, expected: HeaderFinder.Expected));
        }
    }

    private static IExcelDataReader? Open(Stream content, string format, ReadContext context)
    {
#pragma warning disable CA1031 // Whatever the library throws on a damaged workbook is a fault of the file.
        try
        {
            return ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { FallbackEncoding = Encoding.Latin1, LeaveOpen = true });
        }
        catch (InvalidPasswordException)
        {
            context.KeepOut(FaultKinds.FileEncrypted.At(context.Whole, format));
        }
        catch (Exception)
        {
            context.KeepOut(FaultKinds.FileCorrupt.At(context.Whole, format));
        }
#pragma warning restore CA1031

        return null;
    }

    private static bool NextSheet(IExcelDataReader reader, ReadContext context, string format)
    {
#pragma warning disable CA1031 // Whatever the library throws on a damaged workbook is a fault of the file.
        try
        {
            return reader.NextResult();
        }
        catch (Exception)
        {
            context.KeepOut(FaultKinds.FileCorrupt.At(context.Whole, format));
            return false;
        }
#pragma warning restore CA1031
    }

    /// <summary>Rows until the library meets damage.</summary>
    private static IEnumerable<GridRow> Guarded(IEnumerable<GridRow> rows, ReadContext context, string format)
    {
        using var row = rows.GetEnumerator();
        while (true)
        {
#pragma warning disable CA1031 // Whatever the library throws on a damaged workbook is a fault of the file.
            try
            {
                if (!row.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception)
            {
                context.KeepOut(FaultKinds.FileCorrupt.At(context.Whole, format));
                yield break;
            }
#pragma warning restore CA1031

            yield return row.Current;
        }
    }
}
