using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Publishing;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Figures of periods, as they stand and as they were known.</summary>
public sealed class Periods(PeriodPublisher publisher, PastPeriods past)
{
    /// <summary>The read model of a period, for example <c>/api/v1/periods/2023-Q2</c>; with <c>?asOf=2023-07-01</c> as it was known at the end of that day, or at a moment.</summary>
    [Function(nameof(ShowPeriod))]
    public async Task<IActionResult> ShowPeriod(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/periods/{period}")] HttpRequest request, string period, CancellationToken cancellationToken) =>
        request.Query["asOf"].FirstOrDefault() is { } asOf
            ? Answer(await past.ReadAsync(period, asOf, cancellationToken))
            : await publisher.ReadAsync(period, cancellationToken) is { } json
            ? JsonBody.Of(json)
            : Problem.Unknown("period.unknown", new Bilingual($"Kỳ «{period}» chưa có số liệu.", $"No period '{period}' is published."));

    /// <summary>What of a period was said otherwise at a later moment than at an earlier one, for example <c>/api/v1/revisions/2023-Q2?from=2023-07-01&amp;to=2023-07-10</c>.</summary>
    [Function(nameof(ShowRevisions))]
    public async Task<IActionResult> ShowRevisions(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/revisions/{period}")] HttpRequest request, string period, CancellationToken cancellationToken) =>
        Answer(await past.CompareAsync(period, request.Query["from"].FirstOrDefault() ?? string.Empty, request.Query["to"].FirstOrDefault() ?? string.Empty, cancellationToken));

    private static IActionResult Answer((BinaryData? Json, Bilingual? Why) answer) =>
        answer.Json is { } json ? JsonBody.Of(json) : Problem.Malformed("query.malformed", answer.Why!);
}
