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

    /// <summary>The members one after another, each unpacked when it is asked for; those that cannot be are told.</summary>
    public static IEnumerable<ZipMember> Of(ReadOnlyMemory<byte> content, GridSource source)
    {
        using var zip = Open(content, source);
        if (zip is null || IsKeptOut(zip, source))
        {
            yield break;
        }

        var unpacked = 0L;
        foreach (var entry in zip.Entries.Where(e => !IsLitter(e)))
        {
            if (Unpack(entry, source with { Member = FaultKind.Quoted(entry.FullName) }, MostUnpacked - unpacked) is { } bytes)
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
        var members = zip.Entries.Count(e => !IsLitter(e));
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
            var buffer = new byte[81_920];
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                bytes.Write(buffer, 0, read);
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

    /// <summary>Folders, and what operating systems put into archives.</summary>
    private static bool IsLitter(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith('/') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) || entry.Name is ".DS_Store" or "Thumbs.db" or "desktop.ini";
}
