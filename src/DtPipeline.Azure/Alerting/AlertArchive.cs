using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Alerts;
using DtPipeline.Azure.Storage;
using DtPipeline.Time;

namespace DtPipeline.Azure.Alerting;

/// <param name="DeliveredAt">Of its first delivery.</param>
public sealed record ArchivedAlert(BinaryData Body, DateTimeOffset DeliveredAt);

/// <summary>
/// The part of the container <c>archive</c> from which the life of alerts can be told again: <c>alerts/{message id}</c> as delivered,
/// <c>handled/{organisation}/{time}</c> what people did with them, <c>digests/{recipient}/{day}</c> what was composed, mails and what became of them as
/// <see cref="MailArchive"/> says. What is kept first stands.
/// </summary>
public sealed class AlertArchive(StorageAccount account)
{
    private const string Alerts = "alerts/";
    private const string Handled = "handled/";
    private const string Digests = "digests/";
    private const string DeliveredAtKey = "deliveredat";

    public static bool Holds(string name) => Array.Exists([Alerts, Handled, Digests, MailArchive.Composed, MailArchive.Ended], p => name.StartsWith(p, StringComparison.Ordinal));

    /// <returns>When it was delivered first.</returns>
    public async Task<DateTimeOffset> KeepAsync(string messageId, BinaryData body, DateTimeOffset deliveredAt, CancellationToken cancellationToken)
    {
        var blob = account.Archive.GetBlobClient(Alerts + messageId);
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [DeliveredAtKey] = deliveredAt.ToString("O", CultureInfo.InvariantCulture) },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await blob.UploadAsync(body, options, cancellationToken);
            return deliveredAt;
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            // Service Bus delivers at least once.
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return TimeIn(properties.Value.Metadata);
        }
    }

    public async IAsyncEnumerable<ArchivedAlert> AlertsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Alerts, cancellationToken))
        {
            yield return new ArchivedAlert(await ReadAsync(blob.Name, cancellationToken), TimeIn(blob.Metadata));
        }
    }

    /// <summary>Of one alert, in no order.</summary>
    public async IAsyncEnumerable<ArchivedAlert> AlertsAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{Alerts}{key}~", cancellationToken))
        {
            // The key of another alert may begin with this one.
            if (blob.Name[(Alerts.Length + key.Length + 1)..].Split('~') is [var sequence, _] && int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                yield return new ArchivedAlert(await ReadAsync(blob.Name, cancellationToken), TimeIn(blob.Metadata));
            }
        }
    }

    public Task KeepAsync(Handling handling, CancellationToken cancellationToken) =>
        account.Archive.GetBlobClient($"{Handled}{handling.Organisation}/{handling.At.UtcTicks:D19}~{handling.Key}")
            .UploadAsync(BinaryData.FromObjectAsJson(handling, Json.Options), overwrite: false, cancellationToken);

    /// <summary>By organisation, each in the order of time.</summary>
    public async IAsyncEnumerable<Handling> HandlingsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, Handled, cancellationToken))
        {
            yield return (await ReadAsync(blob.Name, cancellationToken)).ToObjectFromJson<Handling>(Json.Options)!;
        }
    }

    /// <summary>Of one alert, in the order of time.</summary>
    public async IAsyncEnumerable<Handling> HandlingsAsync(string organisation, string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{Handled}{organisation}/", cancellationToken))
        {
            if (blob.Name.EndsWith($"~{key}", StringComparison.Ordinal) && (await ReadAsync(blob.Name, cancellationToken)).ToObjectFromJson<Handling>(Json.Options) is { } handling && handling.Key == key)
            {
                yield return handling;
            }
        }
    }

    /// <returns>The digest that stands: the one given, or the one that another run has kept before.</returns>
    public async Task<SentDigest> KeepAsync(SentDigest digest, CancellationToken cancellationToken)
    {
        var name = NameOf(digest.Recipient, digest.Day);
        try
        {
            await account.Archive.GetBlobClient(name).UploadAsync(BinaryData.FromObjectAsJson(digest, Json.Options), overwrite: false, cancellationToken);
            return digest;
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            return (await ReadAsync(name, cancellationToken)).ToObjectFromJson<SentDigest>(Json.Options)!;
        }
    }

    /// <returns>Null where none was kept of that day.</returns>
    public async Task<SentDigest?> FindDigestAsync(string recipient, DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(NameOf(recipient, day), cancellationToken)).ToObjectFromJson<SentDigest>(Json.Options);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Lists all that the recipient ever had: for when nobody knows the day.</summary>
    /// <returns>Null where the recipient has had none.</returns>
    public async Task<SentDigest?> LatestDigestAsync(string recipient, CancellationToken cancellationToken)
    {
        var latest = (string?)null;
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{Digests}{recipient}/", cancellationToken))
        {
            latest = blob.Name;
        }

        return latest is null ? null : (await ReadAsync(latest, cancellationToken)).ToObjectFromJson<SentDigest>(Json.Options);
    }

    /// <summary>Of the days from one on.</summary>
    public async IAsyncEnumerable<SentDigest> DigestsAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = VietnamTime.DayOf(since);
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, Digests, cancellationToken))
        {
            if (DateOnly.TryParseExact(blob.Name[(blob.Name.LastIndexOf('/') + 1)..], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= first.AddDays(-1))
            {
                yield return (await ReadAsync(blob.Name, cancellationToken)).ToObjectFromJson<SentDigest>(Json.Options)!;
            }
        }
    }

    private static string NameOf(string recipient, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Digests}{recipient}/{day:yyyy-MM-dd}");

    private static DateTimeOffset TimeIn(IDictionary<string, string> metadata) =>
        DateTimeOffset.ParseExact(metadata[DeliveredAtKey], "O", CultureInfo.InvariantCulture);

    private async Task<BinaryData> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await account.Archive.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
}
