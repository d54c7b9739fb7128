namespace DtPipeline.Faults;

/// <summary>What is told of signed papers beside the reports.</summary>
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
