using System.Text.Encodings.Web;
using System.Text.Json;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DtPipeline.Functions.Api;

/// <summary>What went wrong with a request, as problem details (RFC 9457) in both languages.</summary>
/// <param name="code">What programs go by, such as <c>period.unknown</c>: it stays when the sentence is worded otherwise.</param>
/// <param name="why">What is wrong, what was expected, what to do.</param>
internal sealed class Problem(int status, string code, Bilingual why) : IActionResult
{
    public const string Type = "application/problem+json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Problem Malformed(string code, Bilingual why) => new(StatusCodes.Status400BadRequest, code, why);

    public static Problem SignedOut(string code, Bilingual why) => new(StatusCodes.Status401Unauthorized, code, why);

    public static Problem Refused(string code, Bilingual why) => new(StatusCodes.Status403Forbidden, code, why);

    public static Problem Unknown(string code, Bilingual why) => new(StatusCodes.Status404NotFound, code, why);

    public static Problem Conflict(string code, Bilingual why) => new(StatusCodes.Status409Conflict, code, why);

    public static Problem TooLarge(string code, Bilingual why) => new(StatusCodes.Status413PayloadTooLarge, code, why);

    public static Problem NotNow(string code, Bilingual why) => new(StatusCodes.Status503ServiceUnavailable, code, why);

    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext);

    /// <summary>For an answer that has not begun.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var body = new Body("about:blank", ReasonPhrases.GetReasonPhrase(status), status, why.En, why.Vi, context.Request.Path.ToUriComponent(), code);
        context.Response.StatusCode = status;
        context.Response.ContentType = Type;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body, Options), context.RequestAborted);
    }

    /// <param name="Type"><c>about:blank</c>: the status says what kind it is, and <paramref name="Code"/> which.</param>
    /// <param name="Instance">The path that was asked for.</param>
    private sealed record Body(string Type, string Title, int Status, string Detail, string DetailVi, string Instance, string Code);
}
