namespace DtPipeline.Faults;

/// <summary>Faults of a file as a whole.</summary>
internal static partial class FaultKinds
{
    public static readonly FaultKind FileEmpty = Error("file.empty",
        "Tệp rỗng. Hãy gửi lại tệp có dữ liệu.",
        "The file is empty. Send it again with its data.")
        .Means(
            "Tệp không có nội dung.",
            "The file has no content.")
        .SeenAs()
        .MendedBy(
            "Mở tệp gốc, kiểm tra có số liệu, lưu lại và gửi lại.",
            "Open the original, see that it has data, save it and send it again.");

    public static readonly FaultKind FileTooLarge = Error("file.too_large",
        "Tệp có {0}, vượt giới hạn {1}. Hãy chia nhỏ tệp hoặc bỏ phần không phải số liệu.",
        "The file has {0}, more than the limit of {1}. Split it, or take out what is not data.")
        .Means(
            "Tệp lớn hơn giới hạn nên không được đọc.",
            "The file is larger than the limit and was not read.")
        .SeenAs("31.4 MiB", "20.0 MiB")
        .MendedBy(
            "Bỏ ảnh, trang tính và phần không phải số liệu, hoặc chia tệp theo biểu rồi gửi từng tệp.",
            "Take out pictures, sheets and whatever is not data, or split it by form and send the parts.");

    public static readonly FaultKind FileErased = Error("file.erased",
        "Tệp này đã bị xoá ({0}) nên không được nhận lại. Hãy gửi báo cáo không có nội dung đó.",
        "The file was erased ({0}) and is not taken in again. Send the report without what must not be in it.")
        .Means(
            "Tệp có đúng nội dung của một tệp đã bị xoá vì có điều không được phép gửi; nội dung không được lưu.",
            "The file has the very content of one that was erased, because something in it must not be sent; it is not kept.")
        .SeenAs("số định danh cá nhân")
        .MendedBy(
            "Bỏ nội dung ấy khỏi báo cáo rồi gửi lại; số liệu của tệp đã xoá vẫn được giữ.",
            "Take it out of the report and send that; the figures of the erased file stand.");

    public static readonly FaultKind FileBinary = Error("file.binary",
        "Tệp là {0}, không đọc được số liệu. Hãy gửi tệp dạng {1}.",
        "The file is {0}, from which no figures can be read. Send it as {1}.")
        .Means(
            "Nội dung tệp không phải là một dạng báo cáo đọc được.",
            "The content is no form of report that can be read.")
        .SeenAs("RAR", "XLSX, XLS, ODS, CSV, DOCX, HTML, JSON, ZIP", wrote: "bao-cao.rar")
        .MendedBy(
            "Gửi bảng số liệu dưới dạng CSV hoặc .xlsx.",
            "Send the table of figures as CSV or .xlsx.");

    public static readonly FaultKind FileEncoding = Error("file.encoding",
        "Tệp không ở bảng mã UTF-8 (byte sai đầu tiên ở dòng {0}). Hãy lưu lại dưới dạng CSV UTF-8.",
        "The file is not in UTF-8 (the first wrong byte is on line {0}). Save it again as CSV UTF-8.")
        .Means(
            "Tệp văn bản không đọc được bằng bảng mã nào đã biết.",
            "The text is in no encoding that can be told.")
        .SeenAs("7", "UTF-8", wrote: "Tû lÖ")
        .MendedBy(
            "Trong Excel chọn Lưu thành (Save As) → CSV UTF-8, rồi gửi lại.",
            "In Excel choose Save As → CSV UTF-8 and send it again.");

    public static readonly FaultKind FileSameMoment = Warning("file.same_moment",
        "Tệp được gửi cùng lúc với «{0}» và một số ô có giá trị khác nhau, nên không rõ tệp nào mới hơn. Hãy gửi lại tệp đúng.",
        "The file was sent at the same moment as '{0}' and some cells differ, so that nobody can tell which is the younger. Send the right one again.")
        .Means(
            "Hai tệp của cùng một cơ quan và kỳ đến cùng lúc và nói khác nhau; một trong hai được giữ theo mã tệp.",
            "Two files of one organisation and period came at the same moment and disagree; which one stands is decided by their ids.")
        .SeenAs("P63-01/2023-Q2/bao-cao.csv")
        .MendedBy(
            "Kiểm tra số liệu nào đúng rồi gửi lại riêng tệp đó.",
            "See which figures are right and send that file again by itself.");

