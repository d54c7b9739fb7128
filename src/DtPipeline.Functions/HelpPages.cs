using System.Security.Cryptography;
using DtPipeline.Answers.Help;
using DtPipeline.Azure.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace DtPipeline.Functions;

/// <summary>The guides. Nobody need sign in to read how something is done: they hold nothing that anybody has reported.</summary>
public sealed class HelpPages(HelpDesk desk)
{
    /// <summary>For example <c>/help/vi/faults</c>; whoever asks for a page that is none is shown where the help begins.</summary>
    [Function(nameof(ShowHelp))]
    public async Task<IActionResult> ShowHelp(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "help/{*path}")] HttpRequest request, string? path, CancellationToken cancellationToken)
    {
        var asked = string.IsNullOrEmpty(path) ? request.Query["lang"].FirstOrDefault() ?? string.Empty : path;
        if (await desk.FindAsync(asked, cancellationToken) is { } answer)
        {
            return Shown(request.HttpContext.Response, answer);
        }

        request.HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        return Shown(request.HttpContext.Response, await desk.BeginningAsync(cancellationToken));
    }

    private static FileContentResult Shown(HttpResponse response, HelpAnswer answer)
    {
        response.Headers.ContentSecurityPolicy = answer.Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-cache";
        return new FileContentResult(answer.Content, answer.Type) { EntityTag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Content))}\"") };
    }
}
