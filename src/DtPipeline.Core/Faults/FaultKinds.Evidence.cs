namespace DtPipeline.Faults;

/// <summary>What is told of reports for what is missing: required indicators, and the signed paper beside them.</summary>
internal static partial class FaultKinds
{
    public static readonly FaultKind EvidenceNotRead = Warning("evidence.not_read",
        "Không mở được tệp {0} ({1}) nên không đọc được số và ngày văn bản. Tệp vẫn được lưu làm bản ký.",
        "The {0} could not be opened ({1}), so that its number and date are not read. It is kept as evidence all the same.")
        .Means(
            "Bản ký không mở được: có mật khẩu, bị hỏng hoặc quá lớn.",
            "The signed paper could not be opened: it has a password, is damaged or too large.")
        .SeenAs("PDF", new Texts.Bilingual("có mật khẩu", "it has a password"))
        .MendedBy(
            "Gửi lại bản PDF mở được mà không cần mật khẩu.",
            "Send a PDF that opens without a password.");

    public static readonly FaultKind FormIncomplete = Warning("form.incomplete",
        "Báo cáo «{0}» còn thiếu {1}.",
        "The report '{0}' still lacks {1}.")
        .Means(
            "Số liệu gửi đến đã được lưu, nhưng báo cáo chưa đủ các chỉ tiêu mà biểu mẫu bắt buộc.",
            "What was sent is stored, but the report lacks indicators that its form requires.")
        .SeenAs("PROV-Q", new Texts.Bilingual(
            "1 trong 25 chỉ tiêu bắt buộc: DG-05 Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến", "1 of 25 required indicators: DG-05 Adults using online public services"))
        .MendedBy(
            "Gửi tệp có các chỉ tiêu còn thiếu vào cùng thư mục; những gì đã lưu vẫn giữ nguyên. Nếu không phát sinh, hãy ghi «không phát sinh».",
            "Send a file with what is missing to the same folder; what is stored stands. Where there is nothing to report, write 'không phát sinh'.");

    public static readonly FaultKind FormAfterClosing = Info("form.after_closing",
        "Số liệu của biểu mẫu «{0}» kỳ này đã chốt lúc {1}. Tệp gửi sau khi chốt: số liệu vẫn được nhận và có trong lần tổng hợp sau, số liệu đã chốt không thay đổi.",
        "The form '{0}' of this period was closed at {1}. This file came after closing: its figures are taken and appear in the next brief, what was closed does not change.")
        .Means(
            "Tệp được gửi sau khi số liệu của biểu mẫu đã chốt.",
            "The file came after its form was closed for the period.")
        .SeenAs("PROV-Q", new Texts.Bilingual("17:00:00 ngày 05/07/2023", "5 July 2023, 17:00:00"))
        .MendedBy(
            "Không cần làm gì. Nếu số liệu đã chốt bị sai, báo cho thư ký để mở lại kỳ.",
            "Nothing needs to be done. Where what was closed is wrong, ask the secretariat to reopen it.");

    public static readonly FaultKind EvidenceAwaited = Warning("evidence.awaited",
        "Biểu mẫu «{0}» cần bản ký (PDF hoặc ảnh) kèm số liệu; chưa có bản ký của báo cáo này. Hạn nộp {1}.",
        "The form '{0}' wants the signed paper (PDF or picture) beside the figures; that of this report is awaited. Due {1}.")
        .Means(
            "Số liệu đã được nhận, nhưng bản ký mà biểu mẫu yêu cầu chưa có hoặc mang số khác.",
            "The figures are taken, but the signed paper that the form wants is missing or has another number.")
        .SeenAs("PROV-Q", new Texts.Bilingual("27/03/2023", "2023-03-27"))
        .MendedBy(
            "Tải bản ký lên cùng thư mục với báo cáo.",
            "Upload the signed paper to the folder of the report.");
}
