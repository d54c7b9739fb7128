using System.Net;

namespace DtPipeline.Azure.Access;

/// <summary>Whether another site sends a request with somebody's browser, and so with their sign-in.</summary>
/// <see href="https://www.w3.org/TR/fetch-metadata/"/>
internal static class CrossSite
{
    private static readonly IReadOnlyList<string> Reading = ["GET", "HEAD", "OPTIONS"];

    /// <param name="own">Scheme, host and port of the app. A program other than a browser says neither where it is nor from where it comes, and has no sign-in of others.</param>
    public static bool Is(Asking asking, IReadOnlyList<string> own) => !Reading.Contains(asking.Method, StringComparer.OrdinalIgnoreCase)
        && (asking.FetchSite is { } site ? site is not ("same-origin" or "none") : asking.Origin is { } origin && !own.Contains(origin, StringComparer.OrdinalIgnoreCase));

    /// <summary>A page of another site can have its own name lead to this machine (DNS rebinding): then its name stands in the request.</summary>
    public static bool IsFromThisMachine(Asking asking) => asking.From is { } from && IPAddress.IsLoopback(from)
        && IsThisMachine(asking.Host)
        && (asking.Forwarded ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(IsLoopback);

    private static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopback(string forwarded) => IPEndPoint.TryParse(forwarded, out var from) && IPAddress.IsLoopback(from.Address);
}
