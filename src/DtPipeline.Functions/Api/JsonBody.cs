using System.Text.Json;
using DtPipeline.Functions.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace DtPipeline.Functions.Api;

/// <summary>What people ask for as JSON, of a size that such a request has.</summary>
internal static class JsonBody
{
    private const long MostBytes = 16_384;

    /// <returns>Null where the body is no such JSON, or too long, or sent in parts that do not fit together.</returns>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = MostBytes;
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(cancellationToken);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    public static ContentResult Of(BinaryData json) => new() { Content = json.ToString(), ContentType = "application/json; charset=utf-8" };

    public static DocumentResult Page(BinaryData html) => new(html.ToString());
}
