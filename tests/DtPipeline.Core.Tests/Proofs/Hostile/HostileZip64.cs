using System.Buffers.Binary;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

/// <summary>Archives whose directory declares sizes of 64 bits, which no library writes for members so small.</summary>
internal static class HostileZip64
{
    public static byte[] Declaring(long size, int members)
    {
        using var bytes = new MemoryStream();
        var directory = new MemoryStream();
        for (var i = 0; i < members; i++)
        {
            var at = (uint)bytes.Position;
            byte[] name = [(byte)('a' + i)];
            bytes.Write(Header(0x04034b50, 30, (18, 0), (22, 0), (26, 1)));
            bytes.Write(name);
            directory.Write(Header(0x02014b50, 46, (20, 0), (24, uint.MaxValue), (28, 1 | (12 << 16)), (42, at)));
            directory.Write(name);
            var extra = new byte[12];
            BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
            BinaryPrimitives.WriteUInt16LittleEndian(extra.AsSpan(2), 8);
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(4), size);
            directory.Write(extra);
        }

        var start = (uint)bytes.Position;
        bytes.Write(directory.ToArray());
        bytes.Write(Header(0x06054b50, 22, (8, (uint)(members | (members << 16))), (12, (uint)directory.Length), (16, start)));
        return bytes.ToArray();
    }

    private static byte[] Header(uint signature, int length, params (int At, uint Value)[] fields)
    {
        var header = new byte[length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, signature);
        foreach (var (at, value) in fields)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), value);
        }

        return header;
    }
}
