namespace DtPipeline.Checking;

/// <summary>Every kind of fault that a report can have, in one place. A code never changes its meaning.</summary>
public static class FaultKinds
{
    public static readonly FaultKind PathDepth = Error("path.depth",
        "Tệp nằm sai chỗ: «{0}». Hãy đặt tệp vào thư mục {1}.",
        "The file is in the wrong place: '{0}'. Put it into the folder {1}.");

    public static readonly FaultKind PathUnsafe = Error("path.unsafe",
        "Đường dẫn «{0}» có ký tự không được phép. Tên thư mục và tên tệp không được là «.», «..» hoặc chứa ký tự điều khiển.",
        "The path '{0}' has parts that are not allowed. Folder and file names are never '.', '..' and have no control characters.");

    public static readonly FaultKind OrganisationUnknown = Error("organisation.unknown",
        "Không có cơ quan nào mang mã «{0}». Hãy dùng mã trong danh mục, ví dụ {1}.",
        "No organisation has the code '{0}'. Use a code of the catalogue, for example {1}.");

    public static readonly FaultKind OrganisationNotValid = Error("organisation.not_valid",
        "Cơ quan «{0}» không báo cáo cho kỳ này. {1}.",
        "The organisation '{0}' does not report for this period. {1}.");

    public static readonly FaultKind PeriodUnknown = Error("period.unknown",
        "Không có kỳ báo cáo «{0}». Hãy viết kỳ theo dạng {1}.",
        "There is no period '{0}'. Write the period like {1}.");

    public static readonly FaultKind PeriodNotBegun = Error("period.not_begun",
        "Kỳ «{0}» chưa bắt đầu; kỳ này bắt đầu ngày {1}.",
        "The period '{0}' has not begun; it begins on {1}.");

    public static readonly FaultKind FileEmpty = Error("file.empty",
        "Tệp rỗng. Hãy gửi lại tệp có dữ liệu.",
        "The file is empty. Send it again with its data.");

    public static readonly FaultKind FileTooLarge = Error("file.too_large",
        "Tệp có {0}, vượt giới hạn {1}. Hãy chia nhỏ tệp hoặc bỏ phần không phải số liệu.",
        "The file has {0}, more than the limit of {1}. Split it, or take out what is not data.");

    public static readonly FaultKind FileBinary = Error("file.binary",
        "Tệp là {0}, không đọc được số liệu. Hãy gửi tệp dạng {1}.",
        "The file is {0}, from which no figures can be read. Send it as {1}.");

    public static readonly FaultKind FileEncoding = Error("file.encoding",
        "Tệp không ở bảng mã UTF-8 (byte sai đầu tiên ở dòng {0}). Hãy lưu lại dưới dạng CSV UTF-8.",
        "The file is not in UTF-8 (the first wrong byte is on line {0}). Save it again as CSV UTF-8.");

    public static readonly FaultKind FileNoRows = Error("file.no_rows",
        "Tệp chỉ có dòng tiêu đề, không có dòng số liệu nào.",
        "The file has a header but no row of data.");

    public static readonly FaultKind FileNothingToStore = Error("file.nothing_to_store",
        "Mọi ô giá trị đều trống. Nếu không phát sinh số liệu, hãy ghi «không phát sinh».",
        "Every value is blank. Where there is nothing to report, write 'không phát sinh'.");

    public static readonly FaultKind FileTooManyRows = Error("file.too_many_rows",
        "Tệp có hơn {1} dòng; các dòng từ {0} trở đi không được đọc.",
        "The file has more than {1} rows; those from row {0} on are not read.");

    public static readonly FaultKind FileTextEncoding = Info("file.text_encoding",
        "Tệp dùng bảng mã {0}; nội dung đã được đọc và chuyển sang Unicode.",
        "The file is in the encoding {0}; it was read and converted to Unicode.");

    public static readonly FaultKind FileCorrupt = Error("file.corrupt",
        "Tệp {0} bị hỏng, không đọc được. Hãy mở tệp, lưu lại rồi gửi lại.",
        "The {0} file is damaged and cannot be read. Open it, save it again and send it again.");

    public static readonly FaultKind FileEncrypted = Error("file.encrypted",
        "Tệp {0} được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.",
        "The {0} file is protected by a password. Take the password off and send it again.");

    public static readonly FaultKind FileMacros = Error("file.macros",
        "Bảng tính có macro ({0}) nên không được nhận. Hãy lưu dưới dạng .xlsx rồi gửi lại.",
        "The workbook has macros ({0}) and is not taken. Save it as .xlsx and send it again.");

