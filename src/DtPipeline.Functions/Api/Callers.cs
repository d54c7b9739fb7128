using DtPipeline.Access;
using DtPipeline.Azure.Access;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Who asks; on one machine also the choice of it.</summary>
public sealed class Callers(RoleDesk roles, SignIn signIn)
{
    /// <summary>Answers everybody: who has no role sees so, and where to sign in.</summary>
    [Function(nameof(ShowMe))]
    public Task<IActionResult> ShowMe([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/me")] HttpRequest request) =>
        Task.FromResult<IActionResult>(signIn.Refusal(request, _ => true, out var caller) is { } refusal ? refusal : JsonBody.Of(roles.Show(caller)));

    /// <summary>Chooses a role for the browser that asks, for example <c>{ "role": "reporter", "organisation": "P34-01" }</c>: <see cref="RoleChoice"/>.</summary>
    [Function(nameof(ChooseRole))]
    public async Task<IActionResult> ChooseRole(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/me")] HttpRequest request, CancellationToken cancellationToken) =>
        !signIn.CanChoose ? Problem.Unknown("role.fixed", new Bilingual("Vai trò ở đây do tài khoản đăng nhập quyết định.", "Here the account that signs in says what the role is."))
        : signIn.Refusal(request, _ => true, out _) is { } refusal ? refusal
        : await JsonBody.ReadAsync<RoleChoice>(request, cancellationToken) is not { } choice ? Problem.Malformed("body.malformed", RoleDesk.Expected)
        : await roles.ChooseAsync(choice, cancellationToken) is var (chosen, why) && chosen is null ? Problem.Malformed("role.unknown", why!)
        : Remember(request, chosen);

    private ContentResult Remember(HttpRequest request, Caller chosen)
    {
        request.HttpContext.Response.Cookies.Append(Gate.Cookie, CallerText.Of(chosen), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return JsonBody.Of(roles.Show(chosen));
    }
}
