using DtPipeline.Answers.Models;

namespace DtPipeline.Answers.Views.Filing;

/// <summary>A file in a list.</summary>
/// <param name="Errors">How many of its faults cost something.</param>
/// <param name="Warnings">How many are to be looked at; null where its receipt alone tells.</param>
public sealed record ListedFile(string FileId, string Path, string? Organisation, string? Period, DateTimeOffset UploadedAt, string Status, int Errors, int? Warnings)
{
    public static ListedFile Of(Arrival file) => new(file.FileId, file.Path, file.Organisation, file.Period, file.UploadedAt, file.Status, file.Errors, file.Warnings);
}

/// <summary>Files that came, the newest first.</summary>
internal sealed class FileTable(ViewWriter write)
{
    public ViewTable Of(string id, string title, IReadOnlyList<ListedFile> files, string empty) => new(
        id,
        "list",
        title,
        [
            new("file", write.Of("Tệp", "File")),
            new("organisation", write.Of("Cơ quan", "Body")),
            new("period", write.Of("Kỳ", "Period")),
            new("status", write.Of("Kết quả", "Outcome"), Sort: "number"),
            new("errors", write.Of("Lỗi", "Errors"), Align: "end", Sort: "number"),
            new("warnings", write.Of("Cảnh báo", "Warnings"), Align: "end", Sort: "number"),
            new("received", write.Of("Nhận lúc", "Received"), Sort: "number"),
        ],
        [.. files.Select(Row)])
    {
        Empty = files.Count == 0 ? empty : null,
    };

    private ViewRow Row(ListedFile file)
    {
        var address = ViewAddress.Receipt(file.Path);
        return new ViewRow(
            $"{file.Path}~{file.FileId}",
            [
                ViewWriter.Text(file.Path[(file.Path.LastIndexOf('/') + 1)..], address, file.Path),
                ViewWriter.Text(file.Organisation is { } organisation ? write.Organisation(organisation) : string.Empty),
                ViewWriter.Text(file.Period),
                write.State(StatusOf(file.Status), address),
                write.Number(file.Errors, address),
                file.Warnings is { } warnings ? write.Number(warnings, address) : ViewWriter.Text(null),
                write.MomentCell(file.UploadedAt),
            ])
        {
            Href = address,
        };
    }

    public static ViewClass StatusOf(string status) => ViewClass.Named(status) ?? ViewClass.Rejected;
}
