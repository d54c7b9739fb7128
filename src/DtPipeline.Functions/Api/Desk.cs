using DtPipeline.Azure.Access;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Serving;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Alerts, and what people do with them.</summary>
public sealed class Desk(AlertDesk desk, AlertPast past, HandlingOfMany many, SignIn signIn)
{
    private static readonly Bilingual OneExpected = new(
        "Nội dung phải là JSON như { \"action\": \"acknowledge\", \"by\": \"…\" }.", "The body must be JSON like { \"action\": \"acknowledge\", \"by\": \"…\" }.");

    private static readonly Bilingual ManyExpected = new(
        "Nội dung phải là JSON như { \"action\": \"acknowledge\", \"by\": \"…\", \"keys\": [ \"P34-80/report.overdue~2025-Q3~P34-80~PROV-Q\" ] }.",
        "The body must be JSON like { \"action\": \"acknowledge\", \"by\": \"…\", \"keys\": [ \"P34-80/report.overdue~2025-Q3~P34-80~PROV-Q\" ] }.");

    /// <summary>The worst first, for example <c>/api/v1/alerts?severity=red&amp;organisation=P34-80</c>.</summary>
    [Function(nameof(ShowAlerts))]
    public async Task<IActionResult> ShowAlerts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/alerts")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => Listed.MaySee(request, c), out var caller) is { } refusal ? refusal
        : await Listed.PageAsync(request, async page =>
            new AlertQuestion(Listed.Text(request, "state"), Listed.Text(request, "severity"), Listed.Organisations(request, caller), page) is var question && question.WhyNot is { } why
                ? Served.Malformed(why)
                : new Served(await desk.ListAsync(question, cancellationToken), null));

    /// <summary>An alert with its life so far.</summary>
    [Function(nameof(ShowAlert))]
    public async Task<IActionResult> ShowAlert(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/alerts/{organisation}/{key}")] HttpRequest request, string organisation, string key, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySee(organisation), out _) is { } refusal ? refusal
        : await past.ReadAsync(organisation, key, cancellationToken) is { } json ? JsonBody.Of(json)
        : Problem.Unknown("alert.unknown", AlertDesk.UnknownAlert(organisation, key));

    /// <summary>Acknowledges, snoozes or reopens an alert, or answers a question: <see cref="HandlingRequest"/>.</summary>
    [Function(nameof(HandleAlert))]
    public async Task<IActionResult> HandleAlert(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/alerts/{organisation}/{key}")] HttpRequest request,
        string organisation,
        string key,
        CancellationToken cancellationToken) => signIn.Refusal(request, c => c.MayAct, out var caller) is { } refusal ? refusal
            : await JsonBody.ReadAsync<HandlingRequest>(request, cancellationToken) is not { } asked ? Problem.Malformed("body.malformed", OneExpected)
            : Answer(await desk.HandleAsync(organisation, key, asked, caller.Name, cancellationToken));

    /// <summary>Does the same with several: <see cref="ManyHandlingRequest"/>, with an answer for each.</summary>
    [Function(nameof(HandleAlerts))]
    public async Task<IActionResult> HandleAlerts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/alerts")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MayAct, out var caller) is { } refusal ? refusal
        : await JsonBody.ReadAsync<ManyHandlingRequest>(request, cancellationToken) is not { Keys.Count: > 0 } asked ? Problem.Malformed("body.malformed", ManyExpected)
        : asked.Keys.Count > HandlingOfMany.Most ? Problem.TooLarge("alerts.too_many", new Bilingual(
            $"Mỗi lần tối đa {HandlingOfMany.Most} cảnh báo; hãy chia thành nhiều lần.", $"At most {HandlingOfMany.Most} alerts at once; send the rest in another request."))
        : JsonBody.Of(await many.HandleAsync(asked, caller.Name, cancellationToken));

    private static IActionResult Answer(HandlingAnswer answer) => answer switch
    {
        { Alert: { } alert } => JsonBody.Of(alert),
        { IsUnknown: true } => Problem.Unknown("alert.unknown", answer.Why!),
        _ => Problem.Malformed("alert.refused", answer.Why!),
    };
}
