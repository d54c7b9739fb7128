using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Annotated;

/// <summary>The boxes in which Excel shows notes: VML, a drawing language that nothing else uses any more and no note goes without.</summary>
internal sealed class NoteShapes
{
    private const int CharactersInLine = 48;

    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    private readonly WorksheetPart sheet;
    private readonly XElement root;
    private VmlDrawingPart? part;
    private int lastNumber;

    private NoteShapes(WorksheetPart sheet, VmlDrawingPart? part, XElement root)
    {
        this.sheet = sheet;
        this.part = part;
        this.root = root;
        lastNumber = LastNumber();
    }

    /// <returns>Null where the sheet has shapes that cannot be read.</returns>
    public static NoteShapes? Of(WorksheetPart sheet, string? drawing)
    {
        if (drawing is null)
        {
            return new NoteShapes(sheet, null, Empty());
        }

        if (!sheet.TryGetPartById(drawing, out var found) || found is not VmlDrawingPart vml)
        {
            return null;
        }

        try
        {
            using var text = new StreamReader(vml.GetStream(FileMode.Open, FileAccess.Read));

            // Old versions of Excel leave line breaks open, which is no XML.
            return new NoteShapes(sheet, vml, XElement.Parse(text.ReadToEnd().Replace("<br>", "<br/>", StringComparison.Ordinal), LoadOptions.PreserveWhitespace));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public void Remove(IReadOnlySet<CellAddress> cells)
    {
        root.Elements(V + "shape").Where(s => CellOf(s) is { } cell && cells.Contains(cell)).Remove();
        lastNumber = LastNumber();
    }

    public void Add(CellAddress cell, string text)
    {
        if (!root.Elements(V + "shapetype").Any(t => (string?)t.Attribute("id") == "_x0000_t202"))
        {
            root.Add(ShapeType());
        }

        root.Add(Shape(cell, text));
    }

    public string Save()
    {
        part ??= sheet.AddNewPart<VmlDrawingPart>(RelationshipName.For(sheet, "Shapes"));
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
        {
            root.WriteTo(writer);
        }

        content.Position = 0;
        part.FeedData(content);
        return sheet.GetIdOfPart(part);
    }

    /// <returns>Null where no shape was left and the drawing is gone.</returns>
    public string? SaveOrDelete()
    {
        if (root.Elements().Any(e => e.Name != V + "shapetype" && e.Name != Office + "shapelayout"))
        {
            return Save();
        }

        if (part is not null)
        {
            sheet.DeletePart(part);
        }

        return null;
    }

    private static CellAddress? CellOf(XElement shape)
    {
        var data = shape.Elements(Excel + "ClientData").FirstOrDefault(d => (string?)d.Attribute("ObjectType") == "Note");
        return int.TryParse((string?)data?.Element(Excel + "Row"), out var row) && int.TryParse((string?)data?.Element(Excel + "Column"), out var column)
            ? new CellAddress(row + 1, column + 1)
            : null;
    }

    private int LastNumber() => root.Elements(V + "shape").Select(NumberOf).Append(1024).Max();

    private static int NumberOf(XElement shape)
    {
        var id = (string?)shape.Attribute("id") ?? string.Empty;
        return int.TryParse(id.AsSpan(id.LastIndexOf('s') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : 0;
    }

    private static XElement Empty() => new(
        "xml",
        new XAttribute(XNamespace.Xmlns + "v", V),
        new XAttribute(XNamespace.Xmlns + "o", Office),
        new XAttribute(XNamespace.Xmlns + "x", Excel),
        new XElement(
            Office + "shapelayout",
            new XAttribute(V + "ext", "edit"),
            new XElement(Office + "idmap", new XAttribute(V + "ext", "edit"), new XAttribute("data", "1"))));

    private static XElement ShapeType() => new(
        V + "shapetype",
        new XAttribute("id", "_x0000_t202"),
        new XAttribute("coordsize", "21600,21600"),
        new XAttribute(Office + "spt", "202"),
        new XAttribute("path", "m,l,21600r21600,l21600,xe"),
        new XElement(V + "stroke", new XAttribute("joinstyle", "miter")),
        new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect")));

    private XElement Shape(CellAddress cell, string text)
    {
        var lines = 2 + text.Split('\n').Sum(l => 1 + (l.Length / CharactersInLine));
        var left = Math.Min(cell.Column, CellAddress.LastColumn - 6);
        var top = Math.Clamp(cell.Row - 2, 0, CellAddress.LastRow - lines - 1);
        return new XElement(
            V + "shape",
            new XAttribute("id", string.Create(CultureInfo.InvariantCulture, $"_x0000_s{++lastNumber}")),
            new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", string.Create(CultureInfo.InvariantCulture, $"position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:{lines * 13}pt;z-index:1;visibility:hidden")),
            new XAttribute("fillcolor", "#ffffe1"),
            new XAttribute(Office + "insetmode", "auto"),
            new XElement(V + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(V + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
            new XElement(V + "path", new XAttribute(Office + "connecttype", "none")),
            new XElement(V + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"))),
            new XElement(
                Excel + "ClientData",
                new XAttribute("ObjectType", "Note"),
                new XElement(Excel + "MoveWithCells"),
                new XElement(Excel + "SizeWithCells"),
                new XElement(Excel + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{left}, 15, {top}, 2, {left + 5}, 15, {top + lines}, 4")),
                new XElement(Excel + "AutoFill", "False"),
                new XElement(Excel + "Row", cell.Row - 1),
                new XElement(Excel + "Column", cell.Column - 1)));
    }
}
