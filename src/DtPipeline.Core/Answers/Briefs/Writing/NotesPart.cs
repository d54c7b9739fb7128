using System.Reflection;
using DtPipeline.Answers.Briefs.Documents;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>How the figures are made, and what made them.</summary>
internal sealed class NotesPart(FigureWriter write)
{
    private static readonly string Version = typeof(NotesPart).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private BriefLanguage Language => write.Language;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Ghi chú và phương pháp", "Notes and methods"));
        foreach (var (vi, en) in Notes())
        {
            yield return new Paragraph(Language.Text(vi, en)) { IsNote = true };
        }

        yield return new Paragraph(Language.Say(
            $"Danh mục {Run.Code(write.Facts.Input.CatalogueHash)}, phiên bản {Run.Code(Version)}: cùng thời điểm, danh mục và phiên bản cho ra cùng một văn bản.",
            $"Catalogue {Run.Code(write.Facts.Input.CatalogueHash)}, version {Run.Code(Version)}: the same moment, catalogue and version give the same document."))
        { IsNote = true };
    }

    private static IEnumerable<(string Vi, string En)> Notes()
    {
        yield return (
            "Mỗi con số dẫn tới các số liệu, tệp và biên nhận làm nên nó.",
            "Every number leads to the observations, files and receipts that it is made of.");
        yield return (
            "Đã nhận: cơ quan đã gửi tệp về biểu, trên số phải nộp. Đúng hạn: tệp đầu tiên được chấp nhận đến hết ngày hạn, trên số đã đến hạn. Đầy đủ: chỉ tiêu bắt buộc đã có số liệu, trên số bắt buộc. Cơ quan được miễn không tính vào mẫu số.",
            "Received: bodies that sent a file about the form, of those who owe it. On time: the first accepted file came by the due day, of those due. Complete: required indicators with an answer, of those required. Who is exempt is in no denominator.");
        yield return (
            "Số liệu của nhóm gộp từ các cơ quan đã báo cáo theo cách tổng hợp của chỉ tiêu. Thay đổi chỉ tính trên cơ quan có số liệu ở cả hai kỳ, và không nêu khi số cơ quan đó chưa đến một nửa. Tỷ lệ thay đổi tính bằng điểm phần trăm.",
            "A group's figure is made of those who reported, by the indicator's aggregation. Its change is over those alone who gave both values, and is not stated where they are less than half. Ratios change in percentage points.");
        yield return (
            "Tình trạng so với mục tiêu: phần đường đã và sẽ đi theo dự kiến, P = (dự kiến − gốc) / (mục tiêu − gốc): đúng tiến độ từ chín mươi lăm phần trăm, có nguy cơ từ sáu mươi phần trăm, dưới đó là chậm. Dưới sáu số liệu, dự kiến kéo dài mức thay đổi bình quân và không có khoảng tin cậy; từ sáu số liệu trở lên là cách đơn giản nhất đã đoán đúng nhất trước đó. Chưa chắc: mục tiêu nằm trong khoảng tám mươi phần trăm của dự kiến.",
            "Status: the part of the way that is projected to be gone, P = (projected − base) / (target − base): on track from ninety-five percent, at risk from sixty, below that off track. Below six values the projection goes on by the mean change and has no interval; from six on it is the simplest method that would have projected best. Uncertain: the target lies within the projection's interval of eighty percent.");
        yield return (
            "Nơi khác đo bằng tốc độ tăng bình quân năm. Thống kê Canada: tốc độ đã đạt chia cho tốc độ cần có. Liên hợp quốc: phần đường sẽ đi nếu giữ tốc độ đã đạt. Cả hai không quyết định tình trạng ở đây.",
            "Others go by compound annual growth rates. Statistics Canada: the observed rate divided by the required one. United Nations: the part of the way that would be gone at the observed rate. Neither decides the status here.");
        yield return (
            "Thay đổi quan trọng (▲): một bản sửa làm đổi câu đã nói, hạng hoặc tình trạng so với mục tiêu; hai bên đều xét theo ngày của bản này.",
            "Substantial (▲): a revision by which a sentence, a rank or a status against a target is another; both sides are judged by the day of this brief.");
        yield return (
            "Số liệu cần kiểm tra: khác hẳn ít nhất bốn giá trị trước đó của chính cơ quan ấy. Đính chính: số liệu bị rút lại hoặc người gửi ghi là sai; cập nhật: số liệu mới thay số liệu cũ.",
            "Doubtful figures: quite unlike at least four values of the same body before them. A correction is a value taken back, or one whose sender says that it was wrong; a revision is new data.");
        yield return (
            "[e]: có số liệu ước tính hoặc tạm tính. [r]: có số liệu đã thay đổi kể từ bản tóm tắt trước. Dấu –: không có số liệu để tính.",
            "[e]: some of it is estimated or provisional. [r]: some of it has changed since the last brief. A dash: nothing to work it out from.");
    }
}
