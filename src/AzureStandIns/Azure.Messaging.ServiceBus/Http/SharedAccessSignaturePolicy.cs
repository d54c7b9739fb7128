using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>Signs each try with a token that a named key makes for the whole namespace.</summary>
internal sealed class SharedAccessSignaturePolicy(Uri endpoint, string keyName, string key, TimeProvider clock)
    : HttpPipelineSynchronousPolicy
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(20);

    public override void OnSendingRequest(HttpMessage message)
        => message.Request.Headers.SetValue("Authorization", Token());

    internal string Token()
    {
        var resource = Uri.EscapeDataString(endpoint.AbsoluteUri);
        var expires = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{resource}\n{expires}"));

        return $"SharedAccessSignature sr={resource}&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}"
            + $"&se={expires}&skn={Uri.EscapeDataString(keyName)}";
    }
}
