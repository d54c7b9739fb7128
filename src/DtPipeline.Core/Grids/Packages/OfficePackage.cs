using System.IO.Compression;
using System.Xml;

namespace DtPipeline.Grids.Packages;

/// <param name="Type">The last word of its type, which the strict and the transitional standard share: <c>worksheet</c>.</param>
/// <param name="Target">The full name of the part that it leads to; null outside the package.</param>
internal sealed record PartLink(string Id, string Type, string? Target);

/// <summary>
/// The parts of an Office Open XML package, found as its relationships say and by no fixed name. Names are compared without case, and
/// with backslashes for slashes, as some programs write them.
/// </summary>
internal sealed class OfficePackage
{
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    public OfficePackage(ZipArchive zip)
    {
        foreach (var entry in zip.Entries)
        {
            parts.TryAdd(Normal(entry.FullName), entry);
        }

        Main = Links(string.Empty).FirstOrDefault(l => l.Type == "officeDocument")?.Target ?? Usual();
    }

    /// <summary>The name of the part that all begins with; null where there is none.</summary>
    public string? Main { get; }

    /// <summary>The first element of the main part: <c>workbook</c>, <c>document</c>, <c>presentation</c>.</summary>
    public string MainElement()
    {
        if (Main is null || !Has(Main))
        {
            return string.Empty;
        }

        try
        {
            using var xml = Open(Main);
            return xml.MoveToContent() == XmlNodeType.Element ? xml.LocalName : string.Empty;
        }
        catch (XmlException)
        {
            return Path.GetExtension(Main).Equals(".bin", StringComparison.OrdinalIgnoreCase) ? "binary" : string.Empty;
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A part that is known to be there.</summary>
    public XmlReader Open(string part) => XmlText.Open(OpenBytes(part));

    public Stream OpenBytes(string part) => parts[part].Open();

    public long LengthOf(string part) => parts.TryGetValue(part, out var entry) ? entry.Length : 0;

    /// <summary>The first part that one leads to by a link of that type.</summary>
    public string? Linked(string from, string type) => Links(from).FirstOrDefault(l => l.Type == type && l.Target is { } part && Has(part))?.Target;

    /// <summary>Where a part leads to; the package as a whole is the part without a name.</summary>
    public IReadOnlyList<PartLink> Links(string from)
    {
        var slash = from.LastIndexOf('/') + 1;
        var links = new List<PartLink>();
        if (!Has($"{from[..slash]}_rels/{from[slash..]}.rels"))
        {
            return links;
        }

        using var xml = Open($"{from[..slash]}_rels/{from[slash..]}.rels");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship")
            {
                var type = xml.GetAttribute("Type") ?? string.Empty;
                var isInside = xml.GetAttribute("TargetMode") != "External";
                links.Add(new PartLink(
                    xml.GetAttribute("Id") ?? string.Empty,
                    type[(type.LastIndexOf('/') + 1)..],
                    isInside ? Resolve(from[..slash], xml.GetAttribute("Target") ?? string.Empty) : null));
            }
        }

        return links;
    }

    private string? Usual() => Array.Find(["xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "workbook.xml"], Has);

    private static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');

    private static string Resolve(string folder, string target)
    {
        var name = target.Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (name.StartsWith('/') ? name : folder + name).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
