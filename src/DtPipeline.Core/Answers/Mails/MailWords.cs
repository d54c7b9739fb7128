using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Mails;

/// <summary>Words of one language that the mails share.</summary>
internal sealed record MailWords(
    Func<Bilingual, string> In, string New, string Worse, string Open, string Handled, string Settled, string Snoozed, string More, string Red, string Yellow, string Green)
{
    public static readonly MailWords Vietnamese = new(
        b => b.Vi, "Mới", "Nặng hơn", "Còn mở", "Đã có người nhận", "Đã xong", "Tạm gác: {0}", "và {0} dòng nữa", "ĐỎ", "VÀNG", "XANH");

    public static readonly MailWords English = new(
        b => b.En, "New", "Worse", "Still open", "Being dealt with", "Settled", "Snoozed: {0}", "and {0} more", "RED", "YELLOW", "GREEN");

    /// <summary>Dark enough to be read on white.</summary>
    public MailMark MarkOf(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Red => new(Red, "#b3261e"),
        AlertSeverity.Yellow => new(Yellow, "#7a5900"),
        _ => new(Green, "#1b6b3a"),
    };
}
