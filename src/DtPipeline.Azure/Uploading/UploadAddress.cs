using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using DtPipeline.Azure.Pulling;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Uploading;

/// <summary>Addresses with a shared access signature that writes one blob and reads none: by a user delegation key, or by the account's key where the connection has one.</summary>
public sealed class UploadAddress(StorageAccount account)
{
    private static readonly TimeSpan KeyLasts = TimeSpan.FromHours(4);

    private UserDelegationKey? last;

    /// <summary>The time by which storage judges a signature, in whole seconds, also where the pipeline's own clock was moved.</summary>
    public static DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    /// <param name="from">The only IPv4 address from which it can be used; null, or another kind of address, for any.</param>
    /// <exception cref="global::Azure.RequestFailedException">Storage gives no user delegation key: the identity lacks the role Storage Blob Delegator.</exception>
    public async Task<Uri> OfAsync(BlobClient blob, DateTimeOffset until, IPAddress? from, CancellationToken cancellationToken)
    {
        var signature = new BlobSasBuilder(BlobSasPermissions.Create | BlobSasPermissions.Write, until)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
            IPRange = from is { AddressFamily: AddressFamily.InterNetwork } ? new SasIPRange(from) : default,
        };
        return blob.CanGenerateSasUri
            ? blob.GenerateSasUri(signature)
            : new BlobUriBuilder(blob.Uri) { Sas = signature.ToSasQueryParameters(await KeyAsync(until, cancellationToken), blob.AccountName) }.ToUri();
    }

    /// <param name="forwarded"><c>X-Forwarded-For</c>: what the platform itself adds stands last, whatever the caller wrote before it.</param>
    /// <returns>From where it was called; null where that is unknown, or no public IPv4 address.</returns>
    public static IPAddress? FromOf(string? forwarded) =>
        IPEndPoint.TryParse((forwarded ?? string.Empty).Split(',')[^1].Trim(), out var last) && last.AddressFamily == AddressFamily.InterNetwork && PublicAddress.Is(last.Address) ? last.Address : null;

    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (last is not { } key || key.SignedExpiresOn < until)
        {
            var lasts = Now + KeyLasts;
            key = await account.Reports.GetParentBlobServiceClient().GetUserDelegationKeyAsync(startsOn: null, lasts > until ? lasts : until, cancellationToken);
            last = key;
        }

        return key;
    }
}
