using DtPipeline.Azure.Extracting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Slices of the observations, for people and programs.</summary>
public sealed class Observations(Extract extract)
{
    /// <summary>For example <c>/api/v1/observations?period=2023-Q2&amp;organisation=P63-01&amp;format=sdmx</c>: <see cref="WrittenQuestion"/>.</summary>
    [Function(nameof(ExtractObservations))]
    public async Task<IActionResult> ExtractObservations(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/observations")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (question, why) = await extract.AskAsync(WrittenIn(request.Query), cancellationToken);
        return question is null ? Problem.Malformed("query.malformed", why!) : new ExtractResult(extract, question);
    }

    private static WrittenQuestion WrittenIn(IQueryCollection query) =>
        new(query["period"], query["form"], query["indicator"], query["organisation"], query["asOf"], query["format"]);
}
