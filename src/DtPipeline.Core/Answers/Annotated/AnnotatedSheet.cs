using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Annotated;

/// <summary>Copies a sheet of the sender from end to end, one row in memory at a time, and changes only how cells look and which note shapes it shows.</summary>
internal sealed class AnnotatedSheet(WorksheetPart part, SheetMarks marks, MarkShades shades)
{
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What the schema has after <c>legacyDrawing</c>; controls stand in alternate content.</summary>
    private static readonly HashSet<string> AfterNotes =
        ["legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

    private readonly Queue<KeyValuePair<int, RowMarks>> waiting = new(marks.Rows);
    private readonly Dictionary<CellAddress, List<Fault>> notes = [];
    private readonly List<(int First, int Last, uint Style)> columns = [];
    private XNamespace main = XNamespace.None;
    private bool rowsDone;
    private bool notesDone;

    public void Rewrite()
    {
        using var copy = new MemoryStream();
        using (var source = part.GetStream(FileMode.Open, FileAccess.Read))
        using (var reader = XmlReader.Create(source))
        using (var writer = XmlWriter.Create(copy, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
        {
            reader.MoveToContent();
            main = reader.NamespaceURI;
            writer.WriteStartDocument(true);
            CopyInside(reader, writer, CopyChild, () => WriteNotes(writer, null));
        }

        copy.Position = 0;
        part.FeedData(copy);
    }

    private static void CopyInside(XmlReader reader, XmlWriter writer, Action<XmlReader, XmlWriter> copyChild, Action beforeEnd)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, false);
        var empty = reader.IsEmptyElement;
        reader.Read();
        while (!empty && reader.NodeType != XmlNodeType.EndElement)
        {
            copyChild(reader, writer);
        }

        beforeEnd();
        writer.WriteEndElement();
        if (!empty)
        {
            reader.Read();
        }
    }

    private void CopyChild(XmlReader reader, XmlWriter writer)
    {
        var name = reader.NodeType == XmlNodeType.Element ? reader.LocalName : string.Empty;
        if (rowsDone && AfterNotes.Contains(name))
        {
            WriteNotes(writer, null);
        }

        switch (name)
        {
            case "dimension":
                Widened((XElement)XNode.ReadFrom(reader)).WriteTo(writer);
                break;
            case "cols":
                Columns((XElement)XNode.ReadFrom(reader)).WriteTo(writer);
                break;
            case "sheetData":
                var last = 0;
                CopyInside(reader, writer, (r, w) => CopyRow(r, w, ref last), () => WriteMissingRows(writer, int.MaxValue));
                rowsDone = true;
                break;
            case "legacyDrawing":
                WriteNotes(writer, (string?)((XElement)XNode.ReadFrom(reader)).Attribute(Relationships + "id"));
                break;
            default:
                writer.WriteNode(reader, false);
                break;
        }
    }

    private void CopyRow(XmlReader reader, XmlWriter writer, ref int last)
    {
        if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
        {
            writer.WriteNode(reader, false);
            return;
        }

        var row = (XElement)XNode.ReadFrom(reader);
        var number = int.TryParse((string?)row.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : last + 1;
        WriteMissingRows(writer, number);
        WriteRow(writer, row, number, waiting.TryPeek(out var next) && next.Key == number ? waiting.Dequeue().Value : null);
        last = number;
    }

    private void WriteMissingRows(XmlWriter writer, int before)
    {
        while (waiting.TryPeek(out var next) && next.Key < before)
        {
            waiting.Dequeue();
            WriteRow(writer, new XElement(main + "row", new XAttribute("r", next.Key)), next.Key, next.Value);
        }
    }

    private void WriteRow(XmlWriter writer, XElement row, int number, RowMarks? rowMarks)
    {
        foreach (var (cell, faults) in new MarkedRow(shades, StyleOfColumn).Mark(row, number, rowMarks))
        {
            notes[cell] = faults;
        }

        row.WriteTo(writer);
    }

    private void WriteNotes(XmlWriter writer, string? drawing)
    {
        if (notesDone)
        {
            return;
        }

        notesDone = true;
        if (CellNotes.Write(part, notes, drawing) is { } id)
        {
            var element = new XElement(main + "legacyDrawing", new XAttribute(Relationships + "id", id));
            element.WriteTo(writer);
        }
    }

    private XElement Columns(XElement cols)
    {
        foreach (var column in cols.Elements(main + "col"))
        {
            if (column.Attribute("style") is { } style)
            {
                var plain = shades.Plain((uint)style);
                columns.Add(((int?)column.Attribute("min") ?? 1, (int?)column.Attribute("max") ?? 1, plain));
                style.Value = plain.ToString(CultureInfo.InvariantCulture);
            }
        }

        return cols;
    }

    private uint StyleOfColumn(int column) => columns.Find(c => c.First <= column && column <= c.Last).Style;

    /// <summary>The area that the sheet says it uses, with the marked cells in it.</summary>
    private XElement Widened(XElement dimension)
    {
        var corners = ((string?)dimension.Attribute("ref") ?? string.Empty).Split(':').Select(CellAddress.Parse).ToList();
        if (corners.TrueForAll(c => c is not null) && marks.Any)
        {
            var all = corners.Select(c => c!.Value).Concat(marks.Cells).ToList();
            var first = new CellAddress(all.Min(c => c.Row), all.Min(c => c.Column));
            var last = new CellAddress(all.Max(c => c.Row), all.Max(c => c.Column));
            dimension.SetAttributeValue("ref", first == last ? $"{first}" : $"{first}:{last}");
        }

        return dimension;
    }
}
