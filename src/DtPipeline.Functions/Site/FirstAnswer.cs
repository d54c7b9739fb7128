using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Functions.Site;

/// <summary>The answer that the page will ask for first: named in the page's header, it comes while the script is still read, and not after it (HTML, link type <c>preload</c>).</summary>
internal static partial class FirstAnswer
{
    /// <summary>Which language was chosen in this browser; the page keeps it here for it to be known with the first request.</summary>
    public const string LanguageCookie = "language";

    private const string English = "en";

    /// <returns>A field of HTTP's <c>Link</c> (RFC 8288); null where the page might write the same address in other letters and so ask twice.</returns>
    public static string? LinkFrom(HttpRequest request)
    {
        var path = request.Path.Value?.TrimEnd('/') is { Length: > 0 } view ? view : "/today";
        var query = request.QueryString.Value?.TrimStart('?') ?? string.Empty;
        if (!Plain().IsMatch(path) || !PlainQuery().IsMatch(query))
        {
            return null;
        }

        var asked = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        var language = (asked.FirstOrDefault(p => p.StartsWith("lang=", StringComparison.Ordinal))?["lang=".Length..] ?? request.Cookies[LanguageCookie]) == English ? English : "vi";
        var parameters = asked.Where(p => !p.StartsWith("lang=", StringComparison.Ordinal)).Append($"lang={language}");
        return $"</api/v1/views{path}?{string.Join('&', parameters)}>; rel=preload; as=fetch; crossorigin";
    }

    [GeneratedRegex(@"^(?:/[A-Za-z0-9._-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // Names and values that stay as they are when they are written as a form.
    [GeneratedRegex(@"^(?:[A-Za-z0-9._-]+=[A-Za-z0-9._-]*(?:&[A-Za-z0-9._-]+=[A-Za-z0-9._-]*)*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainQuery();
}
