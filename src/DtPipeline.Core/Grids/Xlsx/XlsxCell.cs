using System.Globalization;
using System.Xml;

namespace DtPipeline.Grids.Xlsx;

/// <summary>One cell of a sheet's XML.</summary>
internal static class XlsxCell
{
    /// <summary>Reads to the end of an element <c>c</c>.</summary>
    /// <param name="hasStruck">Something in the cell is struck out, and is not in what is returned.</param>
    public static GridCell Read(XmlReader xml, XlsxBook book, out bool hasStruck)
    {
        var type = xml.GetAttribute("t");
        var style = book.Styles.Of(xml.GetAttribute("s"));
        string? formula = null;
        string? value = null;
        (string Text, bool HasStruck)? inline = null;
        foreach (var element in xml.ElementsInside())
        {
            switch (element)
            {
                case "f":
                    formula = xml.TextInside();
                    break;
                case "v":
                    value = xml.TextInside();
                    break;
                case "is":
                    inline = XlsxText.Read(xml, style.Font);
                    break;
            }
        }

        hasStruck = false;
        if (formula is not null && inline is null && string.IsNullOrEmpty(value) && !(type == "str" && value is not null))
        {
            return new GridCell($"={formula}", CellKind.Formula);
        }

        var (cell, isStruck) = Cell(type, value, inline, style, book);
        hasStruck = isStruck && (cell.IsEmpty || cell.Kind == CellKind.Text);
        if (style.Font.IsStruck && inline is null && !cell.IsEmpty && !(type == "s" && isStruck))
        {
            hasStruck = true;
            return GridCell.Empty;
        }

        return cell;
    }

    private static (GridCell Cell, bool HasStruck) Cell(string? type, string? value, (string Text, bool HasStruck)? inline, XlsxStyle style, XlsxBook book)
    {
        switch (type)
        {
            case "s" when int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number):
                var shared = book.Strings[number];
                return (new GridCell(shared.Text), shared.HasStruck);
            case "inlineStr" or "str" when inline is { } text:
                return (new GridCell(text.Text), text.HasStruck);
            case "inlineStr" or "str" or "s":
                return (new GridCell(RichText.Plain(XlsxText.Unescaped(value ?? string.Empty))), false);
            case "e":
                return (new GridCell(string.IsNullOrWhiteSpace(value) ? "#ERROR" : value.Trim(), CellKind.Error), false);
            case "b" when value is not null:
                return (new GridCell(value.Trim() is "0" or "false" ? "false" : "true"), false);
            case "d" when value is not null:
                return (new GridCell(RichText.Plain(value), CellKind.Date), false);
        }

        return (inline is { } bare ? new GridCell(bare.Text) : string.IsNullOrWhiteSpace(value) ? GridCell.Empty : Number(value, style, book), inline?.HasStruck ?? false);
    }

    private static GridCell Number(string value, XlsxStyle style, XlsxBook book)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return new GridCell(RichText.Plain(value));
        }

        var look = book.Styles.LookOf(style, number);
        return look.IsDate ? Date(number, book.IsFrom1904) : GridCell.Of(number, look);
    }

    private static GridCell Date(double day, bool isFrom1904)
    {
        var number = day + (isFrom1904 ? 1_462 : 0);
        return number is >= 0 and < 2_958_466 ? GridCell.Of(Moment(number)) : new GridCell(day.ToString("R", CultureInfo.InvariantCulture), CellKind.Date);
    }

    /// <summary>Excel has a 29 February 1900, so that the days before March 1900 count one less.</summary>
    private static DateTime Moment(double day) => DateTime.FromOADate(day < 60 ? day + 1 : day);
}
