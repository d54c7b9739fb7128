using System.IO.Compression;

namespace DtPipeline.Answers.Workbooks;

/// <summary>A package without the time of day in it, so that the same content gives the same bytes.</summary>
internal static class FixedTimes
{
    private static readonly DateTimeOffset SomeDay = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] In(MemoryStream package)
    {
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                entry.LastWriteTime = SomeDay;
            }
        }

        return package.ToArray();
    }
}
