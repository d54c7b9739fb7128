using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Alerts;

/// <summary>Adds to what is told of a file's figures that they came after their form was closed.</summary>
public static class ClosedAlerts
{
    public static IReadOnlyList<LedgerStep> Tell(IReadOnlyList<LedgerStep> steps) =>
        steps.All(s => s.AfterClosing.Count == 0) ? steps : [.. steps.Select(s => s with { Alerts = [.. s.Alerts.Select(a => Told(a, s.AfterClosing))] })];

    private static AlertTransition Told(AlertTransition alert, IReadOnlyList<Closing> closings)
    {
        var concerned = alert.Subject.Type switch
        {
            AlertType.ReportRevised => closings,
            AlertType.ReportLate => [.. closings.Where(c => c.Form == alert.Subject.Form)],
            _ => [],
        };
        return concerned.Count == 0 ? alert : alert with { Message = Told(alert.Message, concerned) };
    }

    private static Bilingual Told(Bilingual message, IReadOnlyList<Closing> closings) => new(
        $"{message.Vi} Gửi sau khi chốt số liệu ({string.Join("; ", closings.Select(c => $"{c.Form} lúc {VietnamTime.Said(c.At).Vi}"))}): số liệu đã chốt không thay đổi.",
        $"{message.En} It came after closing ({string.Join("; ", closings.Select(c => $"{c.Form} on {VietnamTime.Said(c.At).En}"))}): what was closed does not change.");
}
