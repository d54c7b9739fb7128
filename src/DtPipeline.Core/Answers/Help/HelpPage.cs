using DtPipeline.Texts;

namespace DtPipeline.Answers.Help;

/// <summary>A page of the help, in each language under the same name.</summary>
/// <param name="Name">In its address; empty for where the help begins.</param>
/// <param name="Tab">As the pages lead to each other.</param>
internal sealed record HelpPage(string Name, Bilingual Title, Bilingual Tab)
{
    public static readonly IReadOnlyList<HelpPage> All =
    [
        new(string.Empty, new("Trợ giúp", "Help"), new("Trợ giúp", "Help")),
        new(HelpAddress.Senders, new("Hướng dẫn cho cơ quan báo cáo", "Guide for reporting bodies"), new("Cơ quan báo cáo", "Senders")),
        new(HelpAddress.Faults, new("Các lỗi trong biên nhận và cách sửa", "Faults on a receipt, and how to mend them"), new("Lỗi và cách sửa", "Faults")),
        new(HelpAddress.Codes, new("Mã cơ quan, mã chỉ tiêu", "Codes of organisations and indicators"), new("Tra mã", "Codes")),
        new(HelpAddress.Secretariat, new("Hướng dẫn cho Tổ thư ký", "Guide for the secretariat"), new("Tổ thư ký", "Secretariat")),
        new(HelpAddress.Words, new("Từ ngữ và màu sắc", "Words and colours"), new("Từ ngữ", "Words")),
    ];

    public static HelpPage? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>Within the site.</summary>
    public string AddressIn(string language) => Name.Length == 0 ? $"/help/{language}" : $"/help/{language}/{Name}";
}