    public static readonly FaultKind FileBomb = Error("file.bomb",
        "Tệp nén giải nén ra quá lớn: {0}; giới hạn là {1}.",
        "The compressed file unpacks to too much: {0}; the limit is {1}.");

    public static readonly FaultKind FileDocumentType = Error("file.document_type",
        "Phần «{0}» của bảng tính khai báo kiểu tài liệu XML (DOCTYPE), điều không được phép. Hãy lưu lại bằng Excel hoặc LibreOffice.",
        "The part '{0}' of the workbook declares an XML document type (DOCTYPE), which is not allowed. Save it again with Excel or LibreOffice.");

    public static readonly FaultKind FileDeclaredSize = Error("file.declared_size",
        "Bảng tính khai báo vùng {0}, vượt giới hạn {1}. Hãy xoá các dòng và cột trống rồi lưu lại.",
        "The workbook declares the area {0}, beyond the limit of {1}. Delete empty rows and columns and save it again.");

    public static readonly FaultKind FileExternalLinks = Warning("file.external_links",
        "Bảng tính có liên kết tới tệp khác ({0}); hệ thống không mở liên kết, chỉ đọc giá trị đã lưu.",
        "The workbook links to other files ({0}); links are never followed, only the saved values are read.");

    public static readonly FaultKind FileMembers = Error("file.members",
        "Tệp nén có {0} tệp bên trong, vượt giới hạn {1}.",
        "The archive has {0} files inside, more than the limit of {1}.");

    public static readonly FaultKind FileMemberSkipped = Info("file.member_skipped",
        "Tệp «{0}» trong tệp nén là {1} nên không được đọc.",
        "The file '{0}' inside the archive is {1} and is not read.");

    public static readonly FaultKind FileJson = Error("file.json",
        "Tệp JSON sai cú pháp ở {0}.",
        "The JSON is broken at {0}.");

    public static readonly FaultKind FileJsonShape = Error("file.json_shape",
        "JSON có dạng {0}; cần có {1}.",
        "The JSON is {0}; expected {1}.");

    public static readonly FaultKind FileStrict = Error("file.strict",
        "Biểu mẫu «{0}» chỉ nhận tệp không có lỗi nào, nên không số liệu nào của tệp được lưu. Hãy sửa các lỗi khác trong danh sách rồi gửi lại.",
        "The form '{0}' takes only files without any error, so nothing of the file is stored. Correct the other faults listed and send it again.");

    public static readonly FaultKind TitleOrganisation = Error("title.organisation",
        "Tiêu đề ghi «{0}» nhưng tệp nằm trong thư mục của {1}.",
        "The title names '{0}' but the file is in the folder of {1}.");

    public static readonly FaultKind TitlePeriod = Error("title.period",
        "Tiêu đề ghi kỳ «{0}» nhưng tệp nằm trong thư mục kỳ {1}.",
        "The title names the period '{0}' but the file is in the folder of {1}.");

    public static readonly FaultKind SheetHidden = Info("sheet.hidden",
        "Trang tính ẩn «{0}» không được đọc.",
        "The hidden sheet '{0}' is not read.");

    public static readonly FaultKind SheetWithoutTable = Info("sheet.without_table",
        "Trang tính «{0}» không có bảng số liệu nên không được đọc.",
        "The sheet '{0}' has no table of figures and is not read.");

    public static readonly FaultKind RowsHidden = Info("row.hidden",
        "Có {0} dòng ẩn không được đọc.",
        "{0} hidden rows are not read.");

    public static readonly FaultKind ColumnHidden = Info("column.hidden",
        "Cột ẩn «{0}» không được đọc.",
        "The hidden column '{0}' is not read.");

    public static readonly FaultKind ColumnOtherPeriod = Info("column.other_period",
        "Cột «{0}» là của kỳ khác; chỉ số liệu kỳ {1} được đọc.",
        "The column '{0}' belongs to another period; only {1} is read.");

    public static readonly FaultKind HeaderMissing = Error("header.missing",
        "Không tìm thấy dòng tiêu đề của bảng số liệu. Cần có một dòng với cột {1}.",
        "No header row of a table was found. There must be a row with the columns {1}.");

    public static readonly FaultKind FaultsMore = Info("faults.more",
        "Còn {0} lỗi khác không được liệt kê; biên nhận liệt kê tối đa {1} lỗi.",
        "{0} more faults are not listed; a receipt lists at most {1}.");

