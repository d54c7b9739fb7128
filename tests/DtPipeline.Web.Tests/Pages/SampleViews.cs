using System.Globalization;
using System.Text.Json;
using DtPipeline.Answers.Views;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>A small view of each kind, with every state that a view can have: what the page is tried with where it does not matter how a view was made.</summary>
internal static class SampleViews
{
    /// <summary>Every class of the server with a drawing of its own, in the order of the legend.</summary>
    public static readonly IReadOnlyList<LegendEntry> Legend =
    [
        new("red", "●", "đỏ"), new("yellow", "▲", "vàng"), new("green", "◇", "xanh"), new("missing", "○", "chưa nộp"), new("faulty", "✗", "có lỗi"), new("incomplete", "½", "thiếu chỉ tiêu"),
        new("late", "◐", "nộp muộn"), new("on_time", "✓", "đúng hạn"), new("nil", "–", "không phát sinh"), new("expected", "…", "chưa đến hạn"), new("exempt", "/", "miễn"),
        new("missed", "☆", "không đạt"), new("off_track", "↘", "chậm"), new("at_risk", "→", "có nguy cơ"), new("on_track", "↗", "đúng tiến độ"), new("met", "★", "đạt"),
        new("uncertain", "?", "chưa chắc"), new("not_comparable", "≠", "không so sánh được"),
    ];

    private static readonly string[] Names = ["Hà Nội", "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Cao Bằng", "Vĩnh Long"];

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly ViewTable Alerts = new(
        "alerts", "list", "Cần xử lý", [new("severity", "Mức"), new("organisation", "Cơ quan"), new("alert", "Cảnh báo"), new("since", "Từ ngày", Sort: "number"), new("by", "Người xử lý")],
        [
            .. Names.Select((name, i) => new ViewRow($"P34-{i:00}/report.overdue~2025-08~P34-{i:00}",
            [
                Cell(i < 8 ? 0 : 1), new(name), new("Báo cáo tháng quá hạn 5 ngày (hạn 15/09/2025)") { Title = "Đã nhắc ngày 12/09/2025" }, new("16/09/2025") { Value = i }, new(string.Empty),
            ]) { Group = i < 8 ? "overdue" : "anomaly", Actions = i < 8 ? ["acknowledge", "snooze"] : ["acknowledge", "confirm"] }),
        ])
    {
        Groups = [new("overdue", "Báo cáo tháng của địa phương: quá hạn", 8, "red", "●"), new("anomaly", "Số liệu cần kiểm tra", 4, "yellow", "▲")],
        Actions = [new("acknowledge", "Ghi nhận", false, false), new("snooze", "Hoãn", false, true), new("confirm", "Xác nhận số liệu", true, false)],
    };

    private static readonly ViewTable Matrix = new(
        "matrix", "matrix", "Cơ quan và kỳ",
        [new("organisation", "Cơ quan"), .. new[] { "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3" }.Select(p => new ViewColumn(p, p, Align: "center") { Href = $"/compliance?form=PROV-Q&period={p}" })],
        [.. Names.Select((name, i) => new ViewRow($"P34-{i:00}", [new(name), .. Enumerable.Range(0, 5).Select(j => Cell(3 + (((i * 5) + j) % 8)) with { Href = $"/compliance/PROV-Q/2025-Q3/P34-{i:00}" })]))]);

    private static readonly ViewTable Owed = new(
        "owed", "list", "Cần nộp", [new("organisation", "Cơ quan"), new("period", "Kỳ"), new("due", "Hạn nộp"), new("state", "Trạng thái")],
        [.. new[] { "2025-Q3", "2025-09" }.Select(p => new ViewRow($"P34-96/{p}/PROV-Q", [new("Cà Mau"), new(p), new("25/09/2025"), Cell(9)]))]);

    private static readonly ViewTable Faults = new(
        "faults", "list", "Lỗi", [new("cell", "Ô"), new("found", "Ghi là"), new("message", "Cần sửa")],
        [new("1", [new("F7"), new("khoảng 38"), new("Không phải là số. Hãy ghi một số, ví dụ 38,5.") { Class = "error", Mark = "‼" }])]);

    private static readonly ViewTable Sheet = new(
        "sheet", "sheet", "Trang tính «Báo cáo»", [new("row", string.Empty, Sort: "none"), .. "ABC".Select(c => new ViewColumn($"{c}", $"{c}", Sort: "none"))],
        [
            .. Enumerable.Range(6, 3).Select(i => new ViewRow($"{i}",
                [new($"{i}"), new("DG-05"), i == 7 ? new("khoảng 38") { Class = "error", Mark = "‼", Title = "Không phải là số." } : new("38,5"), new("%")])),
        ]);

