namespace DtPipeline.Faults;

/// <summary>Faults of titles, sheets, headers, columns and rows.</summary>
internal static partial class FaultKinds
{
    public static readonly FaultKind TitleOrganisation = Error("title.organisation",
        "Tiêu đề ghi «{0}» nhưng tệp nằm trong thư mục của {1}.",
        "The title names '{0}' but the file is in the folder of {1}.")
        .Means(
            "Tiêu đề của báo cáo ghi một cơ quan khác với thư mục, nên có thể tệp bị đặt nhầm chỗ.",
            "The report's title names another organisation than its folder, so the file may be misplaced.")
        .SeenAs("UBND tỉnh Bắc Ninh", "P34-01")
        .MendedBy(
            "Chuyển tệp sang thư mục của đúng cơ quan, hoặc sửa tiêu đề.",
            "Put the file into the right organisation's folder, or correct the title.");

    public static readonly FaultKind TitlePeriod = Error("title.period",
        "Tiêu đề ghi kỳ «{0}» nhưng tệp nằm trong thư mục kỳ {1}.",
        "The title names the period '{0}' but the file is in the folder of {1}.")
        .Means(
            "Tiêu đề của báo cáo ghi một kỳ khác với thư mục.",
            "The report's title names another period than its folder.")
        .SeenAs("Quý I/2024", "2024-Q2")
        .MendedBy(
            "Chuyển tệp sang thư mục của đúng kỳ, hoặc sửa tiêu đề.",
            "Put the file into the right period's folder, or correct the title.");

    public static readonly FaultKind SheetHidden = Info("sheet.hidden",
        "Trang tính ẩn «{0}» không được đọc.",
        "The hidden sheet '{0}' is not read.")
        .Means(
            "Trang tính ẩn không được đọc.",
            "A hidden sheet is not read.")
        .SeenAs("Nháp")
        .MendedBy(
            "Không cần làm gì nếu trang chỉ để nháp; nếu có số liệu cần gửi, bỏ ẩn rồi gửi lại.",
            "Nothing, if it is only a draft; if it has figures to report, unhide it and send the file again.");

    public static readonly FaultKind SheetWithoutTable = Info("sheet.without_table",
        "Trang tính «{0}» không có bảng số liệu nên không được đọc.",
        "The sheet '{0}' has no table of figures and is not read.")
        .Means(
            "Trang tính không có bảng số liệu nào nhận ra được.",
            "The sheet has no table of figures that can be recognised.")
        .SeenAs("Bìa")
        .MendedBy(
            "Không cần làm gì nếu trang là bìa hay thuyết minh; nếu có số liệu, ghi dòng tiêu đề theo mẫu.",
            "Nothing, if it is a cover or notes; if it has figures, give it a header row as in the template.");

    public static readonly FaultKind RowsHidden = Info("row.hidden",
        "Có {0} dòng ẩn không được đọc.",
        "{0} hidden rows are not read.")
        .Means(
            "Các dòng ẩn không được đọc.",
            "Hidden rows are not read.")
        .SeenAs("3")
        .MendedBy(
            "Nếu các dòng đó có số liệu cần gửi, bỏ ẩn hoặc bỏ lọc rồi gửi lại.",
            "If they have figures to report, unhide them or clear the filter and send the file again.");

    public static readonly FaultKind TextStruck = Info("text.struck",
        "Chữ hoặc số bị gạch ngang ở {0} ô không được đọc.",
        "Text that is struck out, in {0} cells, is not read.")
        .Means(
            "Chữ hoặc số bị gạch ngang được coi là không còn.",
            "What is struck out counts as not there.")
        .SeenAs("2")
        .MendedBy(
            "Không cần làm gì nếu số đã bỏ; nếu số còn dùng, bỏ gạch ngang rồi gửi lại.",
            "Nothing, if the figure was given up; if it still holds, take the line off and send the file again.");

