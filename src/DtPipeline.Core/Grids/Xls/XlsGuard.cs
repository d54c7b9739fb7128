using System.Buffers.Binary;
using System.Text;
using DtPipeline.Faults;
using DtPipeline.Grids.Workbooks;

namespace DtPipeline.Grids.Xls;

/// <summary>Looks into an XLS ([MS-XLS]) for what its reader hides: macros, passwords and cells with an error value.</summary>
internal static class XlsGuard
{
    private const ushort SheetName = 0x0085;
    private const ushort SheetBegin = 0x0809;
    private const ushort Password = 0x002F;
    private const ushort BoolOrError = 0x0205;
    private const ushort Formula = 0x0006;

    private static readonly Dictionary<byte, string> Errors = new()
    {
        [0x00] = "#NULL!",
        [0x07] = "#DIV/0!",
        [0x0F] = "#VALUE!",
        [0x17] = "#REF!",
        [0x1D] = "#NAME?",
        [0x24] = "#NUM!",
        [0x2A] = "#N/A",
    };

    /// <returns>Null where the workbook is kept out; the fault is told.</returns>
    public static WorkbookMarks? Inspect(ReadOnlyMemory<byte> content, GridSource source)
    {
        if (CompoundFile.Open(content) is not { } file)
        {
            return Keep(source, FaultKinds.FileCorrupt.At(source.Whole, "XLS"));
        }

        if (file.Names.Contains("EncryptedPackage"))
        {
            return Keep(source, FaultKinds.FileEncrypted.At(source.Whole, "XLSX"));
        }

        if (file.Names.Contains("WordDocument"))
        {
            return Keep(source, FaultKinds.FileBinary.At(source.Whole, "Word (.doc)", ReadableFormats.Names));
        }

        if (file.Names.Contains("_VBA_PROJECT_CUR"))
        {
            return Keep(source, FaultKinds.FileMacros.At(source.Whole, "_VBA_PROJECT_CUR"));
        }

        var marks = new WorkbookMarks();
        var workbook = file.Stream("Workbook");
        return HasPassword(workbook) ? Keep(source, FaultKinds.FileEncrypted.At(source.Whole, "XLS")) : Find(workbook, marks);
    }

    /// <summary>The cells with an error value; none where the container is damaged. The oldest workbooks stand without a container.</summary>
    public static WorkbookMarks ErrorsIn(ReadOnlyMemory<byte> content) => Find(
        CompoundFile.Is(content.Span) ? CompoundFile.Open(content)?.Stream("Workbook") ?? [] : content.ToArray(),
        new WorkbookMarks());

    private static WorkbookMarks? Keep(GridSource source, Fault fault)
    {
        source.KeepOut(fault);
        return null;
    }

    private static bool HasPassword(byte[] workbook) => Records(workbook).TakeWhile(r => r.Type != SheetName).Any(r => r.Type == Password);

    private static WorkbookMarks Find(byte[] workbook, WorkbookMarks marks)
    {
        var names = new Dictionary<int, string>();
        var sheet = string.Empty;
        foreach (var (type, at, data) in Records(workbook))
        {
            if (type == SheetName && data.Length > 8)
            {
                names[BinaryPrimitives.ReadInt32LittleEndian(data.Span)] = Name(data.Span[6..]);
            }
            else if (type == SheetBegin)
            {
                sheet = names.GetValueOrDefault(at, string.Empty);
            }
            else if (ErrorOf(type, data.Span) is { } error)
            {
                var row = BinaryPrimitives.ReadUInt16LittleEndian(data.Span) + 1;
                marks.Add(sheet, CellAddress.Of(row, BinaryPrimitives.ReadUInt16LittleEndian(data.Span[2..])), new GridCell(error, CellKind.Error));
            }
        }

        return marks;
    }

    private static string? ErrorOf(ushort type, ReadOnlySpan<byte> data) => type switch
    {
        BoolOrError when data.Length >= 8 && data[7] == 1 => Errors.GetValueOrDefault(data[6], "#ERROR"),
        Formula when data.Length >= 14 && data[6] == 2 && data[12] == 0xFF && data[13] == 0xFF => Errors.GetValueOrDefault(data[8], "#ERROR"),
        _ => null,
    };

    /// <summary>A short Unicode string: its length, whether it is kept in two bytes a letter, its letters.</summary>
    private static string Name(ReadOnlySpan<byte> data)
    {
        var isWide = (data[1] & 1) == 1;
        var letters = data[2..Math.Min(data.Length, 2 + (data[0] * (isWide ? 2 : 1)))];
        return isWide ? Encoding.Unicode.GetString(letters) : Encoding.Latin1.GetString(letters);
    }

    private static IEnumerable<(ushort Type, int At, ReadOnlyMemory<byte> Data)> Records(byte[] workbook)
    {
        for (var at = 0; at + 4 <= workbook.Length;)
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(workbook.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(workbook.AsSpan(at + 2));
            if (at + 4 + length > workbook.Length)
            {
                yield break;
            }

            yield return (type, at, workbook.AsMemory(at + 4, length));
            at += 4 + length;
        }
    }
}
