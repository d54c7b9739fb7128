namespace DtPipeline.Faults;

/// <summary>Faults of the progress of an assigned task.</summary>
internal static partial class FaultKinds
{
    public static readonly FaultKind TaskNotAssigned = Warning("task.not_assigned",
        "Nhiệm vụ «{0}» không được giao cho cơ quan này; tiến độ vẫn được lưu.",
        "The task '{0}' is not assigned to this organisation; its progress is stored.")
        .Means(
            "Danh mục nhiệm vụ không giao nhiệm vụ này cho cơ quan trong kỳ báo cáo; tiến độ vẫn được lưu.",
            "The list of tasks does not assign it to the organisation in this period; the progress is stored all the same.")
        .SeenAs("T24-08")
        .MendedBy(
            "Kiểm tra mã nhiệm vụ có đúng không; nếu đúng, đề nghị ban thư ký bổ sung cơ quan vào danh mục nhiệm vụ.",
            "Check that the code is the right one; if it is, ask the secretariat to add the organisation to the list of tasks.");

    public static readonly FaultKind TaskByName = Info("task.by_name",
        "Nhiệm vụ «{0}» được nhận ra theo tên: {1}.",
        "The task '{0}' is known by its title: {1}.")
        .Means(
            "Dòng không có mã; nhiệm vụ được nhận ra theo tên.",
            "The row has no code; the task is told by its title.")
        .SeenAs("Ban hành quy chuẩn địa chỉ số quốc gia", "T24-10")
        .MendedBy(
            "Kiểm tra nhiệm vụ nhận ra có đúng không. Nên ghi mã để chắc chắn.",
            "Check that it is the right one. Write the code to be sure.");

    public static readonly FaultKind TaskNotProgress = Error("task.not_progress",
        "«{0}» không phải là tiến độ của một nhiệm vụ. Ghi số phần trăm từ 0 đến 100, hoặc «hoàn thành», «chưa thực hiện».",
        "'{0}' is no progress of a task. Write a percentage from 0 to 100, or 'hoàn thành' (completed), 'chưa thực hiện' (not started).")
        .Means(
            "Tiến độ nhiệm vụ không phải là số phần trăm, cũng không phải là từ được nhận biết.",
            "The progress of a task is neither a percentage nor one of the known words.")
        .SeenAs("đang thực hiện", "a number")
        .MendedBy(
            "Ước lượng và ghi số phần trăm, ví dụ 60; nội dung khác ghi vào cột ghi chú.",
            "Estimate it and write the percentage, for example 60; put the rest into the note.");
}