    public static readonly FaultKind ColumnHidden = Info("column.hidden",
        "Cột ẩn «{0}» không được đọc.",
        "The hidden column '{0}' is not read.")
        .Means(
            "Cột ẩn không được đọc.",
            "A hidden column is not read.")
        .SeenAs("Luỹ kế")
        .MendedBy(
            "Nếu cột có số liệu cần gửi, bỏ ẩn rồi gửi lại.",
            "If it has figures to report, unhide it and send the file again.");

    public static readonly FaultKind ColumnOtherPeriod = Info("column.other_period",
        "Cột «{0}» là của kỳ khác; chỉ số liệu kỳ {1} được đọc.",
        "The column '{0}' belongs to another period; only {1} is read.")
        .Means(
            "Trong bảng có nhiều kỳ, chỉ cột của kỳ ở thư mục được đọc.",
            "In a table of several periods only the column of the folder's period is read.")
        .SeenAs("Quý I/2024", "2024-Q2")
        .MendedBy(
            "Không cần làm gì. Để sửa số liệu kỳ khác, gửi tệp vào thư mục của kỳ đó.",
            "Nothing needs to be done. To correct another period, send a file into that period's folder.");

    public static readonly FaultKind HeaderMissing = Error("header.missing",
        "Không tìm thấy dòng tiêu đề của bảng số liệu. Cần có một dòng với cột {1}.",
        "No header row of a table was found. There must be a row with the columns {1}.")
        .Means(
            "Không tìm thấy dòng tiêu đề của bảng số liệu.",
            "No header row of a table was found.")
        .SeenAs(expected: "indicator, value")
        .MendedBy(
            "Ghi dòng tiêu đề ngay trên bảng số liệu, với tên cột như trong mẫu.",
            "Put a header row right above the figures, with the columns named as in the template.");

    public static readonly FaultKind FaultsMore = Info("faults.more",
        "Còn {0} lỗi khác không được liệt kê; biên nhận liệt kê tối đa {1} lỗi.",
        "{0} more faults are not listed; a receipt lists at most {1}.")
        .Means(
            "Tệp có nhiều lỗi hơn mức biên nhận liệt kê.",
            "The file has more faults than a receipt lists.")
        .SeenAs("1250", "10000")
        .MendedBy(
            "Sửa các lỗi được nêu trước; thường nhiều lỗi có cùng một nguyên nhân.",
            "Correct the ones listed first; many often have one cause.");

    public static readonly FaultKind ColumnMissing = Error("column.missing",
        "Dòng tiêu đề thiếu cột «{1}»; tiêu đề đọc được: {0}.",
        "The header lacks the column '{1}'; the header read is: {0}.")
        .Means(
            "Bảng thiếu một cột bắt buộc.",
            "The table lacks a column that it must have.")
        .SeenAs("indicator,note", "value", wrote: "indicator,note")
        .MendedBy(
            "Thêm cột còn thiếu, hoặc sửa tên cột cho đúng mẫu.",
            "Add the column, or name it as the template does.");

    public static readonly FaultKind ColumnRepeated = Error("column.repeated",
        "Cột «{0}» xuất hiện hai lần trong dòng tiêu đề.",
        "The column '{0}' stands twice in the header.")
        .Means(
            "Hai cột có cùng tên nên không biết đọc cột nào.",
            "Two columns have one name, and which to read is not known.")
        .SeenAs("value", wrote: "indicator,value,value")
        .MendedBy(
            "Giữ một cột và đổi tên hoặc xoá cột kia.",
            "Keep one and rename or delete the other.");

    public static readonly FaultKind ColumnUnknown = Info("column.unknown",
        "Cột «{0}» không được dùng.",
        "The column '{0}' is not used.")
        .Means(
            "Bảng có một cột mà hệ thống không dùng.",
            "The table has a column that is not used.")
        .SeenAs("Người lập")
        .MendedBy(
            "Không cần làm gì, trừ khi tên cột bị gõ sai.",
            "Nothing needs to be done, unless its name is mistyped.");

