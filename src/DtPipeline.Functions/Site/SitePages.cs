using DtPipeline.Azure.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Site;

/// <summary>The page: one document at every address of a view, and its script and style. What it shows it asks for at <c>/api/v1</c>, where it is seen who asks.</summary>
public sealed class SitePages(StorageAccount account)
{
    private const string Root = "{nothing:maxlength(0)?}";
    private const string View = "{view:regex(^(today|compliance|indicators|files|submit|tasks|alerts|briefs)$)}";

    // With .csv behind it an address is the same view as text.
    private const string Part = View + "/{*rest:regex(^(?!.*\\.csv$).+$)}";

    // A route of nothing or of a slash is taken for the function's name, or refused: one parameter that is always blank is the root.
    [Function(nameof(ShowRoot))]
    public Task<IActionResult> ShowRoot([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Root)] HttpRequest request) => Page(request);

    [Function(nameof(ShowTab))]
    public Task<IActionResult> ShowTab([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = View)] HttpRequest request) => Page(request);

    [Function(nameof(ShowPart))]
    public Task<IActionResult> ShowPart([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Part)] HttpRequest request) => Page(request);

    /// <summary>Its name changes with its content: who has it never asks again.</summary>
    [Function(nameof(ShowAsset))]
    public Task<IActionResult> ShowAsset([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{file}")] HttpRequest request, string file)
    {
        SitePolicy.ForAFile(request.HttpContext.Response);
        return SiteFiles.Asset(file, request) is { } asset
            ? Sent(request, asset, "public, max-age=31536000, immutable")
            : Task.FromResult<IActionResult>(new NotFoundResult());
    }

    private Task<IActionResult> Page(HttpRequest request)
    {
        SitePolicy.ForThePage(request.HttpContext.Response, account.Reports.Uri);
        request.HttpContext.Response.Headers.Link = FirstAnswer.LinkFrom(request);
        return Sent(request, SiteFiles.Page, "no-cache");
    }

    private static Task<IActionResult> Sent(HttpRequest request, SiteFile file, string caching)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = caching;
        headers.Vary = "Accept-Encoding";
        if (file.Encoding is not null)
        {
            headers.ContentEncoding = file.Encoding;
        }

        return Task.FromResult<IActionResult>(new FileContentResult(file.Content, file.Type));
    }
}
