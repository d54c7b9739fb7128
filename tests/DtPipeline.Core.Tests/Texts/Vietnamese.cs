using System.Text.RegularExpressions;
using DtPipeline.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Texts;

/// <summary>Vietnamese for properties: the words of the catalogue and common ones, in rows with numbers.</summary>
internal static partial class Vietnamese
{
    private const string Common =
        "của và là có không được cho trong với các những một người này đã về để từ khi ra đến cũng như vào trên năm nhiều tại theo sau " +
        "nhưng phải còn bị đó hơn làm thì đang hai do rất ngày thể nước đi việc số công nhà đầu mới qua lại bằng chỉ lên thành nơi cả " +
        "sẽ rồi hay trước nếu lớn chưa thứ tháng giờ đường tỉnh huyện xã phường quận thị trấn đồng triệu tỷ nghìn tỷ lệ phần trăm " +
        "quý báo cáo kết quả thực hiện kế hoạch ghi chú chỉ tiêu đơn vị tính giá trị lũy luỹ hoà hòa thuý thúy quỳnh khuỷu nghiêng " +
        "giếng gì giữ quyết uống yêu ướt rượu ngoằn ngoèo khuyến khích đặc biệt thẩm quyền chuyển đổi nghệ an huế đắk lắk nẵng bình " +
        "hỗ trợ mở rộng xuất khẩu nhập tiếng việt chữ viết sở ủy uỷ ban nhân dân hội đồng ngân sách hưởng lợi ổn định ít ỏi ẩm ướt ưu tiên";

    /// <summary>What people use between words and figures.</summary>
    private static readonly string[] Others = ["1.234,5", "0,8", "100%", "2025", "-", "12;34", "\"a\"", "GDP", "TT-BTTTT", "QĐ-TTg", "HĐND", "–", "“", "”", "…", "\n", ","];

    private static readonly string[] Files = ["organisations.csv", "indicators.csv", "tasks.csv", "forms.csv", "holidays.csv"];

    public static IReadOnlyList<string> Words { get; } =
        [.. Common.Split(' ').Concat(OfTheCatalogue()).SelectMany(w => new[] { w, w.ToUpperInvariant(), $"{char.ToUpperInvariant(w[0])}{w[1..]}" }).Distinct()];

    public static Gen<string> Text(int fewest, int most) =>
        from count in Gen.Choose(fewest, most)
        from words in Gen.Frequency((5, Gen.Elements(Words.AsEnumerable())), (1, Gen.Elements(Others))).ArrayOf(count)
        select string.Join(' ', words);

    private static IEnumerable<string> OfTheCatalogue() =>
        Files.SelectMany(f => Word().Matches(DefaultCatalogue.TextOf(f)!).Select(m => m.Value));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