    public static readonly FaultKind ColumnUnclear = Error("column.unclear",
        "Không rõ cột nào chứa giá trị của {1}: {0}. Hãy để một cột, hoặc ghi rõ kỳ và đơn vị ở tiêu đề.",
        "It is not clear which column holds the value of {1}: {0}. Keep one, or let the header say period and unit.")
        .Means(
            "Bảng có nhiều cột giá trị và tiêu đề không cho biết cột nào là của chỉ tiêu này.",
            "The table has several columns of values, and the header does not say which is this indicator's.")
        .SeenAs("Thực hiện / 17H30 | Thực hiện / 8H30", "DG-05")
        .MendedBy(
            "Chỉ để lại cột cần báo cáo, hoặc ghi «kỳ này», kỳ báo cáo hay đơn vị vào tiêu đề của cột đó.",
            "Keep the column to be reported, or write 'kỳ này', the period or the unit into its header.");

    public static readonly FaultKind RowPassedOver = Info("row.passed_over",
        "Dòng «{0}» có số nhưng là dòng tổng, không phải chỉ tiêu, nên không được đọc.",
        "The row '{0}' has a figure but is a total and no indicator; it is not read.")
        .Means(
            "Dòng tổng hay dòng đánh số có số liệu nhưng không phải là một chỉ tiêu.",
            "A total, or a row that numbers the columns, has a figure and is no indicator.")
        .SeenAs("Tổng cộng")
        .MendedBy(
            "Không cần làm gì. Nếu đó là một chỉ tiêu, ghi mã hoặc tên đầy đủ của chỉ tiêu.",
            "Nothing needs to be done. If it is an indicator, write its code or full name.");

    public static readonly FaultKind RowOfPart = Info("row.of_part",
        "Dòng này là của một phần («{0}») của {1}, không phải toàn bộ, nên không được đọc.",
        "This row is of a part ('{0}') of {1} and not of the whole; it is not read.")
        .Means(
            "Bảng có dòng chia theo giới tính, khu vực, … bên cạnh dòng tổng; chỉ dòng tổng được đọc.",
            "The table has rows by sex, area and the like beside the row of the whole; only the whole is read.")
        .SeenAs("Nữ", "DE-08")
        .MendedBy(
            "Không cần làm gì.",
            "Nothing needs to be done.");

    public static readonly FaultKind RowOnlyParts = Error("row.only_parts",
        "Dòng này chỉ là một phần («{0}») của {1}, và tệp không có dòng tổng. Hãy thêm dòng «Tổng số».",
        "This row is only a part ('{0}') of {1}, and the file has no row of the whole. Add the row 'Tổng số'.")
        .Means(
            "Chỉ tiêu chỉ có số liệu chia theo giới tính, khu vực, …; không phần nào là giá trị của chỉ tiêu.",
            "An indicator has figures by sex, area and the like only; none of them is the indicator's value.")
        .SeenAs("Nữ", "DE-08")
        .MendedBy(
            "Thêm một dòng có số liệu toàn bộ, ghi «Tổng số» ở cột phân tổ hoặc để trống ô đó.",
            "Add a row with the figure of the whole, with 'Tổng số' or nothing in the column of parts.");

    public static readonly FaultKind SheetOtherPeriod = Info("sheet.other_period",
        "Trang tính «{0}» là của kỳ khác; chỉ số liệu kỳ {1} được đọc.",
        "The sheet '{0}' belongs to another period; only {1} is read.")
        .Means(
            "Tệp có nhiều trang theo kỳ; chỉ trang của kỳ ở thư mục được đọc.",
            "The file has a sheet for each of several periods; only that of the folder's period is read.")
        .SeenAs("Quý II", "2024-Q3")
        .MendedBy(
            "Không cần làm gì, trừ khi tên trang tính ghi sai kỳ.",
            "Nothing needs to be done, unless the sheet's name gives a wrong period.");

