using DtPipeline.Answers.Views;

namespace DtPipeline.Answers.Help.Words;

/// <summary>What became of a file, and how grave a fault is.</summary>
internal static class ReceiptMeanings
{
    public static readonly IReadOnlyList<Explained> Statuses =
    [
        Status(ViewClass.Accepted, "Mọi dòng đều đúng và đã được lưu. Có thể vẫn có cảnh báo hoặc thông tin cần đọc.", "Every row is right and stored. There may be warnings or remarks to read."),
        Status(ViewClass.AcceptedWithFaults, "Dòng đúng đã được lưu, dòng có lỗi thì không. Sửa các dòng có lỗi rồi gửi lại cả tệp.", "The good rows are stored, the others are not. Mend them and send the whole file again."),
        Status(ViewClass.Rejected, "Không có số liệu nào được lưu. Sửa lỗi rồi gửi lại; đến khi đó báo cáo vẫn bị coi là chưa nộp được.", "Nothing is stored. Mend it and send it again; until then the report does not count as filed."),
        Status(ViewClass.Duplicate, "Tệp giống hệt tệp gửi ngay trước đó; không có gì thay đổi và không cần làm gì.", "The file is the very one that was sent just before; nothing changes and nothing needs to be done."),
        Status(ViewClass.Evidence, "Bản ký (PDF hoặc ảnh) đã được lưu. Hệ thống không đọc số liệu từ bản ký: số liệu phải gửi bằng bảng tính.", "The signed paper (a PDF or a picture) is kept. No figures are read from it: send them as a workbook."),
    ];

    public static readonly IReadOnlyList<Explained> Severities =
    [
        Severity(ViewClass.Error, "Ô, dòng hoặc tệp đó không được lưu. Phải sửa và gửi lại.", "The cell, row or file is not stored. It has to be mended and sent again."),
        Severity(ViewClass.Warning, "Đã lưu, nhưng cần xem lại. Nếu số liệu đúng thì không phải làm gì thêm.", "It is stored, and somebody should look at it. Where the figure is right, nothing needs to be done."),
        Severity(ViewClass.Info, "Chỉ để biết hệ thống đã đọc thế nào. Không có gì sai.", "Says how something was read. Nothing is wrong."),
    ];

    private static Explained Status(ViewClass word, string vi, string en) => Explained.Of("status", word, vi, en);

    private static Explained Severity(ViewClass word, string vi, string en) => Explained.Of("severity", word, vi, en);
}
