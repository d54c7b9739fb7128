using System.Buffers.Binary;
using System.Text;

namespace DtPipeline.Grids.Xls;

/// <summary>
/// The directory and streams of an OLE compound file, the container of XLS ([MS-CFB]). Only as much as tells what the workbook reader hides:
/// no package on a partial feed reads it.
/// </summary>
internal sealed class CompoundFile
{
    private const int DirectoryEntrySize = 128;
    private const int SmallSectorSize = 64;
    private const uint LastSpecial = 0xFFFFFFFA;
    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly ReadOnlyMemory<byte> content;
    private readonly int sectorSize;
    private readonly List<uint> next = [];
    private readonly List<Entry> entries = [];

    private CompoundFile(ReadOnlyMemory<byte> content)
    {
        this.content = content;
        sectorSize = 1 << BinaryPrimitives.ReadUInt16LittleEndian(content.Span[30..]);
    }

    public IEnumerable<string> Names => entries.Select(e => e.Name);

    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    /// <returns>Null where the container is damaged.</returns>
    public static CompoundFile? Open(ReadOnlyMemory<byte> content)
    {
        if (content.Length < 512 || !Is(content.Span))
        {
            return null;
        }

        var file = new CompoundFile(content);
        return file.sectorSize is 512 or 4096 && file.ReadAllocation() && file.ReadDirectory() ? file : null;
    }

    /// <returns>The bytes of a stream; empty where there is none.</returns>
    public byte[] Stream(string name) => entries.Find(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) switch
    {
        null => [],
        { Size: var size } small when size < BinaryPrimitives.ReadUInt32LittleEndian(content.Span[56..]) => SmallChain(small),
        var entry => Chain(entry.Start, entry.Size),
    };

    private bool ReadAllocation()
    {
        var header = content.Span;
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + (4 * i))..]));
        }

        var table = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        for (var turn = 0; table < LastSpecial && turn <= content.Length / sectorSize / (sectorSize / 4); turn++)
        {
            var sector = Sector(table);
            if (sector.Length < sectorSize)
            {
                return false;
            }

            for (var i = 0; i < (sectorSize / 4) - 1; i++)
            {
                sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[(4 * i)..]));
            }

            table = BinaryPrimitives.ReadUInt32LittleEndian(sector[(sectorSize - 4)..]);
        }

        // A list that runs in a circle names more tables than the file has sectors.
        if (sectors.Count(s => s < LastSpecial) > content.Length / sectorSize)
        {
            return false;
        }

        foreach (var number in sectors.Where(s => s < LastSpecial))
        {
            var sector = Sector(number);
            for (var i = 0; i + 4 <= sector.Length; i += 4)
            {
                next.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[i..]));
            }
        }

        return next.Count > 0;
    }

    private bool ReadDirectory()
    {
        var directory = Chain(BinaryPrimitives.ReadUInt32LittleEndian(content.Span[48..]), long.MaxValue).AsSpan();
        for (; directory.Length >= DirectoryEntrySize; directory = directory[DirectoryEntrySize..])
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory[64..]);
            if (length is >= 2 and <= 64)
            {
                var name = Encoding.Unicode.GetString(directory[..(length - 2)]);
                entries.Add(new Entry(name, BinaryPrimitives.ReadUInt32LittleEndian(directory[116..]), BinaryPrimitives.ReadUInt32LittleEndian(directory[120..])));
            }
        }

        return entries.Count > 0;
    }

    private byte[] Chain(uint start, long size)
    {
        using var bytes = new MemoryStream();
        var most = content.Length / sectorSize;
        for (var (sector, turn) = (start, 0); sector < next.Count && turn <= most && bytes.Length < size; sector = next[(int)sector], turn++)
        {
            bytes.Write(Sector(sector));
        }

        return bytes.Length > size ? bytes.ToArray()[..(int)size] : bytes.ToArray();
    }

    /// <summary>Small streams share one stream, that of the first entry, and have an allocation table of their own.</summary>
    private byte[] SmallChain(Entry entry)
    {
        var all = Chain(entries[0].Start, entries[0].Size);
        var table = Chain(BinaryPrimitives.ReadUInt32LittleEndian(content.Span[60..]), long.MaxValue);
        var bytes = new byte[entry.Size];
        var sector = entry.Start;
        for (var written = 0; written < bytes.Length; written += SmallSectorSize)
        {
            if (sector >= table.Length / 4 || (sector + 1L) * SmallSectorSize > all.Length)
            {
                return bytes[..written];
            }

            all.AsSpan((int)sector * SmallSectorSize, Math.Min(SmallSectorSize, bytes.Length - written)).CopyTo(bytes.AsSpan(written));
            sector = BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan((int)sector * 4));
        }

        return bytes;
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var start = (number + 1L) * sectorSize;
        return start >= content.Length ? [] : content.Span[(int)start..(int)Math.Min(start + sectorSize, content.Length)];
    }

    private sealed record Entry(string Name, uint Start, long Size);
}
