using System.IO.Compression;
using System.Xml;
using DtPipeline.Faults;

namespace DtPipeline.Grids.OpenDocument;

/// <summary>OpenDocument spreadsheets, packed (ODS) or in one document (FODS): every visible sheet, with the values that it keeps.</summary>
internal static class OdsReader
{
    private const string Packed = "ODS";
    private const string Flat = "FODS";
    private const int LongestText = 8 * 1_048_576;

    /// <param name="content">A package that <see cref="Packages.OfficeGuard"/> lets in.</param>
    public static IEnumerable<Grid> Grids(ReadOnlyMemory<byte> content, GridSource source)
    {
        using var zip = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
        if (zip.GetEntry("META-INF/manifest.xml") is { } manifest && Damage.Guarded(() => IsEncrypted(manifest), source, Packed))
        {
            source.KeepOut(FaultKinds.FileEncrypted.At(source.Whole, Packed));
            yield break;
        }

        if (zip.GetEntry("content.xml") is not { } document)
        {
            source.KeepOut(FaultKinds.FileCorrupt.At(source.Whole, Packed));
            yield break;
        }

        var styles = new OdsStyles();
        if (zip.GetEntry("styles.xml") is { } common)
        {
            Damage.Guarded(() => TakeStyles(common, styles), source, Packed);
        }

        if (Damage.Guarded(() => OdsMerged.Of(XmlText.Open(document.Open())), source, Packed) is not { } merged)
        {
            yield break;
        }

        using var xml = XmlText.Open(document.Open());
        foreach (var grid in Sheets(xml, styles, merged, source, Packed))
        {
            yield return grid;
        }
    }

    public static IEnumerable<Grid> FlatGrids(ReadOnlyMemory<byte> content, GridSource source)
    {
        if (XmlFile.KeepsOut(content, Flat, LongestText, source))
        {
            yield break;
        }

        if (Damage.Guarded(() => OdsMerged.Of(XmlFile.Open(content)), source, Flat) is not { } merged)
        {
            yield break;
        }

        using var xml = XmlFile.Open(content);
        foreach (var grid in Sheets(xml, new OdsStyles(), merged, source, Flat))
        {
            yield return grid;
        }
    }

    private static IEnumerable<Grid> Sheets(XmlReader xml, OdsStyles styles, List<List<MergedArea>> merged, GridSource source, string format)
    {
        var number = 0;
        while (Damage.Guarded(() => MoveToTable(xml, styles, source.Budget), source, format))
        {
            var areas = merged.ElementAtOrDefault(number++) ?? [];
            var name = xml.Attribute("name") ?? string.Empty;
            var sheet = source.SheetName(name)!;
            if (name == OwnSheets.Faults)
            {
                continue;
            }

            if (styles.Of(xml.Attribute("style-name")).IsHidden)
            {
                source.Faults.Add(FaultKinds.SheetHidden.At(new Place(sheet, null, null), name));
                Damage.Guarded(() => PassOver(xml), source, format);
                continue;
            }

            var rows = new OdsSheet(xml, styles, sheet, source).Rows();
            yield return new Grid(sheet, IsWorkbook: true, IsOnly: merged.Count == 1, Damage.Guarded(rows, source, format)) { Merged = areas, Name = name };
        }
    }

    /// <summary>To the next table of the spreadsheet; takes the styles on the way. What tracked changes keep is no table.</summary>
    private static bool MoveToTable(XmlReader xml, OdsStyles styles, CellBudget budget)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "tracked-changes")
            {
                PassOver(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "table" && xml.Prefix == "table")
            {
                budget.SpendSheet();
                return true;
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                styles.Take(xml);
            }
        }

        return false;
    }

    private static bool PassOver(XmlReader xml)
    {
        foreach (var _ in xml.ElementsInside())
        {
        }

        return true;
    }

    private static bool TakeStyles(ZipArchiveEntry part, OdsStyles styles)
    {
        using var xml = XmlText.Open(part.Open());
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                styles.Take(xml);
            }
        }

        return true;
    }

    private static bool IsEncrypted(ZipArchiveEntry manifest)
    {
        using var xml = XmlText.Open(manifest.Open());
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "encryption-data")
            {
                return true;
            }
        }

        return false;
    }
}
