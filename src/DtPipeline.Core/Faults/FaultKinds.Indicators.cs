using DtPipeline.Texts;

namespace DtPipeline.Faults;

/// <summary>Faults of which indicator a row is of, and in which unit and status.</summary>
internal static partial class FaultKinds
{
    public static readonly FaultKind IndicatorMissing = Error("indicator.missing",
        "Dòng không ghi mã chỉ tiêu.",
        "The row names no indicator.")
        .Means(
            "Dòng có giá trị nhưng không cho biết chỉ tiêu nào.",
            "The row has a value but does not say of which indicator.")
        .SeenAs(expected: "GOV-01", wrote: ",12")
        .MendedBy(
            "Ghi mã chỉ tiêu vào dòng.",
            "Write the indicator's code into the row.");

    public static readonly FaultKind IndicatorUnknown = Error("indicator.unknown",
        "Không có chỉ tiêu «{0}» trong danh mục. Hãy dùng mã như {1}.",
        "The catalogue has no indicator '{0}'. Use a code like {1}.")
        .Means(
            "Mã hoặc tên không phải là của chỉ tiêu nào trong danh mục.",
            "The code or name belongs to no indicator of the catalogue.")
        .SeenAs("GOV-1", "GOV-01, DG-05")
        .MendedBy(
            "Đối chiếu với danh mục chỉ tiêu và ghi đúng mã.",
            "Look it up in the list of indicators and write its code.");

    public static readonly FaultKind IndicatorFrequency = Error("indicator.frequency",
        "Chỉ tiêu «{0}» không thuộc kỳ báo cáo này; chỉ tiêu này báo cáo theo {1}.",
        "The indicator '{0}' does not belong to this period; its frequency is {1}.")
        .Means(
            "Chỉ tiêu được báo cáo theo loại kỳ khác.",
            "The indicator is reported at another frequency.")
        .SeenAs("GOV-04", new Bilingual("năm", "annual"))
        .MendedBy(
            "Bỏ dòng này, và gửi chỉ tiêu đó trong báo cáo đúng loại kỳ.",
            "Take the row out, and send the indicator in a report of its own frequency.");

    public static readonly FaultKind IndicatorNational = Error("indicator.national",
        "Chỉ tiêu «{0}» là số liệu cấp quốc gia; kỳ này chỉ lấy từ: {1}.",
        "The indicator '{0}' is a national figure; for this period it is taken from {1} alone.")
        .Means(
            "Số liệu cấp quốc gia chỉ lấy từ cơ quan chủ trì của kỳ đó.",
            "A national figure is taken from its owner of the period and from nobody else.")
        .SeenAs("IN-05", new Bilingual("Bộ Khoa học và Công nghệ (MOST)", "Ministry of Science and Technology (MOST)"))
        .MendedBy(
            "Bỏ dòng này khỏi báo cáo.",
            "Take the row out of the report.");

    public static readonly FaultKind IndicatorNotBegun = Error("indicator.not_begun",
        "Chỉ tiêu «{0}» chỉ được báo cáo từ ngày {1}.",
        "The indicator '{0}' is reported only from {1} on.")
        .Means(
            "Chỉ tiêu chưa được thu thập vào kỳ này.",
            "The indicator was not reported yet in this period.")
        .SeenAs("DG-21", "2026-01-01")
        .MendedBy(
            "Bỏ dòng này; kiểm tra kỳ báo cáo có đúng không.",
            "Take the row out; check that the period is the right one.");

    public static readonly FaultKind IndicatorClosed = Error("indicator.closed",
        "Chỉ tiêu «{0}» đã ngừng báo cáo từ sau ngày {1}.",
        "The indicator '{0}' is no longer reported after {1}.")
        .Means(
            "Chỉ tiêu đã ngừng thu thập trước kỳ này.",
            "The indicator was closed before this period.")
        .SeenAs("DG-06", "2024-12-31")
        .MendedBy(
            "Bỏ dòng này; dùng chỉ tiêu thay thế nếu có.",
            "Take the row out; use the indicator that replaces it, if there is one.");

    public static readonly FaultKind IndicatorNotOwed = Warning("indicator.not_owed",
        "Chỉ tiêu «{0}» không thuộc biểu mẫu nào của cơ quan này; số liệu vẫn được lưu.",
        "The indicator '{0}' is in no form of this organisation; the value is stored.")
        .Means(
            "Cơ quan không có nghĩa vụ báo cáo chỉ tiêu này; số liệu vẫn được lưu.",
            "The organisation does not owe this indicator; the value is stored all the same.")
        .SeenAs("P06-06")
        .MendedBy(
            "Kiểm tra mã chỉ tiêu có đúng không; nếu đúng thì không cần làm gì.",
            "Check that the code is the right one; if it is, nothing needs to be done.");

