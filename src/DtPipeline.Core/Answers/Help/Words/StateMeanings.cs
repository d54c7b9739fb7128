using DtPipeline.Answers.Views;

namespace DtPipeline.Answers.Help.Words;

/// <summary>How a report stands, and how an assigned task does.</summary>
internal static class StateMeanings
{
    public static readonly IReadOnlyList<Explained> Reports =
    [
        Report(ViewClass.Expected, "Hạn nộp chưa qua và chưa nhận được số liệu nào dùng được.", "The due day has not passed, and nothing that can be used has come."),
        Report(ViewClass.OnTime, "Tệp đầu tiên được chấp nhận đến trong hạn, kể cả trong ngày hạn nộp.", "The first file that was accepted came in time; the due day itself is in time."),
        Report(ViewClass.Late, "Tệp đầu tiên được chấp nhận đến sau hạn nộp. Tệp gửi trước đó mà không lưu được số liệu nào thì không tính.", "The first file that was accepted came after the due day. A file before it of which nothing could be stored does not count."),
        Report(ViewClass.Nil, "Cơ quan đã báo cáo rằng mọi chỉ tiêu bắt buộc của kỳ đều không phát sinh. Đây là một câu trả lời.", "The body has said of all that is required that there is nothing to report. That is an answer."),
        Report(ViewClass.Faulty, "Đã nhận tệp nhưng không lưu được số liệu nào; cơ quan phải sửa và gửi lại.", "A file came, and nothing of it could be stored; it has to be mended and sent again."),
        Report(ViewClass.Missing, "Đã quá hạn nộp mà chưa nhận được gì, hoặc mọi số liệu đã bị rút lại.", "The due day has passed and nothing has come, or all of it was taken back."),
        Report(ViewClass.Exempt, "Cơ quan được miễn báo cáo này nên không tính vào các tỷ lệ.", "The body need not send this report, and is in none of the rates."),
        Report(ViewClass.Incomplete, "Đứng bên cạnh trạng thái: đã nhận báo cáo nhưng còn thiếu chỉ tiêu bắt buộc.", "Stands beside the state: the report is accepted, and something that is required is still missing."),
    ];

    public static readonly IReadOnlyList<Explained> Tasks =
    [
        Task(ViewClass.Assigned, "Đã giao, chưa có báo cáo tiến độ, hoặc tiến độ còn bằng không.", "Assigned, and nothing of it is done as far as anybody has said."),
        Task(ViewClass.InProgress, "Đã báo cáo tiến độ, chưa hoàn thành.", "Some of it is done."),
        Task(ViewClass.DueSoon, "Sắp đến hạn mà chưa hoàn thành.", "The due day is near, and it is not done."),
        Task(ViewClass.Overdue, "Đã quá hạn mà chưa hoàn thành.", "The due day has passed, and it is not done."),
        Task(ViewClass.Done, "Đã hoàn thành trong hạn.", "Done in time."),
        Task(ViewClass.DoneLate, "Đã hoàn thành, nhưng sau hạn.", "Done, after the due day."),
    ];

    private static Explained Report(ViewClass word, string vi, string en) => Explained.Of("state", word, vi, en);

    private static Explained Task(ViewClass word, string vi, string en) => Explained.Of("task", word, vi, en);
}
