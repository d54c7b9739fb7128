using System.Buffers.Binary;

namespace DtPipeline.Grids.Zip;

/// <summary>How the members of a ZIP are packed (PKWARE APPNOTE 4.4.5): .NET says of what it cannot unpack only that it is damaged.</summary>
internal static class ZipPacking
{
    private const int EndSize = 22;
    private const int HeaderSize = 46;

    /// <summary>The numbers of the methods in the order of the directory; as many as can be found.</summary>
    public static IReadOnlyList<ushort?> Of(ReadOnlySpan<byte> content)
    {
        var methods = new List<ushort?>();
        var end = content.LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndSize > content.Length)
        {
            return methods;
        }

        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(content[(end + 16)..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(content[(end + 10)..]);
        while (methods.Count < count && at + HeaderSize <= content.Length && content[(int)at..].StartsWith("PK\x01\x02"u8))
        {
            var header = content[(int)at..];
            methods.Add(BinaryPrimitives.ReadUInt16LittleEndian(header[10..]));
            at += HeaderSize + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        return methods;
    }

    /// <summary>The name of a method that is not unpacked here; null of one that is.</summary>
    public static string? NameOfUnreadable(ushort? method) => method switch
    {
        null or 0 or 8 or 9 => null,
        1 => "Shrink",
        6 => "Implode",
        12 => "BZip2",
        14 => "LZMA",
        93 or 20 => "Zstandard",
        95 => "XZ",
        98 => "PPMd",
        var other => $"method {other}",
    };
}
