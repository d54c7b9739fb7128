using System.Text.Json;
using DtPipeline.Azure.Alerting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>Alerts that are open, and what people do with them.</summary>
public sealed class Desk(AlertDesk desk, SignIn signIn)
{
    private const long MostBytes = 16_384;

    [Function(nameof(ShowAlerts))]
    public async Task<IActionResult> ShowAlerts(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "alerts")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonOf(await desk.ListAsync(cancellationToken));

    /// <summary>Acknowledges, snoozes or reopens an alert, or answers a question: <see cref="HandlingRequest"/>.</summary>
    [Function(nameof(HandleAlert))]
    public async Task<IActionResult> HandleAlert(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "alerts/{organisation}/{key}")] HttpRequest request,
        string organisation,
        string key,
        CancellationToken cancellationToken) => signIn.Of(request.Headers[SignIn.NameHeader].FirstOrDefault()) is not (true, var name)
            ? new ObjectResult("Hãy đăng nhập để xử lý cảnh báo. Sign in to deal with alerts.") { StatusCode = StatusCodes.Status403Forbidden }
            : await ReadAsync(request, cancellationToken) is { } asked
            ? Answer(await desk.HandleAsync(organisation, key, asked, name, cancellationToken))
            : new BadRequestObjectResult("Nội dung phải là JSON như { \"action\": \"acknowledge\", \"by\": \"…\" }. The body must be JSON like that.");

    private static ContentResult JsonOf(BinaryData json) => new() { Content = json.ToString(), ContentType = "application/json; charset=utf-8" };

    private static IActionResult Answer(HandlingAnswer answer) => answer switch
    {
        { Alert: { } alert } => JsonOf(alert),
        { IsUnknown: true } => new NotFoundObjectResult($"{answer.Why!.Vi} {answer.Why.En}"),
        _ => new BadRequestObjectResult($"{answer.Why!.Vi} {answer.Why.En}"),
    };

    private static async Task<HandlingRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = MostBytes;
        }

        try
        {
            return await request.ReadFromJsonAsync<HandlingRequest>(cancellationToken);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return null;
        }
    }
}
