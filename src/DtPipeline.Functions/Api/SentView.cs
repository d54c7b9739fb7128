using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using DtPipeline.Answers.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DtPipeline.Functions.Api;

/// <summary>A view as it is sent: with a version made of what it says, so that a page asks again for nothing where nothing has changed.</summary>
internal sealed class SentView(byte[] content, string type, string? fileName) : IActionResult
{
    public static IActionResult Json(ViewModel model) => new SentView(JsonSerializer.SerializeToUtf8Bytes(model, Azure.Storage.Json.Options), "application/json; charset=utf-8", null);

    public static IActionResult Csv(ViewModel model) => new SentView(ViewCsv.Of(model), ViewCsv.Type, $"{model.View.Replace('/', '-')}.csv");

    public static string LanguageOf(HttpRequest request) => request.Query["lang"] == "en" ? "en" : "vi";

    public static IReadOnlyDictionary<string, string> QueryOf(HttpRequest request) => request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, max-age=0, must-revalidate";
        response.Headers.Vary = "Cookie, DtPipeline-As";
        if (request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = type;
        if (fileName is not null)
        {
            response.Headers.ContentDisposition = new ContentDisposition { FileName = fileName, DispositionType = DispositionTypeNames.Attachment }.ToString();
        }

        await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
    }
}
