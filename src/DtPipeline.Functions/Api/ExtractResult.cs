using System.Net.Mime;
using DtPipeline.Azure.Extracting;
using Microsoft.AspNetCore.Mvc;

namespace DtPipeline.Functions.Api;

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
            await (e.IsForNow ? Problem.NotNow("extract.not_now", e.Why) : Problem.TooLarge("extract.too_large", e.Why)).WriteAsync(context.HttpContext);
        }
    }
}
