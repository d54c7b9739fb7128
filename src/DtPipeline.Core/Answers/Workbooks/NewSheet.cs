using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Workbooks;

/// <summary>A sheet written from top to bottom. Whatever text stands in it is text: nothing that is written here can become a formula.</summary>
internal sealed class NewSheet : IDisposable
{
    private readonly OpenXmlWriter writer;

    /// <param name="before">What stands before the rows, in the schema's order.</param>
    public NewSheet(WorksheetPart part, params IEnumerable<OpenXmlElement> before)
    {
        writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        Write(before);
        writer.WriteStartElement(new SheetData());
    }

    public static Cell Text(CellAddress at, string text, uint style) => Inline(at, SheetText.Safe(text), style);

    /// <summary>A text of which every character is read back as it is: see <see cref="SheetText.Exact"/>.</summary>
    public static Cell Exactly(CellAddress at, string text, uint style) => Inline(at, SheetText.Exact(text), style);

    public static Cell Number(CellAddress at, double number, uint style) => new(new CellValue(number.ToString("R", CultureInfo.InvariantCulture)))
    {
        CellReference = at.ToString(),
        StyleIndex = style,
    };

    public static Cell Flag(CellAddress at, bool flag, uint style) => new(new CellValue(flag ? "1" : "0"))
    {
        CellReference = at.ToString(),
        DataType = CellValues.Boolean,
        StyleIndex = style,
    };

    public static Cell Blank(CellAddress at, uint style) => new() { CellReference = at.ToString(), StyleIndex = style };

    public static Columns Widths(params IEnumerable<double> widths) => new(widths.Select((width, i) =>
        new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));

    /// <summary>The rows above stay in sight.</summary>
    public static SheetViews FrozenUnder(int row, bool selected) => new(new SheetView(
        new Pane { VerticalSplit = row, TopLeftCell = $"A{row + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft, ActiveCell = $"A{row + 1}", SequenceOfReferences = new ListValue<StringValue> { InnerText = $"A{row + 1}" } })
    {
        TabSelected = selected,
        ShowGridLines = false,
        WorkbookViewId = 0,
    });

    public static SheetProperties FitToPage() => new(new PageSetupProperties { FitToPage = true });

    /// <summary>A4, as wide as the page and as long as it takes, numbered.</summary>
    public static IEnumerable<OpenXmlElement> Print(OrientationValues orientation) =>
    [
        new PrintOptions { HorizontalCentered = true },
        new PageMargins { Left = 0.5, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
        new PageSetup { PaperSize = 9, Orientation = orientation, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter(new OddFooter("&C&P/&N")),
    ];

    /// <param name="height">In points. A spreadsheet makes the row higher when somebody writes more into it.</param>
    public void Row(int number, IEnumerable<Cell> cells, double? height = null, bool hidden = false)
    {
        var row = new Row(cells) { RowIndex = (uint)number };
        if (height is { } points)
        {
            row.Height = points;
        }

        if (hidden)
        {
            row.Hidden = true;
        }

        writer.WriteElement(row);
    }

    /// <param name="after">What stands after the rows, in the schema's order.</param>
    public void Finish(params IEnumerable<OpenXmlElement> after)
    {
        writer.WriteEndElement();
        Write(after);
        writer.WriteEndElement();
    }

    public void Dispose() => writer.Dispose();

    private static Cell Inline(CellAddress at, string text, uint style) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = at.ToString(),
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private void Write(IEnumerable<OpenXmlElement> elements)
    {
        foreach (var element in elements)
        {
            writer.WriteElement(element);
        }
    }
}
