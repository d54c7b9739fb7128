using DtPipeline.Azure.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>What the service says of itself, to everybody.</summary>
public sealed class Service(Readiness readiness)
{
    private static readonly BinaryData Description = BinaryData.FromStream(typeof(Service).Assembly.GetManifestResourceStream("openapi.json")!);

    [Function(nameof(ShowHealth))]
    public Task<IActionResult> ShowHealth([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/health")] HttpRequest request) =>
        Task.FromResult<IActionResult>(new ServedResult(Readiness.Alive));

    /// <summary>503 where something that it needs does not answer.</summary>
    [Function(nameof(ShowReadiness))]
    public async Task<IActionResult> ShowReadiness([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/ready")] HttpRequest request, CancellationToken cancellationToken) =>
        new ServedResult(await readiness.CheckAsync(cancellationToken));

    /// <summary><c>docs/openapi.json</c>: every route, parameter, status and field.</summary>
    [Function(nameof(ShowDescription))]
    public Task<IActionResult> ShowDescription([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/openapi.json")] HttpRequest request) =>
        Task.FromResult<IActionResult>(JsonBody.Of(Description));
}