    public static readonly FaultKind IndicatorByName = Info("indicator.by_name",
        "Chỉ tiêu «{0}» được nhận ra theo tên: {1}.",
        "The indicator '{0}' is known by its name: {1}.")
        .Means(
            "Dòng không có mã; chỉ tiêu được nhận ra theo tên.",
            "The row has no code; the indicator is told by its name.")
        .SeenAs("Dịch vụ công trực tuyến toàn trình", "DG-05")
        .MendedBy(
            "Kiểm tra chỉ tiêu nhận ra có đúng không. Nên ghi mã để chắc chắn.",
            "Check that it is the right one. Write the code to be sure.");

    public static readonly FaultKind IndicatorNameConflict = Error("indicator.name_conflict",
        "Mã và tên chỉ hai chỉ tiêu khác nhau: «{0}» là tên của {1}.",
        "Code and name say two different indicators: '{0}' is the name of {1}.")
        .Means(
            "Trong một dòng, mã chỉ một chỉ tiêu và tên chỉ chỉ tiêu khác.",
            "In one row the code says one indicator and the name another.")
        .SeenAs("Tỷ lệ hồ sơ trực tuyến", "DG-06")
        .MendedBy(
            "Sửa mã hoặc tên cho khớp nhau.",
            "Make code and name agree.");

    public static readonly FaultKind UnitConverted = Info("unit.converted",
        "«{0}» được đổi đơn vị thành {1}.",
        "'{0}' is converted to {1}.")
        .Means(
            "Đơn vị khác nhưng cùng loại, đã được quy đổi.",
            "The unit differs but measures the same thing, and was converted.")
        .SeenAs("tỷ đồng", "vnd_million")
        .MendedBy(
            "Kiểm tra số sau quy đổi. Nên ghi theo đơn vị của chỉ tiêu.",
            "Check the converted figure. Best write it in the indicator's own unit.");

    public static readonly FaultKind UnitOther = Error("unit.other",
        "Đơn vị «{0}» khác với đơn vị của chỉ tiêu là {1}.",
        "The unit '{0}' differs from the indicator's unit, {1}.")
        .Means(
            "Đơn vị không phải của chỉ tiêu này và không quy đổi được.",
            "The unit is not the indicator's and cannot be converted to it.")
        .SeenAs("người", "percent")
        .MendedBy(
            "Ghi giá trị theo đơn vị của chỉ tiêu trong danh mục.",
            "Write the value in the indicator's unit as the catalogue gives it.");

    public static readonly FaultKind UnitConflict = Error("unit.conflict",
        "Đơn vị «{0}» khác với đơn vị ghi ở «{1}».",
        "The unit '{0}' differs from the one given in '{1}'.")
        .Means(
            "Cột đơn vị và tên chỉ tiêu, tiêu đề cột giá trị hoặc dòng «Đơn vị tính» ghi hai đơn vị khác nhau.",
            "The column of units and the indicator's name, the header of the values or the line 'Đơn vị tính' give two different units.")
        .SeenAs("thẻ", "Số thẻ căn cước gắn chip đã cấp (nghìn thẻ)")
        .MendedBy(
            "Ghi cùng một đơn vị ở cả hai chỗ, hoặc chỉ ghi ở cột đơn vị.",
            "Write the same unit in both places, or in the column of units alone.");

    public static readonly FaultKind StatusUnknown = Error("status.unknown",
        "Trạng thái «{0}» không có trong danh mục. Dùng một trong: {1}.",
        "The status '{0}' is not known. Use one of: {1}.")
        .Means(
            "Cột trạng thái có một mã không có trong danh mục.",
            "The status column has a code that is not in the list.")
        .SeenAs("OK", "A, B, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, S, U, V, W, withdrawn")
        .MendedBy(
            "Để trống (số chính thức), hoặc ghi E (ước tính), P (sơ bộ), F (dự báo), M (không phát sinh), withdrawn (rút lại).",
            "Leave it blank (final), or write E (estimated), P (provisional), F (forecast), M (nothing to report), withdrawn.");

    public static readonly FaultKind StatusWithValue = Error("status.with_value",
        "Dòng ghi trạng thái M (không phát sinh) nhưng lại có giá trị «{0}». Hãy bỏ một trong hai.",
        "The row has status M (nothing to report) and yet the value '{0}'. Take one of the two out.")
        .Means(
            "Dòng vừa nói không phát sinh vừa có giá trị.",
            "The row says that there is nothing to report and yet gives a value.")
        .SeenAs("12", wrote: "DG-05,12,M")
        .MendedBy(
            "Bỏ chữ M nếu giá trị đúng, hoặc xoá giá trị nếu không phát sinh.",
            "Take the M out if the value is right, or the value if there is nothing to report.");
}
