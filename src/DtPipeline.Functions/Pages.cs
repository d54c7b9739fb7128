using DtPipeline.Azure.Oversight;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>What is served over HTTP.</summary>
public sealed class Pages(PeriodPublisher publisher)
{
    /// <summary>The read model of a period, for example <c>/api/periods/2023-Q2</c>.</summary>
    [Function(nameof(ShowPeriod))]
    public async Task<IActionResult> ShowPeriod(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "periods/{period}")] HttpRequest request, string period, CancellationToken cancellationToken) =>
        await publisher.ReadAsync(period, cancellationToken) is { } json
            ? new ContentResult { Content = json.ToString(), ContentType = "application/json; charset=utf-8" }
            : new NotFoundObjectResult($"No period '{period}' is published. Kỳ '{period}' chưa có số liệu.");
}
