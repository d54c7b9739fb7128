using DtPipeline.Azure.Access;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Serving;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>What organisations have sent.</summary>
public sealed class Files(FileList list, FileHistory files, SheetDesk sheets, SignIn signIn)
{
    /// <summary>The newest first, for example <c>/api/v1/files?organisation=P34-01&amp;status=rejected</c>.</summary>
    [Function(nameof(ListFiles))]
    public async Task<IActionResult> ListFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/files")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => Listed.MaySee(request, c), out var caller) is { } refusal ? refusal
        : await Listed.PageAsync(request, page => list.ListAsync(
            new FileQuestion(Listed.Organisations(request, caller), Listed.Text(request, "period"), Listed.Text(request, "status")), page, cancellationToken));

    /// <summary>The files that an organisation has sent for a period, for example <c>/api/v1/files/P63-01/2023-Q2</c>.</summary>
    [Function(nameof(ShowFiles))]
    public async Task<IActionResult> ShowFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/files/{organisation}/{period}")] HttpRequest request,
        string organisation,
        string period,
        CancellationToken cancellationToken) => signIn.Refusal(request, c => c.MaySee(organisation), out _) is { } refusal ? refusal
            : await files.ReadAsync(organisation, period, cancellationToken) is { } json
            ? JsonBody.Of(json)
            : Problem.Unknown("files.unknown", new Bilingual(
                $"Không có cơ quan «{organisation}» hoặc kỳ «{period}»; cần như P34-01 và 2025-Q3.", $"There is no organisation '{organisation}' or no period '{period}'; expected such as P34-01 and 2025-Q3."));

    /// <summary>The rows of a report's tables around its faults, for example <c>/api/v1/sheets/P34-01/2025-Q3/bao-cao.xlsx</c>.</summary>
    [Function(nameof(ShowSheet))]
    public async Task<IActionResult> ShowSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/sheets/{*path}")] HttpRequest request, string? path, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.MaySeePath(path ?? string.Empty), out _) is { } refusal ? refusal
        : await Listed.PageAsync(request, page => sheets.ReadAsync(path ?? string.Empty, page, cancellationToken));
}
