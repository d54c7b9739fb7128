using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Catalogues;

/// <summary>What a column of the catalogue holds, as the workbook tells whoever writes in it.</summary>
/// <param name="Choices">The words that may stand there; none where others may.</param>
/// <param name="Refers">The sheet in whose first column the codes are that may stand there; null where others may.</param>
internal sealed record CatalogueColumn(Bilingual Means, IReadOnlyList<string> Choices, string? Refers)
{
    private static readonly string[] YesNo = ["yes", "no"];
    private static readonly string[] Frequencies = ["monthly", "quarterly", "half-year", "annual"];

    private static readonly Dictionary<string, CatalogueColumn> All = new(StringComparer.Ordinal)
    {
        ["code"] = Told("Mã: chữ không dấu, số, gạch nối; không đổi sau khi đã dùng", "Code: letters, digits, dashes; never changed once it is in use"),
        ["name_en"] = Told("Tên tiếng Anh", "Name in English"),
        ["name_vi"] = Told("Tên tiếng Việt, như trong báo cáo", "Name in Vietnamese, as reports write it"),
        ["title_en"] = Told("Tên nhiệm vụ bằng tiếng Anh", "The task in English"),
        ["title_vi"] = Told("Tên nhiệm vụ bằng tiếng Việt", "The task in Vietnamese"),
        ["valid_from"] = Told("Ngày đầu tiên có hiệu lực, như 2025-07-01; trống: từ đầu", "First day on which it holds, like 2025-07-01; blank: since ever"),
        ["valid_to"] = Told("Ngày cuối cùng có hiệu lực, như 2025-06-30; trống: không thời hạn", "Last day on which it holds, like 2025-06-30; blank: without end"),
        ["source"] = Told("Văn bản hoặc nguồn của dòng này", "The paper that the line is from"),
        ["note"] = Told("Ghi chú, không được xử lý", "A note; nothing is made of it"),
        ["unit"] = Of("Đơn vị tính; đổi đơn vị cần mã mới", "The unit; another unit needs a new code", "count", "percent", "yes_no", "score", "rank", "vnd_million", "usd_million"),
        ["organisations.csv/kind"] = Of("Loại cơ quan", "Kind of organisation", "province", "ministry", "agency"),
        ["organisations.csv/region"] = Told("Vùng, tên tiếng Anh: số liệu được tổng hợp theo vùng", "Region, in English: figures are put together by it"),
        ["region_vi"] = Told("Vùng, tên tiếng Việt", "Region, in Vietnamese"),
        ["organisations.csv/subkind"] = Told("Loại chi tiết, ví dụ city", "Finer kind, for example city"),
        ["successor_code"] = Named("organisations", "Mã cơ quan kế tục", "Code of the body that goes on with its work"),
        ["gso_code"] = Told("Mã thống kê (Tổng cục Thống kê)", "Statistical code (General Statistics Office)"),
        ["iso_3166_2"] = Told("Mã ISO 3166-2, như VN-HN", "ISO 3166-2 code, like VN-HN"),
        ["aliases"] = Told("Các tên gọi khác, cách nhau bằng dấu chấm phẩy", "Other names, between semicolons"),
        ["indicators.csv/kind"] = Of("stock: số lũy tại thời điểm; flow: số phát sinh trong kỳ; ratio: tỷ lệ; flag: có hoặc không", "stock: as of a day; flow: over a period; ratio; flag: yes or no", "stock", "flow", "ratio", "flag"),
        ["direction"] = Of("Chiều tốt lên", "Which way is better", "up", "down"),
        ["frequency"] = Of("Kỳ báo cáo", "How often it is reported", Frequencies),
        ["aggregation"] = Of("Cách tổng hợp số liệu của nhiều cơ quan", "How figures of many bodies become one", "sum", "mean", "weighted_mean", "count_yes", "max"),
        ["scope"] = Of("organisation: từng cơ quan báo cáo; national: một số liệu cho cả nước", "organisation: each body reports it; national: one figure for the country", "organisation", "national"),
        ["cumulative"] = Of("Số liệu lũy kế từ đầu năm", "Counted from the beginning of the year", YesNo),
        ["min"] = Told("Giá trị nhỏ nhất có thể", "Smallest possible value"),
        ["max"] = Told("Giá trị lớn nhất có thể", "Largest possible value"),
        ["target_value"] = Told("Mục tiêu, theo đơn vị của chỉ tiêu", "The target, in the indicator's unit"),
        ["target_due"] = Told("Ngày phải đạt mục tiêu, như 2025-12-31", "Day by which the target is due, like 2025-12-31"),
        ["move_threshold"] = Told("Mức thay đổi từ đó ban thư ký được báo: điểm cho tỷ lệ, phần trăm cho số khác", "The change from which the secretariat hears of it: points of a ratio, percent of others"),
        ["reform_method"] = Of(
            "Khi nhiều cơ quan nhập thành một, số liệu trước đó gộp thế nào: tổng, theo tử số và mẫu số, trung bình cộng, có khi mọi đơn vị đều có, không so sánh được; trống: theo cách tổng hợp",
            "Where bodies became one, how their earlier figures become its own: sum, by numerators and denominators, plain mean, yes where all said yes, not comparable; blank: as the aggregation has it",
            [.. ReformMethodText.Names]),
        ["break_from"] = Told(
            "Kỳ đầu tiên tính theo định nghĩa mới, như 2024: không so sánh với các kỳ trước; nhiều kỳ cách nhau bằng dấu chấm phẩy",
            "First period measured by a new definition, like 2024: nothing is compared with periods before it; several between semicolons"),
        ["anomaly_confidence"] = Told("Phần trăm số liệu bình thường không bị hỏi lại, từ 90 đến dưới 100; 0: không kiểm tra; trống: 99,5", "Percent of ordinary values that are not asked about, from 90 to below 100; 0: no such test; blank: 99.5"),
        ["anomaly_floor"] = Told("Độ dao động nhỏ nhất, phần trăm của mức thường có; trống: 5", "The least spread, in percent of the usual level; blank: 5"),
        ["anomaly_factor"] = Told("Gấp bao nhiêu lần, hoặc một phần mấy, mức thường có thì bị hỏi lại, từ 2; 0: không kiểm tra; trống: 4", "So many times what is usual, or such a part of it, is asked about, from 2; 0: no such test; blank: 4"),
        ["definition"] = Told("Định nghĩa", "Definition"),
        ["indicators.csv/owner"] = Told("Cơ quan cung cấp số liệu quốc gia, theo thời gian", "Who gives the national figure, by period"),
        ["owed_by"] = Told("Ai phải nộp: @provinces, @ministries, @all hoặc một mã cơ quan", "Who owes it: @provinces, @ministries, @all or one code"),
        ["forms.csv/regime"] = Named("regimes", "Chế độ báo cáo, quy định hạn nộp", "The regime that gives the due day"),
        ["owed_from"] = Told("Kỳ đầu tiên phải nộp, như 2024-Q1", "First period owed, like 2024-Q1"),
        ["owed_to"] = Told("Kỳ cuối cùng phải nộp; trống: không thời hạn", "Last period owed; blank: without end"),
        ["strict"] = Of("yes: tệp có lỗi bị từ chối cả tệp", "yes: a file with any error is kept out whole", YesNo),
        ["evidence_required"] = Of("yes: cần bản ký (PDF) kèm theo", "yes: the signed paper (PDF) is wanted beside it", YesNo),
        ["after_end"] = Of("Kỳ còn nợ khi cơ quan chấm dứt: vẫn của cơ quan đó, hoặc chuyển cho cơ quan kế tục", "What a body still owes when it ends: stays its own, or passes to its successor", "body", "successor"),
        ["level"] = Of("Ai gửi: cơ quan báo cáo, hoặc đơn vị tổng hợp", "Who sends: a body that reports, or a unit that receives the reports of others", "reporting_body", "receiving_unit"),
        ["form"] = Named("forms", "Mã biểu", "Code of the form"),
        ["indicator"] = Named("indicators", "Mã chỉ tiêu", "Code of the indicator"),
        ["required"] = Of("Chỉ tiêu bắt buộc", "A report is incomplete without it", YesNo),
        ["data_from_day"] = Told("Ngày bắt đầu chốt số liệu trong tháng", "Day of the month from which data count"),
        ["data_from_months"] = Told("Số tháng tính từ tháng đầu kỳ (-1: tháng trước)", "Months from the period's first month (-1: the month before)"),
        ["data_to_day"] = Told("Ngày chốt số liệu trong tháng", "Day of the month up to which data count"),
        ["data_to_months"] = Told("Số tháng tính từ tháng cuối kỳ", "Months from the period's last month"),
        ["due_day"] = Told("Hạn nộp: ngày trong tháng", "Due day of the month, included"),
        ["due_months"] = Told("Hạn nộp: số tháng tính từ tháng cuối kỳ", "Months from the period's last month to the due day"),
        ["roll_over"] = Of("Hạn vào ngày nghỉ: giữ nguyên, hoặc sang ngày làm việc tiếp theo", "A due day on a day off: stays, or moves to the next working day", "none", "next_working_day"),
        ["owner"] = Told("Ai được giao, như văn bản viết", "Who has the task, as the paper says"),
        ["owner_code"] = Told("Mã cơ quan hoặc nhóm được giao; cách nhau bằng dấu chấm phẩy; @unnamed: chưa nêu tên", "Codes or groups who have it, between semicolons; @unnamed: nobody yet"),
        ["assigned_on"] = Told("Ngày giao, như 2024-07-10", "Day of assignment, like 2024-07-10"),
        ["due_date"] = Told("Hạn hoàn thành; trống: không có", "Due day; blank: none"),
        ["due_included"] = Of("Hạn tính cả ngày đó", "Whether the due day is included", YesNo),
        ["due_basis"] = Told("Hạn được nêu như thế nào", "How the paper states the due day"),
        ["recurrence"] = Told("Lặp lại thế nào", "How it recurs"),
        ["date"] = Told("Ngày, như 2025-01-01", "A day, like 2025-01-01"),
        ["holidays.csv/type"] = Told("Loại ngày nghỉ", "Kind of holiday"),
        ["is_day_off"] = Of("Nghỉ hay làm việc", "Whether it is a day off", "yes", "no", "maybe"),
        ["status"] = Of("Đã công bố hay tạm tính", "Announced, or computed", "official", "estimated", "alternative"),
        ["organisation"] = Named("organisations", "Mã cơ quan", "Code of the organisation"),
        ["url"] = Told("Địa chỉ lấy báo cáo; {period} thay cho kỳ", "Where reports are fetched; {period} stands for the period"),
        ["format"] = Told("Định dạng", "Format"),
        ["schedule"] = Told("Lịch lấy, dạng NCRONTAB", "When it is asked, as NCRONTAB"),
        ["period"] = Told("Kỳ báo cáo, như 2024-Q2", "Period, like 2024-Q2"),
        ["grants.csv/kind"] = Of("extension: gia hạn; exemption: miễn nộp; closure: sẽ không nộp nữa", "extension: more time; exemption: need not be filed; closure: will not come", "extension", "exemption", "closure"),
        ["until"] = Told("Đến hết ngày, như 2024-07-31", "Up to this day, like 2024-07-31"),
        ["granted_by"] = Told("Ai quyết định", "Who granted it"),
        ["granted_on"] = Told("Ngày quyết định", "Day of the decision"),
        ["reason"] = Told("Lý do", "Reason"),
        ["name"] = Told("Tên người nhận", "Name of the recipient"),
        ["address"] = Told("Địa chỉ thư điện tử", "Mail address"),
        ["organisations"] = Told("Theo dõi những cơ quan nào: nhóm hoặc mã, cách nhau bằng dấu chấm phẩy", "Whose affairs: groups or codes, between semicolons"),
        ["forms"] = Told("Theo dõi những biểu nào; trống: tất cả", "Which forms; blank: all"),
        ["least_severity"] = Of("Mức thấp nhất được báo", "The least severity that is told", "green", "yellow", "red"),
        ["told"] = Of("first: ngay từ đầu; next: khi quá hạn lâu", "first: at once; next: when it has long been overdue", "first", "next"),
        ["view"] = Of("overseer: người theo dõi; reporter: đơn vị báo cáo", "overseer: who watches; reporter: who reports", "overseer", "reporter"),
    };

    /// <returns>Null for a column that its owner has added.</returns>
    public static CatalogueColumn? Find(string file, string column) => All.GetValueOrDefault($"{file}/{column}") ?? All.GetValueOrDefault(column);

    private static CatalogueColumn Told(string vi, string en) => new(new Bilingual(vi, en), [], null);

    private static CatalogueColumn Of(string vi, string en, params string[] choices) => new(new Bilingual(vi, en), choices, null);

    private static CatalogueColumn Named(string sheet, string vi, string en) => new(new Bilingual(vi, en), [], sheet);
}
