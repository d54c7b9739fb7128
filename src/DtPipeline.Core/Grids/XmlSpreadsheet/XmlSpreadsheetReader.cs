using System.Xml;
using DtPipeline.Faults;

namespace DtPipeline.Grids.XmlSpreadsheet;

/// <summary>XML Spreadsheet 2003, as Excel saves it and many programs write their ".xls": every visible worksheet, with the values that it keeps.</summary>
internal static class XmlSpreadsheetReader
{
    private const string Name = "XML Spreadsheet 2003";

    /// <summary>Bytes between two opening brackets: no text and no attribute is longer.</summary>
    private const int LongestText = 8 * 1_048_576;

    public static IEnumerable<Grid> Grids(ReadOnlyMemory<byte> content, GridSource source)
    {
        if (XmlFile.KeepsOut(content, Name, LongestText, source))
        {
            yield break;
        }

        if (Damage.Guarded(() => XmlSpreadsheetBook.Read(XmlFile.Open(content)), source, Name) is not { } book)
        {
            yield break;
        }

        using var xml = XmlFile.Open(content);
        foreach (var (name, isHidden) in book.Sheets)
        {
            var sheet = source.SheetName(name)!;
            if (Damage.Guarded(() => MoveToSheet(xml, source.Budget), source, Name) is not true)
            {
                yield break;
            }

            if (name == OwnSheets.Faults)
            {
                continue;
            }

            if (isHidden)
            {
                source.Faults.Add(FaultKinds.SheetHidden.At(new Place(sheet, null, null), name));
                continue;
            }

            var rows = new XmlSpreadsheetSheet(book, sheet, source).Rows(xml);
            yield return new Grid(sheet, IsWorkbook: true, IsOnly: book.Sheets.Count == 1, Damage.Guarded(rows, source, Name)) { Merged = book.Merged(name), Name = name };
        }
    }

    /// <summary>To the next worksheet; the reader stands inside the one before, or at its end.</summary>
    private static bool MoveToSheet(XmlReader xml, CellBudget budget)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Worksheet")
            {
                budget.SpendSheet();
                return true;
            }
        }

        return false;
    }
}