    public static readonly FaultKind ColumnMissing = Error("column.missing",
        "Dòng tiêu đề thiếu cột «{1}»; tiêu đề đọc được: {0}.",
        "The header lacks the column '{1}'; the header read is: {0}.");

    public static readonly FaultKind ColumnRepeated = Error("column.repeated",
        "Cột «{0}» xuất hiện hai lần trong dòng tiêu đề.",
        "The column '{0}' stands twice in the header.");

    public static readonly FaultKind ColumnUnknown = Info("column.unknown",
        "Cột «{0}» không được dùng.",
        "The column '{0}' is not used.");

    public static readonly FaultKind RowFields = Error("row.fields",
        "Dòng có {0} ô nhưng tiêu đề có {1} cột. Hãy đặt ô có dấu phân cách trong dấu nháy kép.",
        "The row has {0} fields but the header has {1} columns. Put cells that contain the separator in double quotes.");

    public static readonly FaultKind RowQuotes = Error("row.quotes",
        "Dấu nháy kép trong dòng này không đúng: «{0}».",
        "The double quotes in this row are broken: '{0}'.");

    public static readonly FaultKind RowTooLong = Error("row.too_long",
        "Dòng này dài hơn {0} ký tự hoặc có hơn {1} ô, nên không được đọc.",
        "This row has more than {0} characters or more than {1} fields and is not read.");

    public static readonly FaultKind RowOrganisation = Error("row.organisation",
        "Dòng ghi cơ quan «{0}» nhưng tệp nằm trong thư mục của {1}.",
        "The row names the organisation '{0}' but the file is in the folder of {1}.");

    public static readonly FaultKind RowPeriod = Error("row.period",
        "Dòng ghi kỳ «{0}» nhưng tệp nằm trong thư mục kỳ {1}.",
        "The row names the period '{0}' but the file is in the folder of {1}.");

    public static readonly FaultKind IndicatorMissing = Error("indicator.missing",
        "Dòng không ghi mã chỉ tiêu.",
        "The row names no indicator.");

    public static readonly FaultKind IndicatorUnknown = Error("indicator.unknown",
        "Không có chỉ tiêu «{0}» trong danh mục. Hãy dùng mã như {1}.",
        "The catalogue has no indicator '{0}'. Use a code like {1}.");

    public static readonly FaultKind IndicatorFrequency = Error("indicator.frequency",
        "Chỉ tiêu «{0}» không thuộc kỳ báo cáo này; chỉ tiêu này báo cáo theo {1}.",
        "The indicator '{0}' does not belong to this period; its frequency is {1}.");

    public static readonly FaultKind IndicatorNational = Error("indicator.national",
        "Chỉ tiêu «{0}» là số liệu cấp quốc gia, các cơ quan không báo cáo.",
        "The indicator '{0}' is a national figure that organisations do not report.");

    public static readonly FaultKind IndicatorClosed = Error("indicator.closed",
        "Chỉ tiêu «{0}» đã ngừng báo cáo từ sau ngày {1}.",
        "The indicator '{0}' is no longer reported after {1}.");

    public static readonly FaultKind IndicatorNotOwed = Warning("indicator.not_owed",
        "Chỉ tiêu «{0}» không thuộc biểu mẫu nào của cơ quan này; số liệu vẫn được lưu.",
        "The indicator '{0}' is in no form of this organisation; the value is stored.");

    public static readonly FaultKind IndicatorByName = Info("indicator.by_name",
        "Chỉ tiêu «{0}» được nhận ra theo tên: {1}.",
        "The indicator '{0}' is known by its name: {1}.");

    public static readonly FaultKind IndicatorNameConflict = Error("indicator.name_conflict",
        "Mã và tên chỉ hai chỉ tiêu khác nhau: «{0}» là tên của {1}.",
        "Code and name say two different indicators: '{0}' is the name of {1}.");

    public static readonly FaultKind UnitConverted = Info("unit.converted",
        "Đơn vị «{0}» được đổi sang {1}.",
        "The unit '{0}' is converted to {1}.");

    public static readonly FaultKind UnitOther = Error("unit.other",
        "Đơn vị «{0}» khác với đơn vị của chỉ tiêu là {1}.",
        "The unit '{0}' differs from the indicator's unit, {1}.");

