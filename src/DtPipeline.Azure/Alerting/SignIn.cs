using Microsoft.Extensions.Configuration;

namespace DtPipeline.Azure.Alerting;

/// <summary>Who deals with an alert. A name is believed only from the platform's sign-in; on one machine, where only that machine can ask, the request may say it.</summary>
public sealed class SignIn(IConfiguration configuration)
{
    /// <summary>Of a name, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>Header that App Service sets once somebody is signed in, and removes from what a caller sends, but only where its sign-in is on.</summary>
    public const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    // Both are set by the platform alone.
    private const string IsOnSetting = "WEBSITE_AUTH_ENABLED";
    private const string SiteName = "WEBSITE_SITE_NAME";

    private bool IsOn => string.Equals(configuration[IsOnSetting], "true", StringComparison.OrdinalIgnoreCase);

    private bool IsInAzure => configuration[SiteName] is { Length: > 0 };

    /// <param name="header">As it came with the request.</param>
    /// <returns>Whether anybody may act, and the name of who is signed in; null where the request says who asks.</returns>
    public (bool MayAct, string? Name) Of(string? header) => IsOn
        ? (!string.IsNullOrWhiteSpace(header), header)
        : (!IsInAzure, null);
}
