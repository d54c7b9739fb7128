using System.Buffers;
using System.IO.Compression;
using DtPipeline.Faults;

namespace DtPipeline.Grids.Zip;

/// <param name="Name">With its folders inside the archive.</param>
internal readonly record struct ZipMember(string Name, ReadOnlyMemory<byte> Content);

/// <summary>A ZIP of reports, as far as it may be unpacked. Nothing is written to disk.</summary>
internal static class ZipMembers
{
    private const int MostMembers = 200;
    private const long MostUnpacked = 64L * 1_048_576;

    /// <summary>Text packs well; a member that packs better than this is no report.</summary>
    private const int MostRatio = 200;
    private const long SmallMember = 1L * 1_048_576;

    private static readonly HashSet<string> Litter = new(StringComparer.OrdinalIgnoreCase) { ".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r" };

    /// <summary>The members one after another, each unpacked when it is asked for; those that cannot be are told.</summary>
    public static IEnumerable<ZipMember> Of(ReadOnlyMemory<byte> content, GridSource source)
    {
        using var zip = Open(content, source);
        if (zip is null || IsKeptOut(zip, source))
        {
            yield break;
        }

        TellLitter(zip, source);
        var unpacked = 0L;
        var packings = ZipPacking.Of(content.Span);
        foreach (var (index, entry) in zip.Entries.Index().Where(e => IsMember(e.Item)))
        {
            var inside = source with { Member = FaultKind.Quoted(entry.FullName) };
            if (!entry.IsEncrypted && packings.ElementAtOrDefault(index) is { } packing && ZipPacking.NameOfUnreadable(packing) is { } name)
            {
                source.Faults.Add(FaultKinds.FilePacking.At(inside.Whole, name, "Deflate"));
            }
            else if (Unpack(entry, inside, MostUnpacked - unpacked) is { } bytes)
            {
                unpacked += bytes.Length;
                yield return new ZipMember(entry.FullName, bytes);
            }
        }
    }

    private static ZipArchive? Open(ReadOnlyMemory<byte> content, GridSource source)
    {
        try
        {
            var zip = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
            return zip.Entries.Count >= 0 ? zip : null;
        }
        catch (Exception e) when (IsDamage(e))
        {
            source.KeepOut(FaultKinds.FileCorrupt.At(source.Whole, "ZIP"));
            return null;
        }
    }

    private static bool IsKeptOut(ZipArchive zip, GridSource source)
    {
        var members = zip.Entries.Count(IsMember);
        // In decimal: what a hostile directory declares need not fit into a long.
        var declared = zip.Entries.Sum(e => (decimal)e.Length);
        var fault = members > MostMembers ? FaultKinds.FileMembers.At(source.Whole, $"{members}", $"{MostMembers}")
            : declared > MostUnpacked ? FaultKinds.FileBomb.At(source.Whole, SizeText.Of(declared), SizeText.Of(MostUnpacked))
            : zip.Entries.Any(e => e.Length > SmallMember && e.Length > MostRatio * e.CompressedLength) ? FaultKinds.FileBomb.At(source.Whole, SizeText.Of(declared), $"1 : {MostRatio}")
            : null;
        if (fault is not null)
        {
            source.KeepOut(fault);
        }

        return fault is not null;
    }

    private static ReadOnlyMemory<byte>? Unpack(ZipArchiveEntry member, GridSource inside, long limit)
    {
        if (member.IsEncrypted)
        {
            inside.Faults.Add(FaultKinds.FileEncrypted.At(inside.Whole, "ZIP"));
            return null;
        }

        try
        {
            using var content = member.Open();
            using var bytes = new MemoryStream((int)Math.Clamp(member.Length, 0, limit));
            using var room = MemoryPool<byte>.Shared.Rent(81_920);
            var buffer = room.Memory.Span;
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                bytes.Write(buffer[..read]);
                if (bytes.Length > limit)
                {
                    inside.KeepOut(FaultKinds.FileBomb.At(inside.Whole, $"> {SizeText.Of(MostUnpacked)}", SizeText.Of(MostUnpacked)));
                    return null;
                }
            }

            return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        }
        catch (Exception e) when (IsDamage(e))
        {
            inside.Faults.Add(FaultKinds.FileCorrupt.At(inside.Whole, "ZIP"));
            return null;
        }
    }

    private static bool IsDamage(Exception e) => e is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException;

    private static void TellLitter(ZipArchive zip, GridSource source)
    {
        var litter = zip.Entries.Where(e => !IsFolder(e) && IsLitter(e)).Select(e => e.FullName).ToList();
        if (litter.Count > 0)
        {
            source.Faults.Add(FaultKinds.FileLitter.At(source.Whole, string.Join(", ", litter.Take(5)) + (litter.Count > 5 ? ", …" : string.Empty), $"{litter.Count}"));
        }
    }

    private static bool IsMember(ZipArchiveEntry entry) => !IsFolder(entry) && !IsLitter(entry);

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\');

    /// <summary>What operating systems and open programs leave beside the files that people mean.</summary>
    private static bool IsLitter(ZipArchiveEntry entry)
    {
        var path = entry.FullName.Split('/', '\\');
        var name = path[^1];
        return path.Contains("__MACOSX")
            || name.StartsWith("._", StringComparison.Ordinal)
            || name.StartsWith("~$", StringComparison.Ordinal)
            || (name.StartsWith(".~lock.", StringComparison.Ordinal) && name.EndsWith('#'))
            || Litter.Contains(name);
    }
}
