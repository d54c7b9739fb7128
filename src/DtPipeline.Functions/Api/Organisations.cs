using DtPipeline.Azure.Access;
using DtPipeline.Azure.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Who reports, and what stands of them.</summary>
public sealed class Organisations(OrganisationList list, PublishedModels published, SeriesDesk series, SignIn signIn)
{
    [Function(nameof(ListOrganisations))]
    public async Task<IActionResult> ListOrganisations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/organisations")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.IsSomebody || c.MaySeePublished, out _) is { } refusal ? refusal : await Listed.PageAsync(request, page => list.ListAsync(page, cancellationToken));

    /// <summary>Every indicator of one organisation over all periods.</summary>
    [Function(nameof(ShowHistory))]
    public async Task<IActionResult> ShowHistory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/organisations/{organisation}")] HttpRequest request, string organisation, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished || c.MaySee(organisation), out _) is { } refusal ? refusal : new ServedResult(await published.OrganisationAsync(organisation, cancellationToken));

    /// <summary>One indicator of one organisation, with what it was before, for example <c>/api/v1/organisations/P34-01/indicators/DG-05</c>.</summary>
    [Function(nameof(ShowSeries))]
    public async Task<IActionResult> ShowSeries(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/organisations/{organisation}/indicators/{indicator}")] HttpRequest request,
        string organisation,
        string indicator,
        CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished || c.MaySee(organisation), out _) is { } refusal ? refusal : new ServedResult(await series.ReadAsync(organisation, indicator, cancellationToken));
}
