namespace DtPipeline.Faults;

/// <summary>Faults of a value, and a cell that stands twice.</summary>
internal static partial class FaultKinds
{
    public static readonly FaultKind ValueNotNumber = Error("value.not_number",
        "«{0}» không phải là số.",
        "'{0}' is not a number.")
        .Means(
            "Ô giá trị không phải là số.",
            "The value is not a number.")
        .SeenAs("khoảng 12", "a number")
        .MendedBy(
            "Chỉ ghi số, không kèm chữ hay đơn vị; nội dung khác ghi vào cột ghi chú.",
            "Write the number alone, without words or unit; put the rest into the note.");

    public static readonly FaultKind ValueAmbiguous = Error("value.ambiguous",
        "«{0}» có thể đọc theo hai cách: {1}. Hãy viết số không có dấu phân cách hàng nghìn.",
        "'{0}' can be read in two ways: {1}. Write the number without thousands separators.")
        .Means(
            "Số có một dấu phân cách mà không rõ là hàng nghìn hay thập phân.",
            "The number has one separator that may be for thousands or decimals.")
        .SeenAs("1.234", "1.234 / 1234")
        .MendedBy(
            "Ghi 1234 nếu là một nghìn hai trăm ba mươi tư, hoặc thêm chữ số thập phân, ví dụ 1,2340.",
            "Write 1234 for one thousand two hundred and thirty-four, or one more decimal, for example 1,2340.");

    public static readonly FaultKind ValueCellError = Error("value.cell_error",
        "Ô có lỗi Excel «{0}». Hãy sửa công thức hoặc ghi giá trị.",
        "The cell holds the Excel error '{0}'. Mend the formula or write the value.")
        .Means(
            "Ô bảng tính chứa một lỗi của Excel.",
            "The cell of the workbook holds an error of Excel.")
        .SeenAs("#DIV/0!", "a number")
        .MendedBy(
            "Sửa công thức, hoặc ghi trực tiếp giá trị vào ô.",
            "Mend the formula, or write the value into the cell.");

    public static readonly FaultKind ValueFormula = Error("value.formula",
        "Ô có công thức chưa được tính: «{0}». Hãy mở tệp bằng Excel, lưu lại, hoặc ghi giá trị.",
        "The cell's formula was never calculated: '{0}'. Open the file in Excel and save it, or write the value.")
        .Means(
            "Ô có công thức nhưng tệp không lưu kết quả, thường do phần mềm khác tạo ra.",
            "The cell has a formula but the file has no result of it, usually because other software wrote it.")
        .SeenAs("=SUM(B2:B9)", "a number")
        .MendedBy(
            "Mở tệp bằng Excel, đợi tính xong, lưu lại và gửi lại.",
            "Open the file in Excel, let it calculate, save it and send it again.");

    public static readonly FaultKind ValueDate = Error("value.date",
        "Ô chứa ngày tháng «{0}», có thể do Excel tự đổi từ số. Hãy định dạng ô là Số và ghi lại giá trị.",
        "The cell holds the date '{0}', perhaps changed from a number by Excel. Format the cell as a number and write the value again.")
        .Means(
            "Ô giá trị chứa ngày tháng thay vì số.",
            "The value is a date instead of a number.")
        .SeenAs("2024-05-12", "a number", wrote: "12/5")
        .MendedBy(
            "Định dạng ô là Số (Number) rồi gõ lại giá trị.",
            "Format the cell as Number and type the value again.");

    public static readonly FaultKind ValueUnitSlip = Warning("value.unit_slip",
        "«{0}» được hiểu là {1} %. Nếu là tỷ lệ (0,8 = 80 %), hãy ghi theo phần trăm.",
        "'{0}' is taken as {1} %. If it is a fraction (0.8 = 80 %), write it in percent.")
        .Means(
            "Tỷ lệ phần trăm nhỏ bất thường, có thể đã ghi phân số thay cho phần trăm.",
            "The percentage is suspiciously small and may be a fraction.")
        .SeenAs("0,8", "0.8")
        .MendedBy(
            "Nếu là 80 %, ghi 80; nếu đúng là 0,8 % thì không cần làm gì.",
            "For 80 % write 80; if it really is 0.8 %, nothing needs to be done.");

