using System.Buffers.Binary;

namespace DtPipeline.Grids.Xls;

/// <summary>Numbers of the records of an XLS ([MS-XLS] 2.3) that are looked at.</summary>
internal static class XlsRecord
{
    public const ushort Formula = 0x0006;
    public const ushort Password = 0x002F;
    public const ushort Font = 0x0031;
    public const ushort Continue = 0x003C;
    public const ushort CodePage = 0x0042;
    public const ushort SheetName = 0x0085;
    public const ushort RowOfRk = 0x00BD;
    public const ushort RichLabel = 0x00D6;
    public const ushort Style = 0x00E0;
    public const ushort SharedStrings = 0x00FC;
    public const ushort SharedLabel = 0x00FD;
    public const ushort Number = 0x0203;
    public const ushort Label = 0x0204;
    public const ushort BoolOrError = 0x0205;
    public const ushort Rk = 0x027E;
    public const ushort Begin = 0x0809;

    public static IEnumerable<(ushort Type, int At, ReadOnlyMemory<byte> Data)> All(byte[] workbook)
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

    public static ushort Short(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16LittleEndian(data[at..]);
}
