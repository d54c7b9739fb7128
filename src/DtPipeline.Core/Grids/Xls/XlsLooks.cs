using System.Buffers.Binary;
using System.Text;
using DtPipeline.Grids.Workbooks;

namespace DtPipeline.Grids.Xls;

/// <summary>Goes through the records of an XLS for what its reader hides: error values, text in several fonts, and what is struck out.</summary>
internal sealed class XlsLooks(byte[] workbook)
{
    private const int Biff8 = 0x0600;

    private static readonly Dictionary<byte, string> ErrorNames = new()
    {
        [0x00] = "#NULL!",
        [0x07] = "#DIV/0!",
        [0x0F] = "#VALUE!",
        [0x17] = "#REF!",
        [0x1D] = "#NAME?",
        [0x24] = "#NUM!",
        [0x2A] = "#N/A",
    };

    private readonly WorkbookMarks marks = new();
    private readonly XlsFonts fonts = new();
    private readonly Dictionary<int, string> names = [];
    private Dictionary<int, XlsRichString> rich = [];
    private Encoding encoding = Encoding.Latin1;
    private int version = Biff8;
    private string sheet = string.Empty;

    static XlsLooks() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Cells with an error value.</summary>
    public WorkbookMarks Errors()
    {
        foreach (var (type, at, data) in XlsRecord.All(workbook))
        {
            Take(type, at, data.Span);
        }

        return marks;
    }

    /// <summary>Cells with an error value, and those whose text its reader gives with more than is there.</summary>
    public WorkbookMarks Marks()
    {
        rich = new XlsStrings(SharedStrings()).Rich();
        foreach (var (type, at, data) in XlsRecord.All(workbook))
        {
            fonts.Take(type, data.Span);
            Take(type, at, data.Span);
            if (fonts.AreSpecial && data.Length >= 6)
            {
                TakeLook(type, data.Span);
            }
        }

        return marks;
    }

    private List<ReadOnlyMemory<byte>> SharedStrings()
    {
        var records = XlsRecord.All(workbook).SkipWhile(r => r.Type != XlsRecord.SharedStrings);
        return [.. records.Take(1).Concat(records.Skip(1).TakeWhile(r => r.Type == XlsRecord.Continue)).Select(r => r.Data)];
    }

    private void Take(ushort type, int at, ReadOnlySpan<byte> data)
    {
        if (type == XlsRecord.CodePage && data.Length >= 2)
        {
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(XlsRecord.Short(data, 0)) ?? Encoding.Latin1;
        }
        else if (type == XlsRecord.SheetName && data.Length > 8)
        {
            names[BinaryPrimitives.ReadInt32LittleEndian(data)] = Name(data[6..]);
        }
        else if (type == XlsRecord.Begin && data.Length >= 2)
        {
            version = at == 0 ? XlsRecord.Short(data, 0) : version;
            sheet = names.GetValueOrDefault(at, string.Empty);
        }
        else if (ErrorOf(type, data) is { } error)
        {
            marks.Add(sheet, Address(data, 0), new GridCell(error, CellKind.Error));
        }
    }

    private void TakeLook(ushort type, ReadOnlySpan<byte> data)
    {
        switch (type)
        {
            case XlsRecord.RowOfRk:
                for (var (i, column) = (4, 0); i + 8 <= data.Length; i += 6, column++)
                {
                    StrikeWhole(Address(data, column), fonts.Style(XlsRecord.Short(data, i)));
                }

                break;
            case XlsRecord.SharedLabel when data.Length >= 10 && rich.TryGetValue(BinaryPrimitives.ReadInt32LittleEndian(data[6..]), out var text):
                Mark(Address(data, 0), text, fonts.Style(XlsRecord.Short(data, 4)));
                break;
            case XlsRecord.RichLabel when data.Length >= 9 && Old(data) is { } text:
                Mark(Address(data, 0), text, fonts.Style(XlsRecord.Short(data, 4)));
                break;
            case XlsRecord.SharedLabel or XlsRecord.Label or XlsRecord.Number or XlsRecord.Rk or XlsRecord.Formula:
                StrikeWhole(Address(data, 0), fonts.Style(XlsRecord.Short(data, 4)));
                break;
        }
    }

    private void Mark(string address, XlsRichString text, TextLook own)
    {
        var written = new RichText();
        var start = 0;
        var look = own;
        foreach (var (first, font) in text.Runs)
        {
            var end = Math.Clamp(first, start, text.Text.Length);
            written.Append(text.Text[start..end], look);
            (start, look) = (end, fonts.Font(font));
        }

        written.Append(text.Text[start..], look);
        marks.Add(sheet, address, new GridCell(written.ToString()));
        if (written.HasStruck)
        {
            marks.Strike(sheet, address);
        }
    }

    private void StrikeWhole(string address, TextLook look)
    {
        if (look.IsStruck)
        {
            marks.Add(sheet, address, GridCell.Empty);
            marks.Strike(sheet, address);
        }
    }

    /// <summary>Text in several fonts until Excel 95 stands in its cell: length, letters, number of runs, runs of two bytes.</summary>
    private XlsRichString? Old(ReadOnlySpan<byte> data)
    {
        var end = 8 + XlsRecord.Short(data, 6);
        if (end >= data.Length)
        {
            return null;
        }

        var runs = new List<(int, int)>();
        for (var i = end + 1; i + 2 <= data.Length && runs.Count < data[end]; i += 2)
        {
            runs.Add((data[i], data[i + 1]));
        }

        return new XlsRichString(encoding.GetString(data[8..end]), runs);
    }

    private static string Address(ReadOnlySpan<byte> data, int further) => CellAddress.Of(XlsRecord.Short(data, 0) + 1, XlsRecord.Short(data, 2) + further);

    private static string? ErrorOf(ushort type, ReadOnlySpan<byte> data) => type switch
    {
        XlsRecord.BoolOrError when data.Length >= 8 && data[7] == 1 => ErrorNames.GetValueOrDefault(data[6], "#ERROR"),
        XlsRecord.Formula when data.Length >= 14 && data[6] == 2 && data[12] == 0xFF && data[13] == 0xFF => ErrorNames.GetValueOrDefault(data[8], "#ERROR"),
        _ => null,
    };

    /// <summary>A short string: its length, from Excel 97 on whether it is kept in two bytes a letter, its letters.</summary>
    private string Name(ReadOnlySpan<byte> data)
    {
        if (version < Biff8)
        {
            return encoding.GetString(data[1..Math.Min(data.Length, 1 + data[0])]);
        }

        var isWide = (data[1] & 1) == 1;
        var letters = data[2..Math.Min(data.Length, 2 + (data[0] * (isWide ? 2 : 1)))];
        return isWide ? Encoding.Unicode.GetString(letters) : Encoding.Latin1.GetString(letters);
    }
}