    private static readonly ViewTable Indicators = new(
        "indicators", "list", "Chỉ tiêu", [new("indicator", "Chỉ tiêu"), new("value", "Giá trị", "%", "end", "number"), new("status", "Tiến độ")],
        [.. Enumerable.Range(1, 5).Select(i => new ViewRow($"DG-{i:00}", [new($"DG-{i:00} Hồ sơ trực tuyến toàn trình") { Href = $"/indicators/DG-{i:00}" }, new($"{40 + i},5") { Value = 40.5 + i }, Cell(10 + i)]))]);

    private static readonly IReadOnlyList<ViewModel> All =
    [
        View("today", "Hôm nay") with
        {
            Subtitle = "Thứ Hai, 22/09/2025",
            Numbers = [new("Đúng hạn", "87 %", "tăng 4 điểm so với kỳ trước", "on_time", "✓", "/compliance"), new("Đã nhận", "58/63", "5 chưa nộp", "yellow", "▲"), new("Đầy đủ", "92,5 %", "không đổi")],
            Legend = [.. Legend.Take(2)],
            Tables = [Alerts, new ViewTable("arrivals", "list", "Mới nhận", [], []) { Empty = "Chưa có tệp nào trong 24 giờ qua. Tệp gửi vào sẽ hiện ở đây." }],
        },
        View("compliance", "Tuân thủ: Báo cáo quý của địa phương") with
        {
            Subtitle = "Quý III/2025, hạn nộp 25/09/2025",
            Legend = [.. Legend.Skip(3).Take(8)],
            Filters = [new("form", "select", "Biểu", "PROV-Q", [new("PROV-Q", "Báo cáo quý"), new("PROV-M", "Báo cáo tháng")]), new("period", "select", "Kỳ", "2025-Q3", [new("2025-Q3", "Quý III/2025")])],
            Charts = [new("map", "Bản đồ ô", Map(), "matrix")],
            Tables = [Matrix],
        },
        View("indicators", "Chỉ tiêu") with { Legend = [.. Legend.Skip(11).Take(6)], Tables = [Indicators] },
        View("indicators/DG-01", "DG-01 Hồ sơ trực tuyến toàn trình") with
        {
            Filters = [new("asOf", "date", "Như đã biết đến ngày", string.Empty, []), new("as", "select", "Địa giới", "then", [new("then", "như khi đó"), new("now", "như hiện nay")])],
            Tables = [Indicators],
        },
        View("files", "Tệp") with { Empty = "Chưa có tệp nào." },
        View("files/receipt", "Đã nhận, có lỗi") with { Numbers = [new("Lỗi", "1", null, "error", "‼")], Tables = [Faults, Sheet], Links = [new("Sửa và gửi lại", "/api/v1/receipts/x.annotated.xlsx")] },
        View("tasks", "Nhiệm vụ") with { Empty = "Chưa có nhiệm vụ nào." },
        View("alerts", "Cảnh báo") with { Legend = [.. Legend.Take(2)], Tables = [Alerts] },
        View("briefs", "Bản tóm tắt") with { Empty = "Chưa có bản tóm tắt nào." },
        View("submit", "Nộp báo cáo") with { Legend = [Legend[9]], Filters = [new("organisation", "select", "Cơ quan", "P34-96", [new("P34-96", "Cà Mau")])], Tables = [Owed] },
    ];

    public static IReadOnlyList<string> Paths { get; } = [.. All.Select(v => v.Address)];

    /// <param name="path">Behind <c>api/v1/views/</c>.</param>
    public static string Json(string path) => JsonOf(All.Single(v => v.View == path));

    public static string JsonOf(ViewModel view) => JsonSerializer.Serialize(view, Web);

    public static ViewModel View(string view, string title) =>
        new(view, "vi", title, $"/{view}") { AsOf = "08:00 ngày 22/09/2025", Links = [new("Tải .csv", $"/{view}.csv?lang=vi")] };

    private static ViewCell Cell(int entry) => new(Legend[entry].Label) { Class = Legend[entry].Class, Mark = Legend[entry].Mark };

    private static string Map() => string.Concat(
    [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart chart-map\" viewBox=\"0 0 420 120\" role=\"img\" aria-label=\"Bản đồ ô\">",
        .. Names.Select((name, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"<a href=\"/compliance/PROV-Q/2025-Q3/P34-{i:00}\"><title>{name}</title><rect class=\"shape on_time\" x=\"{i % 4 * 104}\" y=\"{i / 4 * 40}\" width=\"100\" height=\"36\" fill=\"none\" stroke=\"currentColor\"/><text class=\"words\" x=\"{(i % 4 * 104) + 50}\" y=\"{(i / 4 * 40) + 22}\" text-anchor=\"middle\" font-size=\"12\">✓ {name}</text></a>")),
        "</svg>",
    ]);
}
