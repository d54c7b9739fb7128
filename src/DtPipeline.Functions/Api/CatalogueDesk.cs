using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Oversight;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>A new catalogue that waits for the word of the secretariat, and that word.</summary>
public sealed class CatalogueDesk(AmendmentDesk amending, SignIn signIn)
{
    [Function(nameof(ShowCatalogue))]
    public async Task<IActionResult> ShowCatalogue(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/catalogue")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.Of(await amending.ShowAsync(cancellationToken));

    /// <summary>Says that the catalogue of this hash is meant. Where nobody signs in the query says who: <c>?by=…</c></summary>
    [Function(nameof(ConfirmCatalogue))]
    public async Task<IActionResult> ConfirmCatalogue(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/catalogue/{hash}")] HttpRequest request, string hash, CancellationToken cancellationToken) =>
        signIn.Of(request.Headers[SignIn.NameHeader].FirstOrDefault()) is not (true, var name)
            ? Problem.Refused("signin.needed", new Bilingual("Hãy đăng nhập để xác nhận danh mục.", "Sign in to confirm a catalogue."))
            : await amending.ConfirmAsync(hash, name ?? request.Query["by"].FirstOrDefault(), cancellationToken) is { } why
            ? Problem.Conflict("catalogue.not_confirmed", why)
            : await ShowCatalogue(request, cancellationToken);
}
