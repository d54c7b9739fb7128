namespace DtPipeline.Faults;

/// <summary>Faults of where a file lies: its organisation and period.</summary>
internal static partial class FaultKinds
{
    public static readonly FaultKind PathDepth = Error("path.depth",
        "Tệp nằm sai chỗ: «{0}». Hãy đặt tệp vào thư mục {1}.",
        "The file is in the wrong place: '{0}'. Put it into the folder {1}.")
        .Means(
            "Tệp không nằm đúng ở bậc thư mục {cơ quan}/{kỳ}/{tệp}.",
            "The file does not lie at {organisation}/{period}/{file}.")
        .SeenAs("bao-cao.csv", "{organisation}/{period}/{file}")
        .MendedBy(
            "Tải tệp lên lại vào thư mục có mã cơ quan rồi mã kỳ, ví dụ P34-01/2025-Q3/bao-cao.csv.",
            "Upload the file again into a folder of the organisation's code and then the period, for example P34-01/2025-Q3/bao-cao.csv.");

    public static readonly FaultKind PathUnsafe = Error("path.unsafe",
        "Đường dẫn «{0}» có ký tự không được phép. Tên thư mục và tên tệp không được là «.», «..» hoặc chứa ký tự điều khiển.",
        "The path '{0}' has parts that are not allowed. Folder and file names are never '.', '..' and have no control characters.")
        .Means(
            "Đường dẫn có phần không được phép, như «..», dấu gạch chéo ngược hoặc ký tự điều khiển.",
            "The path has parts that are not allowed, such as '..', a backslash or control characters.")
        .SeenAs("P34-01/../bao-cao.csv", "{organisation}/{period}/{file}")
        .MendedBy(
            "Đổi tên tệp hoặc thư mục, chỉ dùng chữ, số, dấu gạch và dấu chấm, rồi tải lên lại.",
            "Rename the file or folder with letters, digits, dashes and dots only, and upload it again.");

    public static readonly FaultKind OrganisationUnknown = Error("organisation.unknown",
        "Không có cơ quan nào mang mã «{0}». Hãy dùng mã trong danh mục, ví dụ {1}.",
        "No organisation has the code '{0}'. Use a code of the catalogue, for example {1}.")
        .Means(
            "Thư mục thứ nhất không phải là mã của cơ quan nào trong danh mục.",
            "The first folder is not the code of any organisation of the catalogue.")
        .SeenAs("HANOI", "P34-01, MOF")
        .MendedBy(
            "Dùng đúng mã cơ quan được cấp làm tên thư mục.",
            "Name the folder with the code that the organisation was given.");

    public static readonly FaultKind OrganisationNotValid = Error("organisation.not_valid",
        "Cơ quan «{0}» không báo cáo cho kỳ này. {1}.",
        "The organisation '{0}' does not report for this period. {1}.")
        .Means(
            "Vào ngày cuối của kỳ, cơ quan này chưa thành lập hoặc đã được sáp nhập.",
            "On the last day of the period the organisation does not exist: not yet, or no longer.")
        .SeenAs("P63-01", "2008-08-01 – 2025-06-30 → P34-01")
        .MendedBy(
            "Từ ngày sáp nhập, cơ quan kế thừa báo cáo bằng mã của mình; với các kỳ trước đó, dùng mã cũ.",
            "From the merger on the successor reports under its own code; for earlier periods use the old code.");

    public static readonly FaultKind PeriodUnknown = Error("period.unknown",
        "Không có kỳ báo cáo «{0}». Hãy viết kỳ theo dạng {1}.",
        "There is no period '{0}'. Write the period like {1}.")
        .Means(
            "Thư mục thứ hai không phải là một kỳ báo cáo.",
            "The second folder is not a reporting period.")
        .SeenAs("quy-2-2024", "2024-06, 2024-Q2, 2024-S1, 2024")
        .MendedBy(
            "Viết kỳ theo mã: tháng 2024-06, quý 2024-Q2, sáu tháng 2024-S1, năm 2024.",
            "Write the period as a code: month 2024-06, quarter 2024-Q2, half-year 2024-S1, year 2024.");

    public static readonly FaultKind PeriodNotBegun = Error("period.not_begun",
        "Kỳ «{0}» chưa bắt đầu; kỳ này bắt đầu ngày {1}.",
        "The period '{0}' has not begun; it begins on {1}.")
        .Means(
            "Báo cáo được gửi cho một kỳ còn ở tương lai.",
            "The report is for a period that lies in the future.")
        .SeenAs("2026-Q1", "2026-01-01")
        .MendedBy(
            "Kiểm tra lại năm và kỳ trong tên thư mục.",
            "Check the year and period in the folder's name.");
}
