using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Answers.Mails;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Alerting;

/// <summary>A mail as it is sent, however often it is offered.</summary>
/// <param name="At">When it was composed; its date.</param>
public sealed record ComposedMail(string Id, string Recipient, DateTimeOffset At, MailContent Content);

[JsonConverter(typeof(JsonStringEnumConverter<MailEnd>))]
public enum MailEnd
{
    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>The mail server will never take it.</summary>
    Refused,

    /// <summary>It was offered for days in vain.</summary>
    GivenUp,

    /// <summary>There was nobody to send it to any more, or nothing left to say.</summary>
    Dropped,
}

/// <summary>
/// Mails in the container <c>archive</c>: <c>mails/{recipient}/{id}</c> as composed, before it is sent for the first time, and
/// <c>mailed/{recipient}/{id}</c> what became of it. So none is sent again after it was taken, not even where the tables are lost.
/// </summary>
public sealed class MailArchive(StorageAccount account, AlertArchive digests, TimeProvider clock)
{
    public const string Composed = "mails/";
    public const string Ended = "mailed/";

    /// <returns>The mail that stands: the one given, or the one that was kept before.</returns>
    public async Task<ComposedMail> KeepAsync(ComposedMail mail, CancellationToken cancellationToken) =>
        await TryWriteAsync($"{Composed}{mail.Recipient}/{mail.Id}", BinaryData.FromObjectAsJson(mail, Json.Options), cancellationToken)
            ? mail
            : await FindAsync(mail.Recipient, mail.Id, cancellationToken) ?? throw Lacking(mail.Id);

    /// <returns>Null where it was not composed yet.</returns>
    public async Task<ComposedMail?> FindAsync(WaitingMail mail, CancellationToken cancellationToken) => mail.Day is { } day
        ? (await digests.FindDigestAsync(mail.Recipient, day, cancellationToken))?.Mail
        : await FindAsync(mail.Recipient, mail.Id, cancellationToken);

    public async Task<bool> HasEndedAsync(string recipient, string id, CancellationToken cancellationToken) =>
        await account.Archive.GetBlobClient($"{Ended}{recipient}/{id}").ExistsAsync(cancellationToken);

    public async Task EndAsync(WaitingMail mail, MailEnd end, CancellationToken cancellationToken)
    {
        var content = BinaryData.FromObjectAsJson(new { end, at = clock.GetUtcNow() }, Json.Options);
        if (!await TryWriteAsync($"{Ended}{mail.Recipient}/{mail.Id}", content, cancellationToken) && !await HasEndedAsync(mail.Recipient, mail.Id, cancellationToken))
        {
            throw Lacking(mail.Id);
        }
    }

    /// <summary>Mails composed since a moment of which nobody knows an end; digests are among them.</summary>
    public async IAsyncEnumerable<(ComposedMail Mail, DateOnly? Day)> UnendedAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ended = await NamesAsync(Ended, cancellationToken);
        foreach (var name in (await NamesAsync(Composed, cancellationToken)).Except(ended))
        {
            var slash = name.IndexOf('/', StringComparison.Ordinal);
            if (await FindAsync(name[..slash], name[(slash + 1)..], cancellationToken) is { } mail && mail.At >= since)
            {
                yield return (mail, null);
            }
        }

        await foreach (var digest in digests.DigestsAsync(since, cancellationToken))
        {
            if (digest.Mail is var mail && mail.At >= since && !ended.Contains($"{mail.Recipient}/{mail.Id}"))
            {
                yield return (mail, digest.Day);
            }
        }
    }

    private async Task<ComposedMail?> FindAsync(string recipient, string id, CancellationToken cancellationToken)
    {
        try
        {
            var content = await account.Archive.GetBlobClient($"{Composed}{recipient}/{id}").DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToObjectFromJson<ComposedMail>(Json.Options);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static InvalidOperationException Lacking(string id) => new($"The archive says that it has the mail {id} already, and has it not; it is tried again later.");

    /// <returns>False where there is one already.</returns>
    private async Task<bool> TryWriteAsync(string name, BinaryData content, CancellationToken cancellationToken)
    {
        try
        {
            await account.Archive.GetBlobClient(name).UploadAsync(content, overwrite: false, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            return false;
        }
    }

    /// <summary>Without the prefix.</summary>
    private async Task<HashSet<string>> NamesAsync(string prefix, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            names.Add(blob.Name[prefix.Length..]);
        }

        return names;
    }
}
