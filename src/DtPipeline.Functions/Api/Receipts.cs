using DtPipeline.Azure.Access;
using DtPipeline.Azure.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>What the senders of reports were answered.</summary>
public sealed class Receipts(ReceiptShelf shelf, SignIn signIn)
{
    /// <summary>
    /// The receipt of a report by the report's own path, for example <c>/api/v1/receipts/P63-01/2024-Q2/bao-cao.xlsx</c>: with <c>.json</c>, <c>.html</c> or
    /// <c>.annotated.xlsx</c> behind it, or as <c>Accept</c> wants it.
    /// </summary>
    [Function(nameof(ShowReceipt))]
    public async Task<IActionResult> ShowReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/receipts/{*path}")] HttpRequest request, string? path, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePath(path ?? string.Empty), out _) is { } refusal ? refusal
        : new ServedResult(await shelf.ServeAsync(path ?? string.Empty, WantsJson(request), cancellationToken));

    private static bool WantsJson(HttpRequest request) =>
        request.Headers.Accept.ToString() is var wanted && wanted.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !wanted.Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
