using System.Globalization;
using DtPipeline.Core.Tests.Proofs.RoundTrip;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <summary>Tables with rows of every kind that reports have besides indicators, with figures and without.</summary>
internal static class RowTables
{
    /// <summary>The column of values.</summary>
    public const int Value = 2;

    private static readonly string[] Names =
    [
        "Số doanh nghiệp công nghệ số", "DE-08", "Số tổ công nghệ số cộng đồng", "Tổng số tổ công nghệ số cộng đồng", "Số thôn chưa có sóng", "I. Chính quyền số", "Tổng cộng", "Cộng (I + II)", "Tổng số",
        "Cộng tác viên", "Công chức được đào tạo", "Cổng dịch vụ công", "Bộ trưởng chỉ đạo", "Giám đốc Sở xác nhận", "Ngày 15 tháng 3 ban hành", "NGƯỜI LẬP BIỂU", "Hà Nội, ngày 20 tháng 6 năm 2023",
        "Nơi nhận", "KT. CHỦ TỊCH", "ZZ-999", "",
    ];

    private static readonly string[] Texts = ["", "", "-", "x", "GIÁM ĐỐC", "(Ký tên)", "khoảng 12"];

    public static Gen<HeaderTable> All =>
        from rows in Row.ListOf()
        select new HeaderTable("rows", [["STT", "Chỉ tiêu", "Thực hiện", "Ghi chú"], .. rows], [], new Dictionary<int, Meant>());

    private static Gen<WrittenCell[]> Row =>
        from name in Gen.Elements(Names)
        from ordinal in Gen.Elements("", "", "1", "a", "II")
        from figure in Gen.Choose(0, 5_000)
        from hasFigure in Gen.Elements(true, false)
        from text in Gen.Elements(Texts)
        from note in Gen.Elements("", "", "Giám đốc Sở KH&CN xác nhận", "Ngày 15 tháng 3 ban hành", "Nguyễn Văn A")
        select new WrittenCell[] { ordinal, name, hasFigure ? new WrittenCell(figure.ToString(CultureInfo.InvariantCulture), figure) : text, note };
}
