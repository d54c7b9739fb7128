using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Functions.Site;

/// <summary>What a browser may do with what is served (Content Security Policy, level 3): nothing but what is named here.</summary>
internal static partial class SitePolicy
{
    /// <param name="storage">Where reports are uploaded to, straight from the page.</param>
    public static void ForThePage(HttpResponse response, Uri storage) => Set(
        response,
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' {storage.GetLeftPart(UriPartial.Authority)}; frame-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

    /// <summary>A document without scripts, whose styles stand in it: each of them by its hash, those of attributes too. The page shows it in a frame.</summary>
    public static void ForADocument(HttpResponse response, string html) => Set(
        response,
        $"default-src 'none'; style-src-elem {Hashes(StyleElement(), html, string.Empty)}; style-src-attr {Hashes(StyleAttribute(), html, "'unsafe-hashes' ")}; "
        + "frame-ancestors 'self'; base-uri 'none'; form-action 'none'");

    public static void ForAFile(HttpResponse response) => Set(response, "default-src 'none'; frame-ancestors 'none'");

    private static void Set(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <param name="before">What makes hashes count, where there are some.</param>
    private static string Hashes(Regex styles, string html, string before)
    {
        var hashes = styles.Matches(html).Select(m => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(WebUtility.HtmlDecode(m.Groups[1].Value))))}'").Distinct().ToList();
        return hashes.Count == 0 ? "'none'" : before + string.Join(' ', hashes);
    }

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();

    [GeneratedRegex("<[a-z][^<>]* style=\"([^\"]*)\"")]
    private static partial Regex StyleAttribute();
}
