using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DtPipeline.Functions.Site;

/// <summary>A paper as HTML, such as a brief or a receipt, with a policy of its own.</summary>
internal sealed class DocumentResult(string html) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        SitePolicy.ForADocument(response, html);
        return response.WriteAsync(html, context.HttpContext.RequestAborted);
    }
}
