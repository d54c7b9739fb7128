using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Mailing;

/// <summary>
/// Puts together what each recipient is to be mailed of: all that came up at once in one mail, when no more of it comes, and each file in one of its
/// own. Only what stands in a mail is taken out of the inbox's rows, so that a crash in between loses and doubles nothing.
/// </summary>
public sealed class MailGathering(MailOutbox outbox, AlertInbox inbox, TimeProvider clock)
{
    // What fits into a property of a table (64 KiB), and what somebody reads.
    private const int MostAlerts = 150;

    public async Task RunAsync(MailWork work, CancellationToken cancellationToken)
    {
        var ready = work.Ready(clock.GetUtcNow());
        var placed = work.Mails.SelectMany(m => m.Alerts.Select(a => (m.Recipient, a.MessageId))).ToHashSet();
        var wanted = new List<(string Recipient, MailedAlert Alert)>();
        foreach (var mark in ready)
        {
            foreach (var (recipient, messageId) in await inbox.MailsOfAsync(mark.Organisation, mark.Key, cancellationToken))
            {
                wanted.Add((recipient, new MailedAlert(mark.Organisation, mark.Key, messageId)));
            }
        }

        foreach (var group in wanted.Where(w => !placed.Contains((w.Recipient, w.Alert.MessageId))).GroupBy(w => (w.Recipient, Of: FileOf(w.Alert)), w => w.Alert))
        {
            foreach (var alerts in group.OrderBy(a => a.MessageId, StringComparer.Ordinal).Chunk(MostAlerts))
            {
                if (await outbox.QueueAsync($"{alerts[0].MessageId}~{group.Key.Recipient}", group.Key.Recipient, null, alerts, cancellationToken))
                {
                    placed.UnionWith(alerts.Select(a => (group.Key.Recipient, a.MessageId)));
                }
            }
        }

        foreach (var mark in ready)
        {
            await inbox.MailedAsync(mark.Organisation, mark.Key, placed, cancellationToken);

            // What is said to be in the outbox already is looked at there by the next run, which then takes it out of the alert's row.
            if (wanted.Where(w => (w.Alert.Organisation, w.Alert.Key) == (mark.Organisation, mark.Key)).All(w => placed.Contains((w.Recipient, w.Alert.MessageId))))
            {
                await outbox.ClearAsync(mark, cancellationToken);
            }
        }
    }

    /// <summary>Null for an alert that is about no file.</summary>
    private static string? FileOf(MailedAlert alert) => AlertSubject.TypeIn(alert.Key) == AlertType.ReportFaulty ? alert.Key : null;
}
