using DtPipeline.Azure.Alerting;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Alerts that are open, and what people do with them.</summary>
public sealed class Desk(AlertDesk desk, SignIn signIn)
{
    [Function(nameof(ShowAlerts))]
    public async Task<IActionResult> ShowAlerts(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/alerts")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.Of(await desk.ListAsync(cancellationToken));

    /// <summary>Acknowledges, snoozes or reopens an alert, or answers a question: <see cref="HandlingRequest"/>.</summary>
    [Function(nameof(HandleAlert))]
    public async Task<IActionResult> HandleAlert(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/alerts/{organisation}/{key}")] HttpRequest request,
        string organisation,
        string key,
        CancellationToken cancellationToken) => signIn.Of(request.Headers[SignIn.NameHeader].FirstOrDefault()) is not (true, var name)
            ? Problem.Refused("signin.needed", new Bilingual("Hãy đăng nhập để xử lý cảnh báo.", "Sign in to deal with alerts."))
            : await JsonBody.ReadAsync<HandlingRequest>(request, cancellationToken) is { } asked
            ? Answer(await desk.HandleAsync(organisation, key, asked, name, cancellationToken))
            : Problem.Malformed("body.malformed", new Bilingual("Nội dung phải là JSON như { \"action\": \"acknowledge\", \"by\": \"…\" }.", "The body must be JSON like { \"action\": \"acknowledge\", \"by\": \"…\" }."));

    private static IActionResult Answer(HandlingAnswer answer) => answer switch
    {
        { Alert: { } alert } => JsonBody.Of(alert),
        { IsUnknown: true } => Problem.Unknown("alert.unknown", answer.Why!),
        _ => Problem.Malformed("alert.refused", answer.Why!),
    };
}
