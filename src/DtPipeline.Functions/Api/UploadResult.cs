using DtPipeline.Azure.Access;
using DtPipeline.Azure.Uploading;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace DtPipeline.Functions.Api;

/// <summary>201 with what was granted or taken, or why it was not.</summary>
internal static class UploadResult
{
    public static IActionResult Of<T>((T? Done, Refusal? Refusal) answer)
        where T : class => answer.Done is { } done ? Created(UploadDesk.JsonOf(done)) : Gate.ProblemOf(answer.Refusal!);

    private static ContentResult Created(BinaryData json)
    {
        var created = JsonBody.Of(json);
        created.StatusCode = StatusCodes.Status201Created;
        return created;
    }

    /// <summary>The server breaks off a body that is longer than a report may be; what had come of it is not kept.</summary>
    public static async Task<IActionResult> TakeAsync(UploadDesk desk, HttpRequest request, string path, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = desk.MostBytes;
        }

        try
        {
            return Of(await desk.TakeAsync(path, request.Body, request.ContentLength, cancellationToken));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Gate.ProblemOf(desk.TooLarge);
        }
        catch (IOException)
        {
            return Problem.Malformed("upload.broken", new Bilingual(
                "Nội dung gửi lên bị đứt quãng nên không được lưu. Hãy gửi lại.", "What was sent broke off and is not kept. Send it again."));
        }
    }
}
