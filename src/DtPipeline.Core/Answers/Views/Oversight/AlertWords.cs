using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>Causes and states of alerts, as a heading says them.</summary>
internal static class AlertWords
{
    public static Bilingual Cause(string type) => type switch
    {
        AlertType.ReportDueSoon => new("Sắp đến hạn nộp", "Due soon"),
        AlertType.ReportOverdue => new("Quá hạn nộp", "Overdue"),
        AlertType.ReportIncomplete => new("Thiếu chỉ tiêu bắt buộc", "Required indicators missing"),
        AlertType.ReportLate => new("Nộp muộn", "Filed late"),
        AlertType.ReportFaulty => new("Tệp có lỗi", "Faulty file"),
        AlertType.ReportRevised => new("Số liệu được sửa", "Figures revised"),
        AlertType.ValueMoved => new("Số liệu thay đổi nhiều", "Figure moved"),
        AlertType.ValueAnomaly => new("Số liệu cần kiểm tra", "Figure to be checked"),
        AlertType.TargetOffTrack => new("Chậm so với mục tiêu", "Target off track"),
        AlertType.TargetMissed => new("Không đạt mục tiêu", "Target missed"),
        AlertType.TaskDueSoon => new("Nhiệm vụ sắp đến hạn", "Task due soon"),
        AlertType.TaskOverdue => new("Nhiệm vụ quá hạn", "Task overdue"),
        AlertType.SourceFailed => new("Không lấy được dữ liệu từ nguồn", "Source failed"),
        AlertType.CatalogueFaulty => new("Danh mục có dòng sai", "Catalogue faulty"),
        AlertType.CatalogueHeld => new("Danh mục chờ xác nhận", "Catalogue waits for a word"),
        AlertType.CatalogueCorrected => new("Danh mục đã thay đổi số liệu cũ", "Past judged anew"),
        AlertType.RecipientUnreachable => new("Không gửi được thư", "Recipient unreachable"),
        AlertType.CalendarProvisional => new("Ngày nghỉ chưa công bố", "Days off not announced"),
        _ => new(type, type),
    };

    public static Bilingual State(string state) => state switch
    {
        "open" => new("chưa xử lý", "open"),
        "acknowledged" => new("đã nhận xử lý", "acknowledged"),
        "snoozed" => new("tạm gác", "snoozed"),
        _ => new(state, state),
    };
}
