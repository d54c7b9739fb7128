using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Accounts;

/// <summary>Appends the signature to each attempt's address; the credential may have been renewed since the last one.</summary>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    private const string UnsignedQuery = "TableUnsignedQuery";

    public override void OnSendingRequest(HttpMessage message)
    {
        if (!message.TryGetProperty(UnsignedQuery, out var unsigned))
        {
            unsigned = message.Request.Uri.Query;
            message.SetProperty(UnsignedQuery, unsigned);
        }

        var query = (string?)unsigned;
        var signature = credential.Signature.TrimStart('?');
        message.Request.Uri.Query = string.IsNullOrEmpty(query) ? $"?{signature}" : $"{query}&{signature}";
    }
}
