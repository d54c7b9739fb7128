using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace DtPipeline.Azure.Telemetry;

/// <summary>Who sends to Application Insights, from the settings that the Functions host reads itself.</summary>
public static class TelemetryIdentity
{
    /// <summary>Without it nothing is exported.</summary>
    public const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary><c>ClientId=…;Authorization=AAD</c>; without <c>ClientId</c> the identity of the function app itself.</summary>
    public const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <returns>Null where the setting is missing: then Application Insights must take the connection string alone.</returns>
    /// <exception cref="InvalidOperationException">The setting says something else.</exception>
    public static TokenCredential? From(IConfiguration configuration)
    {
        if (configuration[Authentication] is not { Length: > 0 } text)
        {
            return null;
        }

        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2))
            .ToLookup(p => p[0], p => p.ElementAtOrDefault(1) ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        if (parts["Authorization"].FirstOrDefault() != "AAD")
        {
            throw new InvalidOperationException(
                $"The setting {Authentication} is '{text}': set it to ClientId=…;Authorization=AAD with the client id of a user-assigned identity, or to Authorization=AAD.");
        }

        return new ManagedIdentityCredential(
            parts["ClientId"].FirstOrDefault() is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
    }
}
