using System.IO.Compression;
using System.Xml;
using DtPipeline.Faults;
using DtPipeline.Grids.Packages;

namespace DtPipeline.Grids.Xlsx;

/// <summary>XLSX, strict or not, whatever its parts are called: every visible sheet, its visible rows and columns, with the values that it keeps.</summary>
internal static class XlsxReader
{
    private const string Name = "XLSX";

    /// <param name="content">A workbook that <see cref="OfficeGuard"/> lets in.</param>
    public static IEnumerable<Grid> Grids(ReadOnlyMemory<byte> content, GridSource source)
    {
        using var zip = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
        var package = new OfficePackage(zip);
        if (Damage.Guarded(() => Book(package, source), source, Name) is not { } book)
        {
            yield return Grid.KeptOut(source.Member);
            yield break;
        }

        var (shared, sheets) = book;
        foreach (var (name, part, isHidden) in sheets)
        {
            var sheet = source.SheetName(name)!;
            if (name == OwnSheets.Faults)
            {
                continue;
            }

            if (isHidden)
            {
                source.Faults.Add(FaultKinds.SheetHidden.At(new Place(sheet, null, null), name));
            }
            else
            {
                var rows = new XlsxSheet(shared, sheet, source).Rows(package.Open(part));
                yield return new Grid(sheet, IsWorkbook: true, IsOnly: sheets.Count == 1, Damage.Guarded(rows, source, Name)) { Merged = XlsxMerged.In(package, part), Name = name };
            }
        }
    }

    private static (XlsxBook Book, List<(string Name, string Part, bool IsHidden)> Sheets)? Book(OfficePackage package, GridSource source)
    {
        var main = package.Main!;
        if (package.Linked(main, "sharedStrings") is { } part && package.LengthOf(part) > XlsxStrings.Most)
        {
            source.KeepOut(FaultKinds.FileTooLarge.At(source.Whole, $"{part}: {SizeText.Of(package.LengthOf(part))}", SizeText.Of(XlsxStrings.Most)));
            return null;
        }

        var links = package.Links(main).Where(l => l.Target is { } target && package.Has(target)).ToLookup(l => l.Id, StringComparer.Ordinal);
        var sheets = new List<(string, string, bool)>();
        var read = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isFrom1904 = false;
        using (var xml = package.Open(main))
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr")
                {
                    isFrom1904 = XmlText.IsOn(xml.GetAttribute("date1904"));
                }
                else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet"
                    && links[xml.Attribute("id") ?? string.Empty].FirstOrDefault() is { Type: "worksheet" } link)
                {
                    if (!read.Add(link.Target!))
                    {
                        throw new XmlException("two sheets are the same part");
                    }

                    sheets.Add((xml.GetAttribute("name") ?? string.Empty, link.Target!, xml.GetAttribute("state") is "hidden" or "veryHidden"));
                }
            }
        }

        var styles = XlsxStyles.Read(package.Linked(main, "styles") is { } looks ? package.Open(looks) : null);
        var strings = package.Linked(main, "sharedStrings") is { } texts ? XlsxStrings.Read(package.Open(texts)) : new XlsxStrings();
        return (new XlsxBook(strings, styles, isFrom1904), sheets);
    }
}
