using DtPipeline.Azure.Access;
using DtPipeline.Azure.Alerting;
using DtPipeline.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>Alerts that are open, and what people do with them.</summary>
public sealed class Desk(AlertDesk desk, SignIn signIn)
{
    [Function(nameof(ShowAlerts))]
    public async Task<IActionResult> ShowAlerts(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "alerts")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.Of(await desk.ListAsync(cancellationToken));

    /// <summary>Acknowledges, snoozes or reopens an alert, or answers a question: <see cref="HandlingRequest"/>.</summary>
    [Function(nameof(HandleAlert))]
    public async Task<IActionResult> HandleAlert(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "alerts/{organisation}/{key}")] HttpRequest request,
        string organisation,
        string key,
        CancellationToken cancellationToken) => signIn.Refusal(request, c => c.MayAct, out var caller) is { } refusal
            ? refusal
            : await JsonBody.ReadAsync<HandlingRequest>(request, cancellationToken) is { } asked
            ? Answer(await desk.HandleAsync(organisation, key, asked, caller.Name, cancellationToken))
            : new BadRequestObjectResult("Nội dung phải là JSON như { \"action\": \"acknowledge\", \"by\": \"…\" }. The body must be JSON like that.");

    private static IActionResult Answer(HandlingAnswer answer) => answer switch
    {
        { Alert: { } alert } => JsonBody.Of(alert),
        { IsUnknown: true } => new NotFoundObjectResult($"{answer.Why!.Vi} {answer.Why.En}"),
        _ => new BadRequestObjectResult($"{answer.Why!.Vi} {answer.Why.En}"),
    };
}
