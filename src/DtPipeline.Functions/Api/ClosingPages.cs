using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Oversight;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Which forms of which periods are closed, and who closes and reopens them.</summary>
public sealed class ClosingPages(ClosingDesk desk, SignIn signIn)
{
    [Function(nameof(ShowClosings))]
    public async Task<IActionResult> ShowClosings(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/closings")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.Of(await desk.ListAsync(cancellationToken));

    /// <summary>Closes or reopens a form's period, for example <c>/api/v1/closings/PROV-Q/2023-Q2</c>: <see cref="ClosingRequest"/>.</summary>
    [Function(nameof(ClosePeriod))]
    public async Task<IActionResult> ClosePeriod(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/closings/{form}/{period}")] HttpRequest request,
        string form,
        string period,
        CancellationToken cancellationToken) => signIn.Of(request.Headers[SignIn.NameHeader].FirstOrDefault()) is not (true, var name)
            ? Problem.Refused("signin.needed", new Bilingual("Hãy đăng nhập để chốt hoặc mở lại số liệu.", "Sign in to close or reopen figures."))
            : await JsonBody.ReadAsync<ClosingRequest>(request, cancellationToken) is { } asked
            ? Answer(await desk.ActAsync(form, period, asked, name, cancellationToken))
            : Problem.Malformed("body.malformed", new Bilingual("Nội dung phải là JSON như { \"action\": \"close\", \"by\": \"…\" }.", "The body must be JSON like { \"action\": \"close\", \"by\": \"…\" }."));

    private static IActionResult Answer(ClosingAnswer answer) => answer switch
    {
        { Closing: { } closing } => JsonBody.Of(ShownClosing.JsonOf(closing)),
        { IsUnknown: true } => Problem.Unknown("closing.unknown", answer.Why!),
        _ => Problem.Malformed("closing.refused", answer.Why!),
    };
}
