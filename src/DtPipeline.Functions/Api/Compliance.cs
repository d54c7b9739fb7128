using DtPipeline.Azure.Access;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Who has filed what, when, and how much of it.</summary>
public sealed class Compliance(PublishedModels published, PeriodCuts cuts, ObligationDesk obligations, SignIn signIn)
{
    [Function(nameof(ShowCompliance))]
    public async Task<IActionResult> ShowCompliance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/compliance")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal : new ServedResult(await published.ListAsync(ReadModels.Compliance, cancellationToken));

    /// <summary>A form over its periods, for example <c>/api/v1/compliance/PROV-Q</c>.</summary>
    [Function(nameof(ShowForm))]
    public async Task<IActionResult> ShowForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/compliance/{form}")] HttpRequest request, string form, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal : new ServedResult(await published.FormAsync(form, cancellationToken));

    [Function(nameof(ShowFormPeriod))]
    public async Task<IActionResult> ShowFormPeriod(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/compliance/{form}/{period}")] HttpRequest request, string form, string period, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal : new ServedResult(await cuts.FormAsync(form, period, cancellationToken));

    /// <summary>Who owes a form for a period, until when and by which rule, and what came of it.</summary>
    [Function(nameof(ShowObligation))]
    public async Task<IActionResult> ShowObligation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/obligations/{form}/{period}/{organisation}")] HttpRequest request,
        string form,
        string period,
        string organisation,
        CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySee(organisation), out _) is { } refusal ? refusal : new ServedResult(await obligations.ReadAsync(form, period, organisation, cancellationToken));
}
