using System.Buffers;
using System.IO.Compression;
using System.Xml;

namespace DtPipeline.Answers.Workbooks;

/// <summary>How much a package may unpack to. Measured by unpacking it: what its directory declares can be a lie.</summary>
internal static class PackageBounds
{
    private const int MostParts = 2_000;
    private const long MostBytes = 200L * 1_048_576;

    /// <summary>A sound part has a tenth of it; a part that is loaded whole takes stack for every level.</summary>
    private const int DeepestElement = 100;

    public static bool Hold(Stream package)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostParts)
        {
            return false;
        }

        using var room = MemoryPool<byte>.Shared.Rent(81_920);
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(room.Memory.Span)) > 0;)
            {
                total += read;
                if (total > MostBytes)
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static bool IsShallow(Stream xml)
    {
        using var reader = XmlReader.Create(xml);
        while (reader.Read())
        {
            if (reader.Depth > DeepestElement)
            {
                return false;
            }
        }

        return true;
    }
}
