using DocumentFormat.OpenXml.Spreadsheet;

namespace DtPipeline.Answers.Workbooks;

/// <summary>How a cell of a sheet that we write looks. The font is the one that Decree 30/2020/ND-CP sets for documents.</summary>
internal sealed record CellLook
{
    public double Size { get; init; } = 12;

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Link { get; init; }

    public string? Fill { get; init; }

    public bool Border { get; init; }

    public bool Wrap { get; init; }

    public HorizontalAlignmentValues Horizontal { get; init; } = HorizontalAlignmentValues.General;

    public VerticalAlignmentValues Vertical { get; init; } = VerticalAlignmentValues.Center;

    public string Number { get; init; } = "General";

    public bool Unlocked { get; init; }

    public bool Quoted { get; init; }

    public uint In(StyleBook styles)
    {
        var format = new CellFormat
        {
            NumberFormatId = styles.NumberFormat(Number),
            FontId = Font(styles),
            FillId = Fill is null ? 0 : styles.SolidFill(Fill),
            BorderId = Border ? styles.ThinBorder() : 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            ApplyProtection = true,
            Alignment = new Alignment { Horizontal = Horizontal, Vertical = Vertical, WrapText = Wrap },
            Protection = new Protection { Locked = !Unlocked },
        };
        if (Quoted)
        {
            format.QuotePrefix = true;
        }

        return styles.Format(format);
    }

    private uint Font(StyleBook styles)
    {
        var font = new Font();
        if (Bold)
        {
            font.Append(new Bold());
        }

        if (Italic)
        {
            font.Append(new Italic());
        }

        if (Link)
        {
            font.Append(new Underline());
        }

        font.Append(new FontSize { Val = Size }, new Color { Rgb = Link ? "FF0563C1" : "FF000000" }, new FontName { Val = "Times New Roman" });
        return styles.Font(font);
    }
}