    public static readonly FaultKind FileNoRows = Error("file.no_rows",
        "Tệp chỉ có dòng tiêu đề, không có dòng số liệu nào.",
        "The file has a header but no row of data.")
        .Means(
            "Tệp chỉ có dòng tiêu đề.",
            "The file has nothing but a header.")
        .SeenAs(wrote: "indicator,value")
        .MendedBy(
            "Ghi ít nhất một dòng số liệu dưới dòng tiêu đề.",
            "Write at least one row of data below the header.");

    public static readonly FaultKind FileNothingToStore = Error("file.nothing_to_store",
        "Mọi ô giá trị đều trống. Nếu không phát sinh số liệu, hãy ghi «không phát sinh».",
        "Every value is blank. Where there is nothing to report, write 'không phát sinh'.")
        .Means(
            "Mọi dòng đều để trống giá trị nên không có gì để lưu.",
            "Every row leaves its value blank, so there is nothing to store.")
        .SeenAs(wrote: "GOV-01,-")
        .MendedBy(
            "Ghi giá trị, hoặc «không phát sinh» nếu kỳ này thật sự không có gì để báo cáo.",
            "Write the values, or 'không phát sinh' where there is really nothing to report.");

    public static readonly FaultKind FileTooManyRows = Error("file.too_many_rows",
        "Tệp có hơn {1} dòng; các dòng từ {0} trở đi không được đọc.",
        "The file has more than {1} rows; those from row {0} on are not read.")
        .Means(
            "Tệp có nhiều dòng hơn mức được đọc.",
            "The file has more rows than are read.")
        .SeenAs("100002", "100000")
        .MendedBy(
            "Chia tệp thành nhiều tệp, hoặc xoá các dòng không phải số liệu.",
            "Split the file, or delete rows that are no data.");

    public static readonly FaultKind FileTextEncoding = Info("file.text_encoding",
        "Tệp dùng bảng mã {0}; nội dung đã được đọc và chuyển sang Unicode.",
        "The file is in the encoding {0}; it was read and converted to Unicode.")
        .Means(
            "Tệp dùng bảng mã cũ, đã được chuyển sang Unicode khi đọc.",
            "The file is in an old encoding and was converted to Unicode on reading.")
        .SeenAs("TCVN3", "UTF-8")
        .MendedBy(
            "Không cần làm gì. Lần sau nên lưu dưới dạng UTF-8.",
            "Nothing needs to be done. Next time, save it as UTF-8.");

    public static readonly FaultKind FileCorrupt = Error("file.corrupt",
        "Tệp {0} bị hỏng, không đọc được. Hãy mở tệp, lưu lại rồi gửi lại.",
        "The {0} file is damaged and cannot be read. Open it, save it again and send it again.")
        .Means(
            "Tệp bị hỏng hoặc không trọn vẹn.",
            "The file is damaged or not whole.")
        .SeenAs("xlsx", "a workbook", wrote: "bao-cao.xlsx")
        .MendedBy(
            "Mở tệp gốc, lưu lại thành tệp mới và gửi tệp đó.",
            "Open the original, save it as a new file and send that one.");

    public static readonly FaultKind FileEncrypted = Error("file.encrypted",
        "Tệp {0} được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.",
        "The {0} file is protected by a password. Take the password off and send it again.")
        .Means(
            "Tệp được bảo vệ bằng mật khẩu nên không đọc được.",
            "The file is protected by a password and cannot be read.")
        .SeenAs("xlsx", "a workbook without a password", wrote: "bao-cao.xlsx")
        .MendedBy(
            "Bỏ mật khẩu: Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hoá bằng mật khẩu, xoá mật khẩu rồi lưu.",
            "Take the password off: File → Info → Protect Workbook → Encrypt with Password, clear it and save.");

