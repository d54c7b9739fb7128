using System.IO.Compression;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

/// <summary>A package with one part replaced or added, byte for byte.</summary>
internal static class HostilePackage
{
    public static byte[] WithPart(byte[] package, string name, byte[] content) => WithPart(package, name, s => s.Write(content));

    public static byte[] WithPart(byte[] package, string name, Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        bytes.Write(package);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            write(part);
        }

        return bytes.ToArray();
    }
}
