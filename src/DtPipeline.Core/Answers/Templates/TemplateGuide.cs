using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Templates;

/// <summary>How to fill the form in and where to send it.</summary>
internal sealed class TemplateGuide(StyleBook styles)
{
    private const double FontSize = 12;

    private static readonly double[] Widths = [62, 62];

    private readonly uint title = new CellLook { Size = 14, Bold = true }.In(styles);
    private readonly uint header = new CellLook { Bold = true, Border = true, Fill = "FFDDE5EE", Horizontal = HorizontalAlignmentValues.Center }.In(styles);
    private readonly uint link = new CellLook { Border = true, Wrap = true, Link = true, Vertical = VerticalAlignmentValues.Top }.In(styles);
    private readonly uint text = new CellLook { Border = true, Wrap = true, Vertical = VerticalAlignmentValues.Top }.In(styles);

    public void Write(WorksheetPart part, TemplateForm form)
    {
        Uri[] guides = form.Help is { } help ? [help.OfSenders("vi"), help.OfSenders("en")] : [];
        foreach (var guide in guides)
        {
            part.AddHyperlinkRelationship(guide, isExternal: true, IdOf(guide));
        }

        using var sheet = new NewSheet(part, NewSheet.FitToPage(), NewSheet.Widths(Widths));
        sheet.Row(1, [NewSheet.Text(new(1, 1), "HƯỚNG DẪN – INSTRUCTIONS", title)], 24);
        sheet.Row(2, [NewSheet.Text(new(2, 1), "Tiếng Việt", header), NewSheet.Text(new(2, 2), "English", header)]);
        var lines = Lines($"{form.Organisation.Code}/{form.Period}/").ToList();
        foreach (var (index, line) in lines.Index())
        {
            Cell[] cells = [NewSheet.Text(new(index + 3, 1), line.Vi, text), NewSheet.Text(new(index + 3, 2), line.En, text)];
            sheet.Row(index + 3, cells, RowHeight.Of(cells, Widths, FontSize));
        }

        var last = lines.Count + 3;
        if (guides.Length > 0)
        {
            sheet.Row(last, guides.Select((g, i) => NewSheet.Text(new(last, i + 1), g.AbsoluteUri, link)));
        }

        var links = guides.Select((g, i) => new Hyperlink { Reference = new CellAddress(last, i + 1).ToString(), Id = IdOf(g) });
        sheet.Finish([.. guides.Length > 0 ? [new Hyperlinks(links)] : Array.Empty<OpenXmlElement>(), .. NewSheet.Print(OrientationValues.Landscape)]);
    }

    private static string IdOf(Uri guide) => $"rIdHelp{guide.Segments[^2].TrimEnd('/')}";

    private static IEnumerable<Bilingual> Lines(string folder) =>
    [
        new($"Chỉ nhập vào hai cột «Thực hiện» và «Ghi chú» của trang «{TemplateSheet.Name}». Các ô khác đã được khoá, không có mật khẩu.",
            $"Fill in only the columns 'Thực hiện' (value) and 'Ghi chú' (note) of the sheet '{TemplateSheet.Name}'. The other cells are locked, without a password."),
        new("Ô màu xanh lá là chỉ tiêu bắt buộc.", "Green cells are required."),
        new("Tỷ lệ ghi bằng số phần trăm: 87,5 nghĩa là 87,5 %.", "Write percentages as plain numbers: 87.5 means 87.5 %."),
        new("Chỉ tiêu có/không: chọn «có» hoặc «không».", "Yes/no indicators: choose 'có' (yes) or 'không' (no)."),
        new("Không phát sinh trong kỳ: ghi «không phát sinh».", "Nothing to report in this period (nil): write 'không phát sinh'."),
        new("Chưa có số liệu: để trống, rồi gửi lại tệp khi có.", "Not known yet: leave blank, and send the file again when it is known."),
        new("Giữ nguyên dòng tiêu đề và cột mã chỉ tiêu.", "Keep the header row and the column of indicator codes as they are."),
        new($"Lưu tệp dưới dạng .xlsx và tải lên thư mục {folder}", $"Save as .xlsx and upload it to the folder {folder}"),
        new("Sau khi tải lên, xem biên nhận cạnh tệp; biên nhận nêu từng lỗi theo trang, dòng và cột. Sửa lỗi rồi gửi lại.",
            "After the upload, look at the receipt beside the file: it names every fault by sheet, row and column. Correct them and send the file again."),
    ];
}
