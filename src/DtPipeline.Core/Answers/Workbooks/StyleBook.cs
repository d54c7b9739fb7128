using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DtPipeline.Answers.Workbooks;

/// <summary>The styles of a workbook: each kind of font, fill, border and format is there once, however often it is asked for.</summary>
internal sealed class StyleBook
{
    private const uint FirstOwnNumberFormat = 164;

    /// <summary>Excel takes no more formats than this.</summary>
    private const int MostFormats = 64_000;

    private readonly Dictionary<OpenXmlElement, Dictionary<string, uint>> known = [];
    private readonly Dictionary<OpenXmlElement, List<OpenXmlElement>> lists = [];
    private readonly WorkbookStylesPart part;

    public StyleBook(WorkbookPart workbook)
    {
        part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>(RelationshipName.For(workbook, "Styles"));
        part.Stylesheet ??= new Stylesheet();
        var sheet = part.Stylesheet;
        sheet.Fonts ??= new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }));
        sheet.Fills ??= new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        sheet.Borders ??= new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()));
        sheet.CellStyleFormats ??= new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 });
        sheet.CellFormats ??= new CellFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 });
    }

    private Stylesheet Sheet => part.Stylesheet!;

    public IEnumerable<Fill> Fills => Sheet.Fills!.Elements<Fill>();

    public uint Font(Font font) => Index(Sheet.Fonts!, font, f => f.Count = Length(f));

    public uint Fill(Fill fill) => Index(Sheet.Fills!, fill, f => f.Count = Length(f));

    public uint SolidFill(string rgb) =>
        Fill(new Fill(new PatternFill(new ForegroundColor { Rgb = rgb }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid }));

    public uint ThinBorder()
    {
        var border = new Border(
            new LeftBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
            new RightBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
            new TopBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
            new BottomBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
            new DiagonalBorder());
        return Index(Sheet.Borders!, border, b => b.Count = Length(b));
    }

    public uint NumberFormat(string code)
    {
        if (code is "General")
        {
            return 0;
        }

        var formats = Sheet.NumberingFormats ??= new NumberingFormats();
        if (formats.Elements<NumberingFormat>().FirstOrDefault(f => f.FormatCode?.Value == code)?.NumberFormatId?.Value is { } id)
        {
            return id;
        }

        var next = formats.Elements<NumberingFormat>().Select(f => f.NumberFormatId?.Value ?? 0).Append(FirstOwnNumberFormat - 1).Max() + 1;
        formats.Append(new NumberingFormat { NumberFormatId = next, FormatCode = code });
        formats.Count = Length(formats);
        return next;
    }

    public uint Format(CellFormat format)
    {
        format.FormatId ??= 0;
        return Length(Sheet.CellFormats!) < MostFormats ? Index(Sheet.CellFormats!, format, f => f.Count = Length(f)) : 0;
    }

    /// <returns>Null where the workbook has no such format: a damaged one.</returns>
    public CellFormat? FormatAt(uint index) => At<CellFormat>(Sheet.CellFormats!, index);

    public Fill? FillOf(CellFormat format) => At<Fill>(Sheet.Fills!, format.FillId?.Value ?? 0);

    public void Save() => Sheet.Save();

    private T? At<T>(OpenXmlElement collection, uint index)
        where T : OpenXmlElement => Items(collection) is var items && index < items.Count ? items[(int)index] as T : null;

    private List<OpenXmlElement> Items(OpenXmlElement collection)
    {
        if (!lists.TryGetValue(collection, out var items))
        {
            lists[collection] = items = [.. collection.ChildElements];
        }

        return items;
    }

    private uint Length(OpenXmlElement collection) => (uint)Items(collection).Count;

    private uint Index<TCollection>(TCollection collection, OpenXmlElement item, Action<TCollection> count)
        where TCollection : OpenXmlElement
    {
        if (!known.TryGetValue(collection, out var indices))
        {
            known[collection] = indices = new Dictionary<string, uint>(StringComparer.Ordinal);
            foreach (var (index, there) in Items(collection).Index())
            {
                indices.TryAdd(Likeness.Of(there), (uint)index);
            }
        }

        var likeness = Likeness.Of(item);
        if (!indices.TryGetValue(likeness, out var found))
        {
            indices[likeness] = found = Length(collection);
            collection.AppendChild(item);
            Items(collection).Add(item);
            count(collection);
        }

        return found;
    }
}
