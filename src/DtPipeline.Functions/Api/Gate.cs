using DtPipeline.Access;
using DtPipeline.Azure.Access;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Functions.Api;

/// <summary>Stands before every function that is called over HTTP: who asks, and the answer to who may not.</summary>
internal static class Gate
{
    /// <summary>On one machine: the role that a page chose.</summary>
    public const string Cookie = "dtpipeline-as";

    /// <summary>On one machine: the role that a program says.</summary>
    private const string AsHeader = "DtPipeline-As";

    private const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";
    private const string ForwardedHeader = "X-Forwarded-For";

    /// <param name="may">What is needed, for example <c>c => c.MayAct</c>.</param>
    /// <returns>The answer to whom it is refused; null where it is allowed.</returns>
    public static Problem? Refusal(this SignIn signIn, HttpRequest request, Func<Caller, bool> may, out Caller caller)
    {
        var (found, refusal) = signIn.Of(AskingOf(request));
        caller = found ?? new Caller(CallerRole.None, [], null);
        return refusal is not null ? ProblemOf(refusal) : may(caller) ? null : ProblemOf(signIn.WhyNot(caller));
    }

    public static Asking AskingOf(HttpRequest request) => new(
        request.Method,
        Header(request, PrincipalHeader),
        Header(request, AsHeader) ?? request.Cookies[Cookie],
        request.Host.Host,
        $"{request.Scheme}://{request.Host}",
        request.HttpContext.Connection.RemoteIpAddress,
        Header(request, ForwardedHeader),
        Header(request, "Sec-Fetch-Site"),
        Header(request, "Origin"),
        request.ContentType);

    /// <summary>From where the platform was called; null on one machine, where nobody says it who could be believed.</summary>
    public static string? ForwardedFor(HttpRequest request, SignIn signIn) => signIn.CanChoose ? null : Header(request, ForwardedHeader);

    private static string? Header(HttpRequest request, string name) => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    public static Problem ProblemOf(Refusal refusal) => new(refusal.Status, refusal.Code, refusal.Why);
}
