using System.Buffers.Binary;
using System.Text;

namespace DtPipeline.Core.Tests.Answers.Annotated;

/// <summary>One stream in a compound file ([MS-CFB]) of 512-byte sectors: the header, the allocation table, the directory, the stream.</summary>
internal static class CompoundFileWriter
{
    private const int Sector = 512;

    /// <summary>A shorter stream would stand among the small ones.</summary>
    private const int LeastStream = 4096;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint None = 0xFFFFFFFF;
    private const uint OfTable = 0xFFFFFFFD;

    /// <param name="content">At most 7 MB: the tables that the header has room for.</param>
    public static byte[] Of(string name, ReadOnlySpan<byte> content)
    {
        var length = Math.Max(content.Length, LeastStream);
        var sectors = (length + Sector - 1) / Sector;
        var tables = 1;
        while (tables * (Sector / 4) < tables + 1 + sectors)
        {
            tables++;
        }

        var file = new byte[Sector * (1 + tables + 1 + sectors)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Write16(file, 24, 0x3E, 3, 0xFFFE, 9, 6);
        Write32(file, 44, [(uint)tables, (uint)tables, 0, LeastStream, EndOfChain, 0, EndOfChain, 0]);
        file.AsSpan(76, Sector - 76).Fill(0xFF);
        Write32(file, 76, [.. Enumerable.Range(0, tables).Select(t => (uint)t)]);

        var next = file.AsSpan(Sector, Sector * tables);
        next.Fill(0xFF);
        Write32(file, Sector, [.. Enumerable.Repeat(OfTable, tables), EndOfChain, .. Enumerable.Range(tables + 2, sectors - 1).Select(s => (uint)s), EndOfChain]);

        var directory = Sector * (1 + tables);
        Entry(file, directory, "Root Entry", 5, 1, EndOfChain, 0);
        Entry(file, directory + 128, name, 2, None, (uint)tables + 1, (uint)length);
        content.CopyTo(file.AsSpan(Sector * (1 + tables + 1)));
        return file;
    }

    private static void Entry(byte[] file, int at, string name, byte kind, uint child, uint first, uint length)
    {
        var letters = Encoding.Unicode.GetBytes(name + '\0');
        letters.CopyTo(file, at);
        Write16(file, at + 64, (ushort)letters.Length);
        file[at + 66] = kind;
        file[at + 67] = 1;
        Write32(file, at + 68, [None, None, child]);
        Write32(file, at + 116, [first, length]);
    }

    private static void Write16(byte[] file, int at, params ushort[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + (2 * i)), values[i]);
        }
    }

    private static void Write32(byte[] file, int at, uint[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + (4 * i)), values[i]);
        }
    }
}
