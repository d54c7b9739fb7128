using System.Globalization;
using System.Text;
using DtPipeline.Faults;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace DtPipeline.Grids.Workbooks;

/// <summary>XLS: every visible sheet, its visible rows and columns, with the values that the workbook keeps.</summary>
internal static class WorkbookReader
{
    private const int WidestSheet = 16_384;
    private const int LongestSheet = 65_536;
    private const long MostCells = 50_000_000;

    /// <summary>The library asks for code pages by their number even where it needs none, and .NET has them only on request.</summary>
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="marks">What the reader gives as blank though it is not.</param>
    public static IEnumerable<Grid> Grids(Stream content, string format, GridSource source, WorkbookMarks marks)
    {
        using var reader = Open(content, format, source);
        if (reader is null)
        {
            yield return Grid.KeptOut(source.Member);
            yield break;
        }

        do
        {
            // A damaged workbook can have a sheet without a name.
            var name = reader.Name ?? string.Empty;
            var sheet = source.SheetName(name)!;
            if (name == OwnSheets.Faults)
            {
                continue;
            }

            if (reader.VisibleState != "visible")
            {
                source.Faults.Add(FaultKinds.SheetHidden.At(new Place(sheet, null, null), name));
                continue;
            }

            if (reader.FieldCount > WidestSheet || reader.RowCount > LongestSheet || (long)reader.FieldCount * reader.RowCount > MostCells)
            {
                var area = string.Create(CultureInfo.InvariantCulture, $"{reader.RowCount:N0} × {reader.FieldCount:N0}");
                source.Faults.Add(FaultKinds.FileDeclaredSize.At(new Place(sheet, null, null), area, $"{MostCells:N0}"));
                yield return Grid.KeptOut(sheet);
                continue;
            }

            var rows = new SheetGrid(reader, sheet, marks, source).Rows();
            yield return new Grid(sheet, IsWorkbook: true, IsOnly: reader.ResultsCount == 1, Damage.Guarded(rows, source, format)) { Merged = Merged(reader), Name = name };
        }
        while (NextSheet(reader, source, format));
    }

    private static IReadOnlyList<MergedArea> Merged(IExcelDataReader reader) =>
        [.. (reader.MergeCells ?? []).Select(m => new MergedArea(m.FromRow + 1, m.ToRow + 1, m.FromColumn, m.ToColumn))];

    private static IExcelDataReader? Open(Stream content, string format, GridSource source)
    {
#pragma warning disable CA1031 // Whatever the library throws on a damaged workbook is a fault of the file.
        try
        {
            return ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { FallbackEncoding = Encoding.Latin1, LeaveOpen = true });
        }
        catch (InvalidPasswordException)
        {
            source.KeepOut(FaultKinds.FileEncrypted.At(source.Whole, format));
        }
        catch (Exception)
        {
            source.KeepOut(FaultKinds.FileCorrupt.At(source.Whole, format));
        }
#pragma warning restore CA1031

        return null;
    }

    private static bool NextSheet(IExcelDataReader reader, GridSource source, string format)
    {
#pragma warning disable CA1031 // Whatever the library throws on a damaged workbook is a fault of the file.
        try
        {
            return reader.NextResult();
        }
        catch (Exception)
        {
            source.KeepOut(FaultKinds.FileCorrupt.At(source.Whole, format));
            return false;
        }
#pragma warning restore CA1031
    }
}
