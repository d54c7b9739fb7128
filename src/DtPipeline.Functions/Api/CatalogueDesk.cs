using DtPipeline.Azure.Access;
using DtPipeline.Azure.Oversight;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>A new catalogue that waits for the word of the secretariat, and that word.</summary>
public sealed class CatalogueDesk(AmendmentDesk amending, SignIn signIn)
{
    [Function(nameof(ShowCatalogue))]
    public async Task<IActionResult> ShowCatalogue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/catalogue")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeeAll, out _) is { } refusal ? refusal : JsonBody.Of(await amending.ShowAsync(cancellationToken));

    /// <summary>Says that the catalogue of this hash is meant. Where nobody signs in the query says who: <c>?by=…</c></summary>
    [Function(nameof(ConfirmCatalogue))]
    public async Task<IActionResult> ConfirmCatalogue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/catalogue/{hash}")] HttpRequest request, string hash, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MayAct, out var caller) is { } refusal
            ? refusal
            : await amending.ConfirmAsync(hash, caller.Name ?? request.Query["by"].FirstOrDefault(), cancellationToken) is { } why
            ? Problem.Conflict("catalogue.not_confirmed", why)
            : await ShowCatalogue(request, cancellationToken);
}
