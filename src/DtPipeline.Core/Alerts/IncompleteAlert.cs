using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>
/// A report of which something is accepted and something that its form requires is missing after its due day. Until then a body may file in
/// parts: its receipts say what is missing. It becomes worse as the alert of a report that is not there at all does, which gives way to it.
/// </summary>
internal static class IncompleteAlert
{
    /// <param name="owed">As the overdue alert says it.</param>
    public static AlertCondition Of(AlertSubject subject, Obligation obligation, OwedBy owed, DateOnly today, AlertTiming timing)
    {
        var days = today.DayNumber - owed.Due.DayNumber;
        return new AlertCondition(
            subject,
            obligation is { IsIncomplete: true, Waiver: null } && days > 0,
            timing.SeverityAfter(days),
            [],
            owed.On(today),
            new Bilingual($"{owed.Who.Vi}: {owed.Thing.Vi} không còn thiếu chỉ tiêu bắt buộc.", $"{owed.Who.En}: {owed.Thing.En} no longer lacks required indicators."))
        {
            Escalation = timing.EscalationAfter(days),
            Owed = owed,
        };
    }
}
