using DtPipeline.Azure.Access;
using DtPipeline.Azure.Oversight;
using DtPipeline.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>A new catalogue that waits for the word of the secretariat, and that word.</summary>
public sealed class CatalogueDesk(AmendmentDesk amending, SignIn signIn)
{
    [Function(nameof(ShowCatalogue))]
    public async Task<IActionResult> ShowCatalogue(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "catalogue")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.Of(await amending.ShowAsync(cancellationToken));

    /// <summary>Says that the catalogue of this hash is meant. Where nobody signs in the query says who: <c>?by=…</c></summary>
    [Function(nameof(ConfirmCatalogue))]
    public async Task<IActionResult> ConfirmCatalogue(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "catalogue/{hash}")] HttpRequest request, string hash, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MayAct, out var caller) is { } refusal
            ? refusal
            : await amending.ConfirmAsync(hash, caller.Name ?? request.Query["by"].FirstOrDefault(), cancellationToken) is { } why
            ? new ConflictObjectResult($"{why.Vi} {why.En}")
            : await ShowCatalogue(request, cancellationToken);
}
