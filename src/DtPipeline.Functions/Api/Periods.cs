using DtPipeline.Azure.Access;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Serving;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Figures of periods, as they stand and as they were known.</summary>
public sealed class Periods(PublishedModels published, PastPeriods past, SignIn signIn)
{
    [Function(nameof(ListPeriods))]
    public async Task<IActionResult> ListPeriods(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/periods")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal : new ServedResult(await published.ListAsync(ReadModels.Periods, cancellationToken));

    /// <summary>The read model of a period, for example <c>/api/v1/periods/2023-Q2</c>; with <c>?asOf=2023-07-01</c> as it was known at the end of that day, or at a moment.</summary>
    [Function(nameof(ShowPeriod))]
    public async Task<IActionResult> ShowPeriod(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/periods/{period}")] HttpRequest request, string period, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal
        : Listed.Text(request, "asOf") is { } asOf ? Answer(await past.ReadAsync(period, asOf, cancellationToken))
        : new ServedResult(await published.PeriodAsync(period, cancellationToken));

    /// <summary>What of a period was said otherwise at a later moment than at an earlier one, for example <c>/api/v1/revisions/2023-Q2?from=2023-07-01&amp;to=2023-07-10</c>.</summary>
    [Function(nameof(ShowRevisions))]
    public async Task<IActionResult> ShowRevisions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/revisions/{period}")] HttpRequest request, string period, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal
        : Answer(await past.CompareAsync(period, Listed.Text(request, "from") ?? string.Empty, Listed.Text(request, "to") ?? string.Empty, cancellationToken));

    private static IActionResult Answer((BinaryData? Json, Bilingual? Why) answer) =>
        answer.Json is { } json ? JsonBody.Of(json) : Problem.Malformed("query.malformed", answer.Why!);
}
