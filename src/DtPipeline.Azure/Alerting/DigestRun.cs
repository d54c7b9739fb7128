using Azure.Data.Tables;
using DtPipeline.Alerts;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Alerting;

/// <summary>A digest as it was sent, and what the next one has to know of it.</summary>
public sealed record SentDigest(string Recipient, DateOnly Day, string Subject, string Body, DigestMemory Memory);

/// <summary>
/// Sends each recipient one digest a day, of half past seven in Vietnam. It is composed and kept before it is sent, so that a run after a
/// crash sends the same again and not another one; days on which nothing ran are made up for by one digest that speaks of all of them.
/// </summary>
public sealed class DigestRun(
    StorageAccount account,
    AlertInbox inbox,
    AlertArchive archive,
    AlertMail mail,
    CatalogueStore catalogues,
    PipelineSettings settings,
    TimeProvider clock,
    ILogger<DigestRun> logger)
{
    private const string Partition = "digest";

    // Half past seven, less what a timer may be early by.
    private static readonly TimeSpan DayBegins = new(7, 25, 0);

    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("digest", _ => SendAsync(cancellationToken));

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var day = VietnamTime.DayOf(now - DayBegins);
        var sent = await SentDaysAsync(cancellationToken);
        var due = new List<(Recipient Recipient, SentDigest? Last)>();
        foreach (var recipient in catalogue.Recipients.Where(r => !sent.TryGetValue(r.Code, out var last) || last < day))
        {
            due.Add((recipient, await archive.LatestDigestAsync(recipient.Code, cancellationToken)));
        }

        if (due.Count == 0)
        {
            return;
        }

        var alerts = await inbox.ListAsync(due.Min(d => d.Last?.Memory.At ?? now) - Digest.NoticesBack, cancellationToken);
        foreach (var (recipient, last) in due)
        {
            await Spans.RunAsync("digest.send", "recipient", recipient.Code, () => SendAsync(recipient, last, alerts, day, now, catalogue, cancellationToken));
        }
    }

    private async Task SendAsync(
        Recipient recipient, SentDigest? last, IReadOnlyList<InboxAlert> alerts, DateOnly day, DateTimeOffset now, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        // A run before this one may have composed it and died.
        var standing = last?.Day == day ? last : null;
        if (standing is null)
        {
            var digest = Digest.Of(recipient, alerts, last?.Memory ?? DigestMemory.Nothing, now, catalogue);
            if (!digest.IsEmpty)
            {
                var link = new Uri($"{settings.PublicUrl.TrimEnd('/')}/api/alerts");
                standing = await archive.KeepAsync(
                    new SentDigest(recipient.Code, day, DigestText.SubjectOf(digest), DigestText.BodyOf(digest, link), digest.Memory), cancellationToken);
            }
        }

        if (standing is not null)
        {
            await mail.SendAsync(recipient.Address, standing, cancellationToken);
            logger.DigestSent(recipient.Code, day);
        }

        var mark = new TableEntity(Partition, recipient.Code) { ["Day"] = $"{day:O}" };
        await account.Pending.UpsertEntityAsync(mark, TableUpdateMode.Replace, cancellationToken);
    }

    private async Task<Dictionary<string, DateOnly>> SentDaysAsync(CancellationToken cancellationToken)
    {
        var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        await foreach (var row in account.Pending.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
        {
            days[row.RowKey] = DateOnly.ParseExact(row.GetString("Day"), "O", null);
        }

        return days;
    }
}
