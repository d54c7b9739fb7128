using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Help.Words;

/// <summary>What an alert is about, and what to do about it.</summary>
internal static class AlertKinds
{
    public static readonly IReadOnlyList<Explained> All =
    [
        Of(AlertType.ReportDueSoon, "báo cáo sắp đến hạn", "a report is due soon", "Nhắc cơ quan chưa nộp. Tự hết sau ngày hạn nộp.", "Remind whoever has not filed. It ends by itself after the due day."),
        Of(AlertType.ReportOverdue, "báo cáo quá hạn", "a report is overdue", "Liên hệ cơ quan; ghi người đang xử lý. Nếu có lý do chính đáng, gia hạn hoặc miễn. Tự đóng khi báo cáo đến.", "Call the body, and acknowledge. For a good reason give more time or waive it. It closes when the report comes."),
        Of(AlertType.ReportIncomplete, "báo cáo thiếu chỉ tiêu", "a report is incomplete", "Cơ quan đã nộp nhưng còn thiếu chỉ tiêu bắt buộc sau hạn. Yêu cầu gửi bổ sung.", "Filed, but something required is missing after the due day. Ask for the rest."),
        Of(AlertType.ReportFaulty, "tệp có lỗi", "a file has errors", "Người gửi đã nhận thư và biên nhận. Tự đóng khi tệp sửa đến; chỉ gọi nếu sau vài ngày chưa có.", "The sender has a mail and a receipt. It closes with the mended file; call only if none comes in some days."),
        Of(AlertType.ReportLate, "báo cáo nộp muộn", "a report came late", "Chỉ để biết: báo cáo đã đến sau hạn, hoặc sau khi chốt.", "A notice: it came after the due day, or after closing."),
        Of(AlertType.ReportRevised, "số liệu đã sửa", "figures were revised", "Chỉ để biết: tệp mới đã thay số liệu cũ. Xem lại nếu số liệu đã dùng trong văn bản.", "A notice: a new file has replaced figures. Look, where they were used in a document."),
        Of(AlertType.ValueMoved, "số liệu thay đổi nhiều", "a figure has moved", "So với kỳ trước, giá trị thay đổi từ ngưỡng của chỉ tiêu trở lên. Hỏi lý do; tự đóng nếu số liệu được sửa.", "Against the period before the value has changed by its threshold or more. Ask why; it closes when the figure is mended."),
        Of(AlertType.ValueAnomaly, "số liệu đáng ngờ", "a figure looks wrong", "Số liệu vẫn được lưu. Cơ quan đã được hỏi qua thư; chờ trả lời, hoặc xác nhận thay kèm lý do.", "The figure is stored. The body was asked by mail; await its answer, or confirm for it with a reason."),
        Of(AlertType.TargetOffTrack, "mục tiêu chậm tiến độ", "a target is off track", "Theo đà hiện nay sẽ không đạt. Đưa vào nội dung họp giao ban.", "As it goes it will not be reached. A matter for the next meeting."),
        Of(AlertType.TargetMissed, "mục tiêu không đạt", "a target was missed", "Đã qua hạn của mục tiêu mà chưa đạt. Báo cáo lãnh đạo; tự đóng khi đạt.", "Its day has passed and it was not reached. Tell the heads; it closes once it is reached."),
        Of(AlertType.TaskDueSoon, "nhiệm vụ sắp đến hạn", "a task is due soon", "Nhắc cơ quan được giao. Tự hết khi hoàn thành hoặc sau ngày hạn.", "Remind its owner. It ends when the task is done, or after the day."),
        Of(AlertType.TaskOverdue, "nhiệm vụ quá hạn", "a task is overdue", "Yêu cầu cơ quan báo cáo tiến độ trong tệp gửi tới. Tự đóng khi tiến độ là hoàn thành.", "Ask its owner for the progress in the next file. It closes when that says done."),
        Of(AlertType.SourceFailed, "không lấy được báo cáo từ trang nguồn", "a source cannot be read", "Hệ thống không tải được báo cáo từ địa chỉ đã khai báo sau nhiều lần thử. Kiểm tra địa chỉ với cơ quan, hoặc đề nghị gửi tệp.", "The report could not be fetched from its address, again and again. Check the address with the body, or ask for a file."),
        Of(AlertType.CatalogueFaulty, "danh mục có lỗi", "the catalogue has faults", "Tệp danh mục vừa thay có lỗi nên danh mục cũ vẫn được dùng. Sửa tệp và tải lên lại.", "A file of the catalogue has faults, so the one before is still in force. Mend it and upload it again."),
        Of(AlertType.CatalogueHeld, "danh mục chờ xác nhận", "a catalogue awaits confirmation", "Danh mục mới làm thay đổi nhiều. Đọc phần tóm tắt thay đổi rồi xác nhận, hoặc tải bản đúng lên.", "The new catalogue changes much. Read what it changes and confirm it, or upload the right one."),
        Of(AlertType.CatalogueCorrected, "danh mục đã sửa lại quá khứ", "a catalogue has corrected the past", "Chỉ để biết: một số báo cáo cũ được đánh giá lại theo danh mục mới.", "A notice: reports of the past were judged anew by a new catalogue."),
        Of(AlertType.RecipientUnreachable, "không gửi được thư", "a recipient is unreachable", "Thư tới một người nhận bị trả lại. Sửa địa chỉ trong danh mục người nhận.", "Mail to a recipient does not arrive. Put the address right in the list of recipients."),
        Of(AlertType.CalendarProvisional, "lịch nghỉ chưa công bố", "days off are not announced", "Hạn nộp có thể thay đổi vì lịch nghỉ của năm chưa có trong danh mục. Bổ sung ngày nghỉ khi được công bố.", "Due days may still move, for the year's days off are not in the catalogue yet. Add them once they are announced."),
    ];

    private static Explained Of(string type, string wordVi, string wordEn, string vi, string en) => new($"alert.{type}", type, null, new Bilingual(wordVi, wordEn), new Bilingual(vi, en));
}
