using DtPipeline.Azure.Serving;
using DtPipeline.Functions.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DtPipeline.Functions.Api;

/// <summary>An answer as it is sent: content, or problem details. Who has the version already of what is published is told so (304).</summary>
internal sealed class ServedResult(Served served) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (served.Content is not { } content)
        {
            await Gate.ProblemOf(served.Refusal!).WriteAsync(context.HttpContext);
            return;
        }

        if (served.Tag is { } tag)
        {
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "private, max-age=0, must-revalidate";
            if (IsKnown(request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        if (served.Type.StartsWith("text/html", StringComparison.Ordinal))
        {
            SitePolicy.ForADocument(response, content.ToString());
        }

        response.ContentType = served.Type;
        await response.Body.WriteAsync(content.ToMemory(), context.HttpContext.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
