using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Catalogue;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Templates;

/// <summary>The sheet to fill in: everything is given but the values and the notes.</summary>
internal sealed class TemplateSheet(StyleBook styles)
{
    public const string Name = "Báo cáo";
    public const int HeaderRow = 5;

    private const int ValueColumn = 6;
    private const double FontSize = 12;

    private static readonly string[] Headers = ["STT", "Mã chỉ tiêu", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Thực hiện", "Ghi chú"];

    private static readonly double[] Widths = [6, 14, 60, 13, 24, 18, 30];

    private readonly uint title = new CellLook { Size = 14, Bold = true, Horizontal = HorizontalAlignmentValues.Center }.In(styles);
    private readonly uint subtitle = new CellLook { Bold = true, Horizontal = HorizontalAlignmentValues.Center }.In(styles);
    private readonly uint legend = new CellLook { Size = 11, Italic = true, Horizontal = HorizontalAlignmentValues.Center }.In(styles);
    private readonly uint header = new CellLook { Bold = true, Border = true, Wrap = true, Fill = "FFDDE5EE", Horizontal = HorizontalAlignmentValues.Center }.In(styles);
    private readonly uint text = new CellLook { Border = true, Wrap = true }.In(styles);
    private readonly uint centred = new CellLook { Border = true, Wrap = true, Horizontal = HorizontalAlignmentValues.Center }.In(styles);
    private readonly uint note = new CellLook { Border = true, Wrap = true, Unlocked = true }.In(styles);

    public void Write(WorksheetPart part, TemplateForm form)
    {
        using var sheet = new NewSheet(
            part, NewSheet.FitToPage(), NewSheet.FrozenUnder(HeaderRow, selected: true), NewSheet.Widths(Widths));
        sheet.Row(1, [NewSheet.Text(new(1, 1), "BÁO CÁO SỐ LIỆU CHUYỂN ĐỔI SỐ", title)], 24);
        sheet.Row(2, [NewSheet.Text(new(2, 1), form.Organisation.NameVi, subtitle)], 20);
        sheet.Row(3, [NewSheet.Text(new(3, 1), PeriodName.Of(form.Period).Vi, subtitle)], 20);
        sheet.Row(4, [NewSheet.Text(new(4, 1), "Ô màu xanh lá: bắt buộc. Không phát sinh: ghi «không phát sinh». Chưa có số liệu: để trống.", legend)], 20);
        sheet.Row(HeaderRow, Headers.Select((h, i) => NewSheet.Text(new(HeaderRow, i + 1), h, header)), 30);
        Write(sheet, form.Rows, HeaderRow + 1, form.Period);
        var titles = Enumerable.Range(1, HeaderRow - 1).ToList();
        var rules = Rules(form.Rows, HeaderRow + 1).ToList();
        if (form.Tasks.Count > 0)
        {
            var section = HeaderRow + form.Rows.Count + 1;
            sheet.Row(section, [NewSheet.Text(new(section, 1), "Nhiệm vụ được giao", header), .. Enumerable.Range(2, Headers.Length - 1).Select(c => NewSheet.Blank(new(section, c), header))], 20);
            Write(sheet, form.Tasks, section + 1, form.Period);
            titles.Add(section);
            rules.AddRange(Rules(form.Tasks, section + 1));
        }

        var merged = titles.Select(r => new MergeCell { Reference = string.Create(CultureInfo.InvariantCulture, $"A{r}:G{r}") });
        sheet.Finish(
        [
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false },
            new MergeCells(merged) { Count = (uint)titles.Count },
            .. rules.Count > 0 ? [new DataValidations(rules) { Count = (uint)rules.Count }] : Array.Empty<DataValidations>(),
            .. NewSheet.Print(OrientationValues.Landscape),
        ]);
    }

    private void Write(NewSheet sheet, IReadOnlyList<TemplateRow> rows, int first, Period period)
    {
        foreach (var (index, row) in rows.Index())
        {
            var cells = Cells(first + index, index + 1, row, period).ToList();
            sheet.Row(first + index, cells, RowHeight.Of(cells, Widths, FontSize));
        }
    }

    private static IEnumerable<DataValidation> Rules(IReadOnlyList<TemplateRow> rows, int first) =>
        rows.Select((row, i) => TemplateRule.For(row.Indicator, new CellAddress(first + i, ValueColumn).ToString()));

    private IEnumerable<Cell> Cells(int row, int number, TemplateRow what, Period period)
    {
        var indicator = what.Indicator;
        yield return NewSheet.Number(new(row, 1), number, centred);
        yield return NewSheet.Text(new(row, 2), indicator.Code, centred);
        yield return NewSheet.Text(new(row, 3), indicator.NameVi, text);
        yield return NewSheet.Text(new(row, 4), FormWords.OfUnit(indicator.Unit), centred);
        yield return LastValue(new(row, 5), what, period);
        yield return NewSheet.Blank(new(row, ValueColumn), Value(what));
        yield return NewSheet.Blank(new(row, 7), note);
    }

    /// <summary>The last value; its period beside it where that is not the period before.</summary>
    private Cell LastValue(CellAddress at, TemplateRow row, Period period)
    {
        var when = row.LastPeriod is { } last && last != period.Previous ? $" ({PeriodName.Of(last).Vi})" : string.Empty;
        return row.LastValue switch
        {
            null => NewSheet.Blank(at, centred),
            { } flag when row.Indicator.Kind == IndicatorKind.Flag => NewSheet.Text(at, FormWords.OfFlag(flag) + when, centred),
            { } value => NewSheet.Number(at, value, new CellLook
            {
                Border = true,
                Horizontal = HorizontalAlignmentValues.Right,
                Number = when.Length > 0 ? $"{NumberFormat(row.Indicator)}\"{when}\"" : NumberFormat(row.Indicator),
            }.In(styles)),
        };
    }

    private uint Value(TemplateRow row) => new CellLook
    {
        Border = true,
        Wrap = true,
        Unlocked = true,
        Fill = row.Required ? "FFE6F2DC" : null,
        Horizontal = row.Indicator.Kind == IndicatorKind.Flag ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.Right,
        Number = NumberFormat(row.Indicator),
    }.In(styles);

    /// <summary>Percent is no percent format: 87.5 % is written 87.5.</summary>
    private static string NumberFormat(Indicator indicator) => indicator.Unit switch
    {
        "yes_no" => "General",
        "count" or "rank" => "#,##0",
        _ => "#,##0.0#",
    };
}
