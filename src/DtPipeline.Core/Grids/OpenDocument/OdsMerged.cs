using System.Globalization;
using System.Xml;

namespace DtPipeline.Grids.OpenDocument;

/// <summary>The merged cells of each table, in the order of the tables.</summary>
internal static class OdsMerged
{
    private const int Most = 100_000;

    public static List<List<MergedArea>> Of(XmlReader xml)
    {
        using (xml)
        {
            var tables = new List<List<MergedArea>>();
            var (row, next, column) = (1, 1, 0);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.Prefix != "table")
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "table":
                        tables.Add([]);
                        next = 1;
                        break;
                    case "table-row":
                        (row, column) = (next, 0);
                        next += Number(xml, "number-rows-repeated");
                        break;
                    case "table-cell" or "covered-table-cell" when tables.Count > 0:
                        var (down, across) = (Number(xml, "number-rows-spanned"), Number(xml, "number-columns-spanned"));
                        if ((down > 1 || across > 1) && tables[^1].Count < Most)
                        {
                            tables[^1].Add(new MergedArea(row, row + down - 1, column, column + across - 1));
                        }

                        column += Number(xml, "number-columns-repeated");
                        break;
                }
            }

            return tables;
        }
    }

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, CellAddress.LastRow) : 1;
}
