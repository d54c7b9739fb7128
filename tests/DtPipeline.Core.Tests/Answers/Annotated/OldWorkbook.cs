using System.Text;

namespace DtPipeline.Core.Tests.Answers.Annotated;

/// <summary>A small workbook of Excel 97 (BIFF8), record by record.</summary>
internal sealed class OldWorkbook
{
    private const int Globals = 5;
    private const int Worksheet = 16;

    private readonly List<(string Name, byte Hidden, MemoryStream Cells)> sheets = [];

    /// <summary>Formats by index: 0 General, 1 a date, 2 percent with one decimal.</summary>
    public const int Date = 1;
    public const int Percent = 2;

    public OldWorkbook Sheet(string name, bool hidden = false)
    {
        sheets.Add((name, (byte)(hidden ? 1 : 0), new MemoryStream()));
        return this;
    }

    public OldWorkbook Text(int row, int column, string text) => Cell(0x0204, row, column, 0, w =>
    {
        w.Write((short)text.Length);
        w.Write((byte)1);
        w.Write(Encoding.Unicode.GetBytes(text));
    });

    public OldWorkbook Number(int row, int column, double number, int format = 0) => Cell(0x0203, row, column, format, w => w.Write(number));

    public OldWorkbook Flag(int row, int column, bool flag) => Cell(0x0205, row, column, 0, w => w.Write((short)(flag ? 1 : 0)));

    /// <param name="code">As [MS-XLS] numbers them: 0x17 is #REF!.</param>
    public OldWorkbook Error(int row, int column, byte code) => Cell(0x0205, row, column, 0, w => w.Write((short)(code | 0x100)));

    public OldWorkbook Merge(int row, int firstColumn, int lastColumn) => Merge(row, row, firstColumn, lastColumn);

    public OldWorkbook Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) => Add(0x00E5, w =>
    {
        foreach (var number in new[] { 1, firstRow - 1, lastRow - 1, firstColumn - 1, lastColumn - 1 })
        {
            w.Write((short)number);
        }
    });

    /// <summary>In the container that Excel writes it into.</summary>
    public byte[] ToFile() => CompoundFileWriter.Of("Workbook", ToBytes());

    public byte[] ToBytes()
    {
        var size = 0;
        size = Written(Beginning).Length;
        using var workbook = new MemoryStream();
        using var writer = new BinaryWriter(workbook);
        Beginning(writer);
        foreach (var (_, _, cells) in sheets)
        {
            WriteSheet(writer, cells);
        }

        return workbook.ToArray();

        void Beginning(BinaryWriter w)
        {
            Start(w, Globals);
            Record(w, 0x0042, r => r.Write((short)1200));
            Record(w, 0x041E, r => Format(r, 164, "dd/mm/yyyy"));
            Record(w, 0x041E, r => Format(r, 165, "0.0%"));
            foreach (var format in new short[] { 0, 164, 165 })
            {
                Record(w, 0x00E0, r =>
                {
                    r.Write((short)0);
                    r.Write(format);
                    r.Write(new byte[16]);
                });
            }

            var offset = size;
            foreach (var (name, hidden, cells) in sheets)
            {
                Record(w, 0x0085, r =>
                {
                    r.Write(offset);
                    r.Write((short)hidden);
                    r.Write((byte)name.Length);
                    r.Write((byte)1);
                    r.Write(Encoding.Unicode.GetBytes(name));
                });
                offset += Written(s => WriteSheet(s, cells)).Length;
            }

            Record(w, 0x000A, _ => { });
        }
    }

    private static void WriteSheet(BinaryWriter writer, MemoryStream cells)
    {
        Start(writer, Worksheet);
        writer.Write(cells.ToArray());
        Record(writer, 0x000A, _ => { });
    }

    private static void Start(BinaryWriter writer, short type) => Record(writer, 0x0809, w =>
    {
        w.Write((short)0x0600);
        w.Write(type);
        w.Write(new byte[12]);
    });

    private static void Format(BinaryWriter writer, short index, string code)
    {
        writer.Write(index);
        writer.Write((short)code.Length);
        writer.Write((byte)0);
        writer.Write(Encoding.ASCII.GetBytes(code));
    }

    private OldWorkbook Cell(short type, int row, int column, int format, Action<BinaryWriter> value) => Add(type, w =>
    {
        w.Write((short)(row - 1));
        w.Write((short)(column - 1));
        w.Write((short)format);
        value(w);
    });

    private OldWorkbook Add(short type, Action<BinaryWriter> content)
    {
        sheets[^1].Cells.Write(Written(w => Record(w, type, content)));
        return this;
    }

    private static void Record(BinaryWriter writer, short type, Action<BinaryWriter> content)
    {
        var bytes = Written(content);
        writer.Write(type);
        writer.Write((short)bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] Written(Action<BinaryWriter> content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        content(writer);
        return stream.ToArray();
    }
}
