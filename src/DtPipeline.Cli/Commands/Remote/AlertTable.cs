using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;
using DtPipeline.Texts;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary>Alerts as a table, with the names by which they are acted on.</summary>
internal static class AlertTable
{
    private static readonly Bilingual[] Columns =
    [
        new("Mức", "Severity"), new("Trạng thái", "State"), new("Ngày", "Days"), new("Cảnh báo", "Alert"), new("Nội dung", "Message"), new("Người xử lý", "With"),
    ];

    public static void Show(IReadOnlyList<FoundAlert> alerts, Screen screen, Language language, string empty) => screen.Table(
        [.. Columns.Select(c => c.In(language))],
        alerts.Select(a => new[]
        {
            SeverityOf(a.Alert.Severity).In(language), StateOf(a.Alert.State).In(language), $"{a.Alert.AgeDays}", a.Name, a.Alert.Message.In(language), a.Alert.Handling?.By,
        }),
        empty);

    public static Bilingual SeverityOf(string severity) => severity switch
    {
        "red" => new("đỏ", "red"),
        "yellow" => new("vàng", "yellow"),
        _ => new("xanh", "green"),
    };

    public static Bilingual StateOf(string state) => state switch
    {
        "acknowledged" => new("đang xử lý", "acknowledged"),
        "snoozed" => new("hoãn", "snoozed"),
        _ => new("mới", "open"),
    };
}