    public static readonly FaultKind FileMacros = Error("file.macros",
        "Bảng tính có macro ({0}) nên không được nhận. Hãy lưu dưới dạng .xlsx rồi gửi lại.",
        "The workbook has macros ({0}) and is not taken. Save it as .xlsx and send it again.")
        .Means(
            "Bảng tính có chương trình bên trong nên không được mở.",
            "The workbook has programs inside and is not opened.")
        .SeenAs("vbaProject.bin", "a workbook without macros", wrote: "bao-cao.xlsm")
        .MendedBy(
            "Lưu thành .xlsx (Excel Workbook) và gửi tệp đó.",
            "Save it as .xlsx (Excel Workbook) and send that file.");

    public static readonly FaultKind FileBomb = Error("file.bomb",
        "Tệp nén giải nén ra quá lớn: {0}; giới hạn là {1}.",
        "The compressed file unpacks to too much: {0}; the limit is {1}.")
        .Means(
            "Tệp nén giải nén ra lớn bất thường nên không được mở.",
            "The compressed file unpacks to an abnormal size and is not opened.")
        .SeenAs("1.2 GiB", "200 MiB", wrote: "bao-cao.zip")
        .MendedBy(
            "Chỉ nén các tệp báo cáo, hoặc gửi từng tệp không nén.",
            "Compress report files only, or send them one by one uncompressed.");

    public static readonly FaultKind FileDocumentType = Error("file.document_type",
        "Phần «{0}» của bảng tính khai báo kiểu tài liệu XML (DOCTYPE), điều không được phép. Hãy lưu lại bằng Excel hoặc LibreOffice.",
        "The part '{0}' of the workbook declares an XML document type (DOCTYPE), which is not allowed. Save it again with Excel or LibreOffice.")
        .Means(
            "Một phần của bảng tính có khai báo mà Excel không bao giờ ghi, thường do phần mềm khác tạo ra.",
            "A part of the workbook has a declaration that Excel never writes, usually made by other software.")
        .SeenAs("xl/worksheets/sheet1.xml", "XML without DOCTYPE", wrote: "bao-cao.xlsx")
        .MendedBy(
            "Mở tệp bằng Excel hoặc LibreOffice, lưu thành tệp mới và gửi tệp đó.",
            "Open it in Excel or LibreOffice, save it as a new file and send that one.");

    public static readonly FaultKind FileDeclaredSize = Error("file.declared_size",
        "Bảng tính khai báo vùng {0}, vượt giới hạn {1}. Hãy xoá các dòng và cột trống rồi lưu lại.",
        "The workbook declares the area {0}, beyond the limit of {1}. Delete empty rows and columns and save it again.")
        .Means(
            "Trang tính khai báo một vùng lớn bất thường, thường do định dạng cả cột hoặc cả dòng.",
            "A sheet declares an abnormally large area, usually because whole columns or rows were formatted.")
        .SeenAs("A1:XFD1048576", "100000 rows")
        .MendedBy(
            "Chọn các dòng và cột trống sau bảng, xoá hẳn (Delete), rồi lưu lại.",
            "Select the empty rows and columns after the table, delete them and save again.");

    public static readonly FaultKind FileExternalLinks = Warning("file.external_links",
        "Bảng tính có liên kết tới tệp khác ({0}); hệ thống không mở liên kết, chỉ đọc giá trị đã lưu.",
        "The workbook links to other files ({0}); links are never followed, only the saved values are read.")
        .Means(
            "Bảng tính lấy số từ tệp khác; chỉ giá trị đã lưu trong tệp được đọc.",
            "The workbook takes figures from other files; only the values saved in it are read.")
        .SeenAs("[so-lieu-goc.xlsx]")
        .MendedBy(
            "Kiểm tra các giá trị đã lưu có đúng không. Tốt nhất là dán giá trị thay cho liên kết.",
            "Check that the saved values are right. Best paste values in place of links.");

    public static readonly FaultKind FileMembers = Error("file.members",
        "Tệp nén có {0} tệp bên trong, vượt giới hạn {1}.",
        "The archive has {0} files inside, more than the limit of {1}.")
        .Means(
            "Tệp nén chứa quá nhiều tệp.",
            "The archive holds too many files.")
        .SeenAs("250", "100", wrote: "bao-cao.zip")
        .MendedBy(
            "Chỉ để trong tệp nén các tệp báo cáo của kỳ này.",
            "Keep only this period's report files in the archive.");