    public static readonly FaultKind ValueFractions = Info("value.fractions",
        "Mọi tỷ lệ trong cột «{0}» đều không quá 1, nên được hiểu là phân số (0,8 = 80 %).",
        "No percentage in the column '{0}' is above 1, so they are taken as fractions (0.8 = 80 %).")
        .Means(
            "Cả cột ghi tỷ lệ dưới dạng phân số và đã được đổi sang phần trăm.",
            "The whole column gives fractions, and they were converted to percent.")
        .SeenAs("Kết quả", "percent", wrote: "0,8")
        .MendedBy(
            "Kiểm tra các giá trị đã đổi. Nên ghi theo phần trăm.",
            "Check the converted values. Best write them in percent.");

    public static readonly FaultKind TextMojibake = Warning("text.mojibake",
        "Chữ «{0}» bị sai bảng mã, có lẽ là «{1}».",
        "The text '{0}' is in a wrong encoding, perhaps it is '{1}'.")
        .Means(
            "Chữ trong ghi chú bị vỡ phông do sai bảng mã.",
            "The letters of a note are garbled by a wrong encoding.")
        .SeenAs("káº¿ hoáº¡ch", "kế hoạch")
        .MendedBy(
            "Gõ lại ghi chú và lưu tệp dưới dạng UTF-8.",
            "Type the note again and save the file as UTF-8.");

    public static readonly FaultKind ValueNotFlag = Error("value.not_flag",
        "«{0}» không phải là có hoặc không. Hãy ghi {1}.",
        "'{0}' is neither yes nor no. Write {1}.")
        .Means(
            "Chỉ tiêu có/không chỉ nhận có hoặc không.",
            "A yes-or-no indicator takes nothing but yes or no.")
        .SeenAs("đang làm", "1/0, có/không, yes/no")
        .MendedBy(
            "Ghi «có» khi đã hoàn thành, «không» khi chưa; tiến độ ghi vào cột ghi chú.",
            "Write 'có' when it is done and 'không' when not; put progress into the note.");

    public static readonly FaultKind ValueNotWhole = Error("value.not_whole",
        "«{0}» phải là số nguyên.",
        "'{0}' must be a whole number.")
        .Means(
            "Chỉ tiêu đếm chỉ nhận số nguyên.",
            "A count must be a whole number.")
        .SeenAs("12,5", "a whole number")
        .MendedBy(
            "Ghi số đếm không có phần thập phân; kiểm tra có nhầm đơn vị không.",
            "Write the count without decimals; check the unit too.");

    public static readonly FaultKind ValueOutOfRange = Error("value.out_of_range",
        "Giá trị «{0}» nằm ngoài khoảng cho phép: {1}.",
        "The value '{0}' is out of range: {1}.")
        .Means(
            "Giá trị vượt ra ngoài khoảng có thể có của chỉ tiêu.",
            "The value is beyond what the indicator can be.")
        .SeenAs("105", "0 – 100")
        .MendedBy(
            "Kiểm tra số liệu và đơn vị, rồi gửi lại.",
            "Check figure and unit, and send it again.");

    public static readonly FaultKind ValueRatioMismatch = Warning("value.ratio_mismatch",
        "Giá trị «{0}» không khớp với tử số chia mẫu số, bằng {1}.",
        "The value '{0}' does not match numerator over denominator, which is {1}.")
        .Means(
            "Tỷ lệ không bằng tử số chia mẫu số trong cùng dòng; số liệu vẫn được lưu.",
            "The percentage is not numerator over denominator of the same row; the value is stored.")
        .SeenAs("80", "75")
        .MendedBy(
            "Kiểm tra lại tỷ lệ, tử số và mẫu số.",
            "Check percentage, numerator and denominator.");

    public static readonly FaultKind CellConflict = Error("cell.conflict",
        "Cùng một chỉ tiêu được ghi hai giá trị khác nhau: {0}. Cả hai đều không được lưu.",
        "The same indicator has two different values: {0}. Neither is stored.")
        .Means(
            "Một chỉ tiêu có hai giá trị khác nhau trong cùng tệp; không giá trị nào được lưu.",
            "One indicator has two different values in the same file; neither is stored.")
        .SeenAs("12 / 15", "one value")
        .MendedBy(
            "Giữ dòng đúng và xoá dòng kia.",
            "Keep the row that is right and delete the other.");

    public static readonly FaultKind CellRepeated = Info("cell.repeated",
        "Chỉ tiêu «{0}» được ghi hai lần với cùng giá trị.",
        "The indicator '{0}' stands twice with the same value.")
        .Means(
            "Một chỉ tiêu được ghi hai lần với cùng giá trị; giá trị được lưu một lần.",
            "One indicator stands twice with the same value; it is stored once.")
        .SeenAs("DG-05")
        .MendedBy(
            "Không cần làm gì. Nên xoá dòng lặp.",
            "Nothing needs to be done. Best delete the repetition.");
}
