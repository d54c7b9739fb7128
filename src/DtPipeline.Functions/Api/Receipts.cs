using DtPipeline.Azure.Briefing;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>What the senders of reports were answered.</summary>
public sealed class Receipts(BriefShelf shelf)
{
    /// <summary>The receipt of a report by the report's own path, for example <c>/api/v1/receipts/P63-01/2024-Q2/bao-cao.xlsx</c>.</summary>
    [Function(nameof(ShowReceipt))]
    public async Task<IActionResult> ShowReceipt(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/receipts/{*path}")] HttpRequest request, string path, CancellationToken cancellationToken) =>
        await shelf.ReceiptAsync(path, cancellationToken) is { } page
            ? JsonBody.Page(page)
            : Problem.Unknown("receipt.unknown", new Bilingual($"Báo cáo «{path}» chưa có biên nhận.", $"The report '{path}' has no receipt."));
}
