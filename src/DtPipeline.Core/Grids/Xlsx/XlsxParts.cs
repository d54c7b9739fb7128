using System.IO.Compression;
using System.Xml;

namespace DtPipeline.Grids.Xlsx;

/// <summary>Which part of an XLSX package holds which sheet.</summary>
internal static class XlsxParts
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Sheet names by the full name of their part.</summary>
    public static Dictionary<string, string> Sheets(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        Visit(zip, "xl/_rels/workbook.xml.rels", "Relationship", r => targets[r.GetAttribute("Id") ?? string.Empty] = PartName(r.GetAttribute("Target") ?? string.Empty));
        var sheets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Visit(zip, "xl/workbook.xml", "sheet", r =>
        {
            var id = r.GetAttribute("id", Relationships) ?? r.GetAttribute("r:id") ?? string.Empty;
            if (targets.TryGetValue(id, out var part))
            {
                sheets[part] = r.GetAttribute("name") ?? string.Empty;
            }
        });
        return sheets;
    }

    private static string PartName(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";

    private static void Visit(ZipArchive zip, string part, string element, Action<XmlReader> visit)
    {
        if (zip.GetEntry(part) is not { } entry)
        {
            return;
        }

        using var content = entry.Open();
        using var reader = XmlReader.Create(content);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                visit(reader);
            }
        }
    }
}
