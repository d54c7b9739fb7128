using DtPipeline.Azure.Access;
using DtPipeline.Azure.Uploading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Reports that come in over HTTP: a right to write one blob, or the bytes themselves.</summary>
public sealed class Uploads(UploadDesk desk, SignIn signIn)
{
    /// <summary>Where and how to send a report: <see cref="UploadRequest"/>, answered by <see cref="UploadGrant"/>.</summary>
    [Function(nameof(GrantUpload))]
    public async Task<IActionResult> GrantUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/uploads")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MayReportSomething, out var caller) is { } refusal ? refusal
        : await JsonBody.ReadAsync<UploadRequest>(request, cancellationToken) is not { } asked ? Problem.Malformed("body.malformed", UploadDesk.Expected)
        : !caller.MayReport(asked.Organisation ?? string.Empty) ? Gate.ProblemOf(signIn.WhyNot(caller))
        : UploadResult.Of(await desk.GrantAsync(asked, UploadAddress.FromOf(Gate.ForwardedFor(request, signIn)), cancellationToken));

    /// <summary>Takes a report's bytes, for example <c>PUT /api/v1/uploads/P34-01/2025-Q3/bao-cao.xlsx</c>.</summary>
    [Function(nameof(TakeUpload))]
    public async Task<IActionResult> TakeUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/uploads/{*path}")] HttpRequest request, string path, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MayReport(path.Split('/')[0]), out _) is { } refusal ? refusal : await UploadResult.TakeAsync(desk, request, path, cancellationToken);
}