    public static readonly FaultKind FileMemberSkipped = Info("file.member_skipped",
        "Tệp «{0}» trong tệp nén là {1} nên không được đọc.",
        "The file '{0}' inside the archive is {1} and is not read.")
        .Means(
            "Một tệp trong tệp nén không đọc được nên bị bỏ qua.",
            "A file inside the archive cannot be read and is passed over.")
        .SeenAs("bien-ban.pdf", "PDF")
        .MendedBy(
            "Bỏ tệp đó khỏi tệp nén, hoặc thay bằng bảng số liệu CSV hay .xlsx.",
            "Take that file out of the archive, or put a table as CSV or .xlsx in its place.");

    public static readonly FaultKind FileLitter = Info("file.litter",
        "Tệp nén có {1} tệp phụ của hệ điều hành hoặc phần mềm, đã bỏ qua: {0}.",
        "The archive has {1} files that systems or programs left in it; they are passed over: {0}.")
        .Means(
            "Tệp phụ trong tệp nén, như ._x của macOS hay ~$x của Office, không phải báo cáo.",
            "Files beside the reports, such as ._x of macOS or ~$x of Office, are no reports.")
        .SeenAs("._bao-cao.xlsx, ~$bao-cao.xlsx", "2")
        .MendedBy(
            "Không cần làm gì.",
            "Nothing needs to be done.");

    public static readonly FaultKind FilePacking = Error("file.packing",
        "Tệp được nén bằng phương pháp {0}, hệ thống không giải nén được. Hãy nén lại thành ZIP thông thường ({1}).",
        "The file is packed by {0}, which is not unpacked here. Pack it again as an ordinary ZIP ({1}).")
        .Means(
            "Phương pháp nén không phải loại mà mọi chương trình đều đọc được.",
            "The way of packing is not the one that every program can read.")
        .SeenAs("LZMA", "Deflate", wrote: "bao-cao.zip")
        .MendedBy(
            "Trong Windows: nhấn chuột phải → Gửi tới (Send to) → Thư mục nén; trong 7-Zip chọn phương pháp Deflate.",
            "In Windows: right click → Send to → Compressed folder; in 7-Zip choose the method Deflate.");

    public static readonly FaultKind FileJson = Error("file.json",
        "Tệp JSON sai cú pháp ở {0}.",
        "The JSON is broken at {0}.")
        .Means(
            "Tệp JSON viết sai cú pháp.",
            "The JSON has an error of syntax.")
        .SeenAs("line 12, column 5", "JSON")
        .MendedBy(
            "Sửa chỗ được nêu; nếu tệp do phần mềm xuất ra, báo cho người phụ trách phần mềm đó.",
            "Mend the place named; if a program wrote the file, tell whoever looks after it.");

    public static readonly FaultKind FileJsonShape = Error("file.json_shape",
        "JSON có dạng {0}; cần có {1}.",
        "The JSON is {0}; expected {1}.")
        .Means(
            "JSON đúng cú pháp nhưng không có dạng của một báo cáo.",
            "The JSON is well formed but has not the form of a report.")
        .SeenAs("a string", "an array of objects", wrote: "\"GOV-01\"")
        .MendedBy(
            "Xuất báo cáo thành một mảng các đối tượng, mỗi đối tượng một dòng số liệu.",
            "Write the report as an array of objects, one for each row of data.");

    public static readonly FaultKind FileStrict = Error("file.strict",
        "Biểu mẫu «{0}» chỉ nhận tệp không có lỗi nào, nên không số liệu nào của tệp được lưu. Hãy sửa các lỗi khác trong danh sách rồi gửi lại.",
        "The form '{0}' takes only files without any error, so nothing of the file is stored. Correct the other faults listed and send it again.")
        .Means(
            "Biểu mẫu này chỉ nhận tệp không có lỗi; tệp có lỗi nên không lưu gì.",
            "This form takes only files without errors; the file has some, so nothing is stored.")
        .SeenAs("PROV-Q", "no errors")
        .MendedBy(
            "Sửa mọi lỗi khác trong biên nhận rồi gửi lại cả tệp.",
            "Correct every other error of the receipt and send the whole file again.");
}
