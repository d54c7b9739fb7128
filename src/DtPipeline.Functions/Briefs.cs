using DtPipeline.Azure.Briefing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>The papers of the conferences, and from each of their figures back to the receipt.</summary>
public sealed class Briefs(BriefRun run, BriefShelf shelf)
{
    /// <summary>Eight in the morning in Vietnam: on most days it finds nothing to do.</summary>
    [Function(nameof(WriteBriefs))]
    public Task WriteBriefs([TimerTrigger("0 0 1 * * *")] TimerInfo timer, CancellationToken cancellationToken) => run.RunAsync(cancellationToken);

    [Function(nameof(ListBriefs))]
    public async Task<IActionResult> ListBriefs(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "briefs")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.Of(await shelf.ListAsync(cancellationToken));

    /// <summary>A file of a brief, for example <c>/api/briefs/2024-S1/latest/brief.vi.html</c>.</summary>
    [Function(nameof(ShowBrief))]
    public async Task<IActionResult> ShowBrief(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "briefs/{period}/{moment}/{file}")] HttpRequest request,
        string period,
        string moment,
        string file,
        CancellationToken cancellationToken) => await shelf.FindAsync(period, moment, file, cancellationToken) is var (content, type)
            ? new FileContentResult(content.ToArray(), type)
            : new NotFoundObjectResult($"There is no brief '{period}/{moment}/{file}'; /api/briefs lists all. Không có bản tóm tắt này.");

    /// <summary>What a figure is made of, for example <c>/api/briefs/2024-S1/latest/figures/DG-01~@provinces~2024-06</c>.</summary>
    [Function(nameof(ShowFigure))]
    public async Task<IActionResult> ShowFigure(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "briefs/{period}/{moment}/figures/{id}")] HttpRequest request,
        string period,
        string moment,
        string id,
        CancellationToken cancellationToken) => await shelf.FigureAsync(period, moment, id, cancellationToken) is { } page
            ? PageOf(page)
            : new NotFoundObjectResult($"The brief '{period}/{moment}' states no figure '{id}'. Bản tóm tắt không có con số này.");

    /// <summary>The receipt of a report by the report's own path, for example <c>/api/receipts/P63-01/2024-Q2/bao-cao.xlsx</c>.</summary>
    [Function(nameof(ShowReceipt))]
    public async Task<IActionResult> ShowReceipt(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "receipts/{*path}")] HttpRequest request, string path, CancellationToken cancellationToken) =>
        await shelf.ReceiptAsync(path, cancellationToken) is { } page
            ? PageOf(page)
            : new NotFoundObjectResult($"The report '{path}' has no receipt. Báo cáo này chưa có biên nhận.");

    private static ContentResult PageOf(BinaryData page) => new() { Content = page.ToString(), ContentType = "text/html; charset=utf-8" };
}
