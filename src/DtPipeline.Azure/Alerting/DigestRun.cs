using System.Globalization;
using Azure.Data.Tables;
using DtPipeline.Alerts;
using DtPipeline.Answers.Mails;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Alerting;

/// <summary>A digest as it is sent, and what the next one has to know of it.</summary>
/// <param name="Body">As text.</param>
public sealed record SentDigest(string Recipient, DateOnly Day, string Subject, string Body, DigestMemory Memory)
{
    /// <summary>The same as HTML; null where a version that wrote none has composed it.</summary>
    public string? Html { get; init; }

    internal string MailId => string.Create(CultureInfo.InvariantCulture, $"digest~{Day:yyyy-MM-dd}~{Recipient}");

    internal ComposedMail Mail => new(MailId, Recipient, Memory.At, new MailContent(Subject, Body, Html ?? string.Empty));
}

/// <summary>
/// Composes each recipient's one digest a day, of half past seven in Vietnam, and puts it into the outbox of mail. It is kept before it is sent, so
/// that a run after a crash sends the same again and not another one; days on which nothing ran are made up for by one digest that speaks of
/// all of them. One that cannot be composed keeps nobody else waiting for theirs.
/// </summary>
public sealed class DigestRun(
    StorageAccount account,
    AlertInbox inbox,
    AlertArchive archive,
    MailOutbox mails,
    CatalogueStore catalogues,
    PipelineSettings settings,
    TimeProvider clock,
    ILogger<DigestRun> logger)
{
    private const string Partition = "digest";

    // Half past seven, less what a timer may be early by.
    private static readonly TimeSpan DayBegins = new(7, 25, 0);

    /// <exception cref="InvalidOperationException">Some digests could not be composed and are due again at the next run; their recipients are named. The others are in the outbox.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("digest", _ => ComposeAsync(cancellationToken));

    private async Task ComposeAsync(CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var day = VietnamTime.DayOf(now - DayBegins);
        var marks = await MarksAsync(cancellationToken);
        var due = catalogue.Recipients.Where(r => !marks.TryGetValue(r.Code, out var mark) || mark.Day < day).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var alerts = await inbox.ListAsync(cancellationToken);
        await EachItem.RunAsync(
            "digests",
            due,
            r => r.Code,
            r => Spans.RunAsync("digest.compose", "recipient", r.Code, () => ComposeAsync(r, marks.GetValueOrDefault(r.Code), alerts, day, now, catalogue, cancellationToken)),
            cancellationToken);
    }

    private async Task ComposeAsync(
        Recipient recipient, DigestMark? mark, IReadOnlyList<InboxAlert> alerts, DateOnly day, DateTimeOffset now, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var last = await LastAsync(recipient, mark, day, cancellationToken);

        // A run before this one may have composed it and died.
        var standing = last?.Day == day ? last : null;
        if (standing is null)
        {
            var digest = Digest.Of(recipient, alerts, last?.Memory ?? DigestMemory.Nothing, now, catalogue);
            if (!digest.IsEmpty)
            {
                var content = DigestText.Of(digest, MailLinks.Of(recipient, settings.ViewOf("alerts"), settings.Help));
                standing = await archive.KeepAsync(new SentDigest(recipient.Code, day, content.Subject, content.Text, digest.Memory) { Html = content.Html }, cancellationToken);
            }
        }

        if (standing is not null)
        {
            if (settings.HasMail)
            {
                await mails.QueueAsync(standing.MailId, recipient.Code, day, [], cancellationToken);
            }

            logger.DigestComposed(recipient.Code, day);
        }

        var row = new TableEntity(Partition, recipient.Code) { ["Day"] = $"{day:O}", ["Kept"] = (standing ?? last) is { } kept ? $"{kept.Day:O}" : string.Empty };
        await account.Pending.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Looked for by its day; a store that has lost its marks, or never had them, is asked for all.</summary>
    private async Task<SentDigest?> LastAsync(Recipient recipient, DigestMark? mark, DateOnly day, CancellationToken cancellationToken)
    {
        if (mark?.Kept is not { } kept)
        {
            return await archive.LatestDigestAsync(recipient.Code, cancellationToken);
        }

        return await archive.FindDigestAsync(recipient.Code, day, cancellationToken)
            ?? (kept.Length == 0 ? null : await archive.FindDigestAsync(recipient.Code, DayIn(kept), cancellationToken));
    }

    private async Task<Dictionary<string, DigestMark>> MarksAsync(CancellationToken cancellationToken)
    {
        var rows = await account.Pending.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken);
        return rows.ToDictionary(r => r.RowKey, r => new DigestMark(DayIn(r.GetString("Day")), r.GetString("Kept")), StringComparer.Ordinal);
    }

    private static DateOnly DayIn(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    /// <param name="Day">For which a digest was looked at last.</param>
    /// <param name="Kept">The day of the last one that had something to say; empty where none had, null where nobody knows.</param>
    private sealed record DigestMark(DateOnly Day, string? Kept);
}
