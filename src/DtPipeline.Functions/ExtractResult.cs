using System.Net.Mime;
using DtPipeline.Azure.Extracting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DtPipeline.Functions;

/// <summary>An extract, written as it is read. Where it cannot be made whole that is said, or the connection ends without an end: nobody takes a part for all.</summary>
internal sealed class ExtractResult(Extract extract, ExtractQuestion question) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = question.Format.Type;
        response.Headers.ContentDisposition = new ContentDisposition { FileName = question.FileName, DispositionType = DispositionTypeNames.Attachment }.ToString();
        try
        {
            await extract.WriteAsync(question, response.Body, context.HttpContext.RequestAborted);
        }
        catch (ExtractException e) when (!response.HasStarted)
        {
            response.Headers.Remove("Content-Disposition");
            response.ContentType = "text/plain; charset=utf-8";
            response.StatusCode = e.IsForNow ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status413PayloadTooLarge;
            await response.WriteAsync($"{e.Why.Vi} {e.Why.En}", context.HttpContext.RequestAborted);
        }
    }
}
