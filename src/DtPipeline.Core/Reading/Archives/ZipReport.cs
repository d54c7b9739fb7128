using System.IO.Compression;
using System.Runtime.InteropServices;
using DtPipeline.Checking;

namespace DtPipeline.Reading.Archives;

/// <summary>A ZIP of reports: every member is read as a report of its own kind, as if it were a sheet. Nothing is written to disk.</summary>
internal static class ZipReport
{
    private const int MostMembers = 200;
    private const long MostUnpacked = 64L * 1_048_576;

    /// <summary>Text packs well; a member that packs better than this is no report.</summary>
    private const int MostRatio = 200;
    private const long SmallMember = 1L * 1_048_576;

    public static IEnumerable<ReportRow> Rows(ReadOnlyMemory<byte> content, ReadContext context)
    {
        using var zip = Open(content, context);
        if (zip is null || IsKeptOut(zip, context))
        {
            yield break;
        }

        var unpacked = 0L;
        var read = 0;
        foreach (var member in zip.Entries.Where(e => !IsLitter(e)))
        {
            var inside = context with { Member = FaultKind.Quoted(member.FullName) };
            if (Unpack(member, inside, MostUnpacked - unpacked) is not { } bytes)
            {
                continue;
            }

            unpacked += bytes.Length;
            var format = ReportFormats.Recognise(bytes);
            if (!format.IsReport)
            {
                context.Faults.Add(FaultKinds.FileMemberSkipped.At(inside.Whole, member.FullName, format.Name));
                continue;
            }

            read++;
            foreach (var row in ReportReader.Rows(bytes, format, inside))
            {
                yield return row;
            }
        }

        if (read == 0 && context.Faults.Errors == 0)
        {
            context.KeepOut(FaultKinds.FileEmpty.At(context.Whole));
        }
    }

    /// <summary>The bytes as a stream, without a copy.</summary>
    public static Stream StreamOf(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);

    private static ZipArchive? Open(ReadOnlyMemory<byte> content, ReadContext context)
    {
        try
        {
            var zip = new ZipArchive(StreamOf(content), ZipArchiveMode.Read);
            return zip.Entries.Count >= 0 ? zip : null;
        }
        catch (Exception e) when (IsDamage(e))
        {
            context.KeepOut(FaultKinds.FileCorrupt.At(context.Whole, "ZIP"));
            return null;
        }
    }

    private static bool IsKeptOut(ZipArchive zip, ReadContext context)
    {
        var members = zip.Entries.Count(e => !IsLitter(e));
        // In decimal: what a hostile directory declares need not fit into a long.
        var declared = zip.Entries.Sum(e => (decimal)e.Length);
        var fault = members > MostMembers ? FaultKinds.FileMembers.At(context.Whole, $"{members}", $"{MostMembers}")
            : declared > MostUnpacked ? FaultKinds.FileBomb.At(context.Whole, SizeText.Of(declared), SizeText.Of(MostUnpacked))
            : zip.Entries.Any(e => e.Length > SmallMember && e.Length > MostRatio * e.CompressedLength) ? FaultKinds.FileBomb.At(context.Whole, SizeText.Of(declared), $"1 : {MostRatio}")
            : null;
        if (fault is not null)
        {
            context.KeepOut(fault);
        }

        return fault is not null;
    }

    private static ReadOnlyMemory<byte>? Unpack(ZipArchiveEntry member, ReadContext inside, long limit)
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