    public static readonly FaultKind FileNamePeriod = Warning("file.name_period",
        "Tên «{0}» ghi một kỳ khác với thư mục kỳ {1}; số liệu vẫn được đọc theo thư mục.",
        "The name '{0}' gives another period than its folder {1}; it is read for the folder's.")
        .Means(
            "Tên tệp ghi một kỳ khác với thư mục; có thể tệp bị đặt nhầm chỗ.",
            "The file's name gives another period than its folder; it may be misplaced.")
        .SeenAs("bc-quy2-2024.xlsx", "2024-Q3")
        .MendedBy(
            "Kiểm tra xem tệp có đúng kỳ không; nếu đúng, lần sau nên đặt lại tên.",
            "Check that it is of the right period; if it is, best rename it next time.");

    public static readonly FaultKind RowFields = Error("row.fields",
        "Dòng có {0} ô nhưng tiêu đề có {1} cột. Hãy đặt ô có dấu phân cách trong dấu nháy kép.",
        "The row has {0} fields but the header has {1} columns. Put cells that contain the separator in double quotes.")
        .Means(
            "Dòng có số ô khác với số cột của tiêu đề.",
            "The row has not as many fields as the header has columns.")
        .SeenAs("3", "2", wrote: "DG-05,87,5")
        .MendedBy(
            "Đặt trong dấu nháy kép ô có dấu phẩy, ví dụ \"87,5\"; hoặc dùng dấu chấm phẩy để phân cách.",
            "Put a cell with a comma into double quotes, for example \"87,5\"; or separate by semicolons.");

    public static readonly FaultKind RowQuotes = Error("row.quotes",
        "Dấu nháy kép trong dòng này không đúng: «{0}».",
        "The double quotes in this row are broken: '{0}'.")
        .Means(
            "Dấu nháy kép mở mà không đóng, hoặc đứng sai chỗ.",
            "A double quote is opened and not closed, or stands in the wrong place.")
        .SeenAs("DG-05,\"87,5")
        .MendedBy(
            "Đóng dấu nháy kép; nháy kép bên trong ô phải viết hai lần (\"\").",
            "Close the quote; a quote inside a cell is written twice (\"\").");

    public static readonly FaultKind RowTooLong = Error("row.too_long",
        "Dòng này dài hơn {0} ký tự hoặc có hơn {1} ô, nên không được đọc.",
        "This row has more than {0} characters or more than {1} fields and is not read.")
        .Means(
            "Một dòng dài đến mức không thể là một dòng số liệu.",
            "A row is so long that it can be no row of figures.")
        .SeenAs("1,000,000", "10,000")
        .MendedBy(
            "Kiểm tra dấu nháy kép bị thiếu ở dòng này hoặc dòng trước.",
            "Look for a missing double quote in this row or the one before.");

    public static readonly FaultKind RowOrganisation = Error("row.organisation",
        "Dòng ghi cơ quan «{0}» nhưng tệp nằm trong thư mục của {1}.",
        "The row names the organisation '{0}' but the file is in the folder of {1}.")
        .Means(
            "Dòng ghi mã của cơ quan khác, nên dòng này không được lưu.",
            "The row names another organisation, so the row is not stored.")
        .SeenAs("P34-02", "P34-01")
        .MendedBy(
            "Sửa mã cơ quan, hoặc gửi dòng đó trong tệp của đúng cơ quan.",
            "Correct the code, or send the row in that organisation's own file.");

    public static readonly FaultKind RowPeriod = Error("row.period",
        "Dòng ghi kỳ «{0}» nhưng tệp nằm trong thư mục kỳ {1}.",
        "The row names the period '{0}' but the file is in the folder of {1}.")
        .Means(
            "Dòng ghi kỳ khác, nên dòng này không được lưu.",
            "The row names another period, so the row is not stored.")
        .SeenAs("2024-Q1", "2024-Q2")
        .MendedBy(
            "Sửa kỳ, hoặc gửi dòng đó vào thư mục của đúng kỳ.",
            "Correct the period, or send the row into that period's folder.");
}
