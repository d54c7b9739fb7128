using System.IO.Compression;
using DtPipeline.Faults;
using DtPipeline.Grids.Zip;

namespace DtPipeline.Grids.Packages;

/// <summary>Looks at a package of Office or OpenDocument before anything unpacks it for use: what keeps it out.</summary>
internal static class OfficeGuard
{
    private const int MostParts = 2_000;
    private const long MostUnpacked = 400L * 1_048_576;

    /// <summary>Bytes of one text or attribute: a cell holds 32,767 characters.</summary>
    private const long LongestText = 8L * 1_048_576;

    private static readonly byte[] DocumentType = "<!DOCTYPE"u8.ToArray();

    /// <param name="format">As people call it.</param>
    /// <returns>Whether it may be read; what keeps it out is told.</returns>
    public static bool LetsIn(ReadOnlyMemory<byte> content, string format, GridSource source)
    {
        try
        {
            using var zip = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
            return LetsIn(Declared(zip, source) ?? Unpacked(zip, source), source);
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            var packing = ZipPacking.Of(content.Span).Select(ZipPacking.NameOfUnreadable).FirstOrDefault(n => n is not null);
            return LetsIn(packing is null ? FaultKinds.FileCorrupt.At(source.Whole, format) : FaultKinds.FilePacking.At(source.Whole, packing, "Deflate"), source);
        }
    }

    private static bool LetsIn(Fault? fault, GridSource source)
    {
        if (fault is not null)
        {
            source.KeepOut(fault);
        }

        return fault is null;
    }

    private static Fault? Declared(ZipArchive zip, GridSource source)
    {
        if (zip.Entries.Count > MostParts)
        {
            return FaultKinds.FileBomb.At(source.Whole, $"{zip.Entries.Count} parts", $"{MostParts} parts");
        }

        if (zip.Entries.FirstOrDefault(e => e.IsEncrypted) is not null)
        {
            return FaultKinds.FileEncrypted.At(source.Whole, "ZIP");
        }

        if (zip.Entries.Sum(e => e.Length) > MostUnpacked)
        {
            return FaultKinds.FileBomb.At(source.Whole, SizeText.Of(zip.Entries.Sum(e => e.Length)), SizeText.Of(MostUnpacked));
        }

        if (zip.Entries.FirstOrDefault(e => Named(e, "vbaProject.bin") || InFolder(e, "Basic") || InFolder(e, "Scripts")) is { } macros)
        {
            return FaultKinds.FileMacros.At(source.Whole, macros.Name.Length > 0 ? macros.Name : macros.FullName);
        }

        if (zip.Entries.FirstOrDefault(e => e.FullName.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase)) is { } link)
        {
            source.Faults.Add(FaultKinds.FileExternalLinks.At(source.Whole, link.FullName));
        }

        return null;
    }

    /// <summary>Unpacks every part of XML once, to know its true size and that nothing in it is too long to be held.</summary>
    private static Fault? Unpacked(ZipArchive zip, GridSource source)
    {
        var unpacked = 0L;
        foreach (var part in zip.Entries.Where(e => IsXml(e.FullName)))
        {
            var found = ByteScan.Look(part, MostUnpacked - unpacked, DocumentType);
            unpacked += found.Length;
            if (unpacked > MostUnpacked)
            {
                return FaultKinds.FileBomb.At(source.Whole, $"> {SizeText.Of(MostUnpacked)}", SizeText.Of(MostUnpacked));
            }

            if (found.IsFound)
            {
                return FaultKinds.FileDocumentType.At(source.Whole, part.FullName);
            }

            if (found.LongestText > LongestText)
            {
                return FaultKinds.FileBomb.At(source.Whole, $"{part.FullName}: {SizeText.Of(found.LongestText)}", SizeText.Of(LongestText));
            }
        }

        return null;
    }

    private static bool Named(ZipArchiveEntry entry, string name) => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool InFolder(ZipArchiveEntry entry, string folder) =>
        entry.FullName.StartsWith($"{folder}/", StringComparison.OrdinalIgnoreCase) && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && entry.Length > 0;

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
