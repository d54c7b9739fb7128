using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Answers.Views;
using DtPipeline.Deadlines;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Help.Words;

/// <summary>The colours of alerts, and where an alert stands.</summary>
internal static class AlertMeanings
{
    public static IReadOnlyList<Explained> Colours(AlertTiming timing) =>
    [
        Explained.Of("colour", ViewClass.Green, "Nhắc trước: sắp đến hạn. Chưa ai làm gì sai.", "A reminder: a due day is near. Nobody has done anything wrong."),
        Explained.Of("colour", ViewClass.Yellow, "Cần có người xem: quá hạn, có lỗi, số liệu thay đổi nhiều hoặc đáng ngờ.", "Somebody should look: overdue, faulty, a figure that has moved much or looks wrong."),
        Explained.Of(
            "colour",
            ViewClass.Red,
            string.Create(CultureInfo.InvariantCulture, $"Nghiêm trọng: đã quá hạn hơn {timing.RedAfterDays} ngày, hoặc một mục tiêu không đạt. Người phụ trách nhận thư điện tử ngay."),
            string.Create(CultureInfo.InvariantCulture, $"Grave: overdue for more than {timing.RedAfterDays} days, or a target was missed. Those concerned are mailed at once.")),
    ];

    public static IReadOnlyList<Explained> States { get; } = [.. Enum.GetValues<AlertState>().Select(Of)];

    private static Explained Of(AlertState state)
    {
        var (word, meaning) = state switch
        {
            AlertState.Open => (new Bilingual("đang mở", "open"), new Bilingual(
                "Chưa có ai nhận xử lý. Cảnh báo có trong bản tin mỗi sáng.", "Nobody deals with it yet. It stands in the digest of each morning.")),
            AlertState.Acknowledged => (new("đã nhận xử lý", "acknowledged"), new(
                "Có người đã nhận. Cảnh báo im lặng cho đến khi nặng hơn.", "Somebody deals with it. It is silent until it becomes worse.")),
            AlertState.Snoozed => (new("tạm gác", "snoozed"), new(
                "Im lặng đến thời điểm đã chọn, rồi mở lại.", "Silent until the moment that was chosen; then it is open again.")),
            AlertState.Confirmed => (new("đã xác nhận", "confirmed"), new(
                "Câu hỏi về số liệu đã được trả lời là số liệu đúng. Chỉ hỏi lại khi có điều mới phải hỏi.", "A question about figures was answered: they are right. It is asked again only when there is something new to ask.")),
            AlertState.Resolved => (new("đã xong", "resolved"), new(
                "Nguyên nhân không còn: báo cáo đã đến, lỗi đã sửa, nhiệm vụ đã xong. Hệ thống tự đóng.", "Its cause is gone: the report has come, the fault is mended, the task is done. The system closes it by itself.")),
            _ => (new("đã báo", "told"), new(
                "Tin báo một việc đã xảy ra; không có gì để xử lý.", "A notice of something that happened; there is nothing to deal with.")),
        };
        var code = AlertLife.NameOf(state);
        return new Explained($"alert-state.{code}", code, null, word, meaning);
    }
}
