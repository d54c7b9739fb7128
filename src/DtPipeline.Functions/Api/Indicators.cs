using DtPipeline.Azure.Access;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Figures of the nation, of groups and of those who report, by indicator.</summary>
public sealed class Indicators(PublishedModels published, IndicatorDesk desk, PeriodCuts cuts, SignIn signIn)
{
    [Function(nameof(ListIndicators))]
    public async Task<IActionResult> ListIndicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/indicators")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal : new ServedResult(await published.ListAsync(ReadModels.Indicators, cancellationToken));

    /// <summary>An indicator over all periods, for example <c>/api/v1/indicators/DG-05</c>; with <c>?asOf=2023-07-01</c> as it was known at the end of that day, or at a moment.</summary>
    [Function(nameof(ShowIndicator))]
    public async Task<IActionResult> ShowIndicator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/indicators/{indicator}")] HttpRequest request, string indicator, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal
        : new ServedResult(await desk.ReadAsync(indicator, Listed.Text(request, "asOf"), cancellationToken));

    /// <summary>Who stands where in a period.</summary>
    [Function(nameof(ShowLeague))]
    public async Task<IActionResult> ShowLeague(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/indicators/{indicator}/{period}")] HttpRequest request, string indicator, string period, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePublished, out _) is { } refusal ? refusal : new ServedResult(await cuts.LeagueAsync(indicator, period, cancellationToken));
}