    public static readonly FaultKind StatusUnknown = Error("status.unknown",
        "Trạng thái «{0}» không có trong danh mục. Dùng một trong: {1}.",
        "The status '{0}' is not known. Use one of: {1}.");

    public static readonly FaultKind StatusWithValue = Error("status.with_value",
        "Dòng ghi trạng thái M (không phát sinh) nhưng lại có giá trị «{0}». Hãy bỏ một trong hai.",
        "The row has status M (nothing to report) and yet the value '{0}'. Take one of the two out.");

    public static readonly FaultKind ValueNotNumber = Error("value.not_number",
        "«{0}» không phải là số.",
        "'{0}' is not a number.");

    public static readonly FaultKind ValueAmbiguous = Error("value.ambiguous",
        "«{0}» có thể đọc theo hai cách: {1}. Hãy viết số không có dấu phân cách hàng nghìn.",
        "'{0}' can be read in two ways: {1}. Write the number without thousands separators.");

    public static readonly FaultKind ValueCellError = Error("value.cell_error",
        "Ô có lỗi Excel «{0}». Hãy sửa công thức hoặc ghi giá trị.",
        "The cell holds the Excel error '{0}'. Mend the formula or write the value.");

    public static readonly FaultKind ValueFormula = Error("value.formula",
        "Ô có công thức chưa được tính: «{0}». Hãy mở tệp bằng Excel, lưu lại, hoặc ghi giá trị.",
        "The cell's formula was never calculated: '{0}'. Open the file in Excel and save it, or write the value.");

    public static readonly FaultKind ValueDate = Error("value.date",
        "Ô chứa ngày tháng «{0}», có thể do Excel tự đổi từ số. Hãy định dạng ô là Số và ghi lại giá trị.",
        "The cell holds the date '{0}', perhaps changed from a number by Excel. Format the cell as a number and write the value again.");

    public static readonly FaultKind ValueUnitSlip = Warning("value.unit_slip",
        "«{0}» được hiểu là {1} %. Nếu là tỷ lệ (0,8 = 80 %), hãy ghi theo phần trăm.",
        "'{0}' is taken as {1} %. If it is a fraction (0.8 = 80 %), write it in percent.");

    public static readonly FaultKind ValueFractions = Info("value.fractions",
        "Mọi tỷ lệ trong cột «{0}» đều không quá 1, nên được hiểu là phân số (0,8 = 80 %).",
        "No percentage in the column '{0}' is above 1, so they are taken as fractions (0.8 = 80 %).");

    public static readonly FaultKind TextMojibake = Warning("text.mojibake",
        "Chữ «{0}» bị sai bảng mã, có lẽ là «{1}».",
        "The text '{0}' is in a wrong encoding, perhaps it is '{1}'.");

    public static readonly FaultKind ValueNotFlag = Error("value.not_flag",
        "«{0}» không phải là có hoặc không. Hãy ghi {1}.",
        "'{0}' is neither yes nor no. Write {1}.");

    public static readonly FaultKind ValueNotWhole = Error("value.not_whole",
        "«{0}» phải là số nguyên.",
        "'{0}' must be a whole number.");

    public static readonly FaultKind ValueOutOfRange = Error("value.out_of_range",
        "Giá trị «{0}» nằm ngoài khoảng cho phép: {1}.",
        "The value '{0}' is out of range: {1}.");

    public static readonly FaultKind ValueRatioMismatch = Warning("value.ratio_mismatch",
        "Giá trị «{0}» không khớp với tử số chia mẫu số, bằng {1}.",
        "The value '{0}' does not match numerator over denominator, which is {1}.");

    public static readonly FaultKind CellConflict = Error("cell.conflict",
        "Cùng một chỉ tiêu được ghi hai giá trị khác nhau: {0}. Cả hai đều không được lưu.",
        "The same indicator has two different values: {0}. Neither is stored.");

    public static readonly FaultKind CellRepeated = Info("cell.repeated",
        "Chỉ tiêu «{0}» được ghi hai lần với cùng giá trị.",
        "The indicator '{0}' stands twice with the same value.");

    public static IEnumerable<FaultKind> All => typeof(FaultKinds).GetFields().Select(f => f.GetValue(null)).OfType<FaultKind>();

    private static FaultKind Error(string code, string vi, string en) => new(code, Severity.Error, vi, en);

    private static FaultKind Warning(string code, string vi, string en) => new(code, Severity.Warning, vi, en);

    private static FaultKind Info(string code, string vi, string en) => new(code, Severity.Info, vi, en);
}
