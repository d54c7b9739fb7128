using DtPipeline.Azure.Ledger;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>What organisations have sent.</summary>
public sealed class Files(FileHistory files)
{
    /// <summary>The files that an organisation has sent for a period, for example <c>/api/v1/files/P63-01/2023-Q2</c>.</summary>
    [Function(nameof(ShowFiles))]
    public async Task<IActionResult> ShowFiles(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/files/{organisation}/{period}")] HttpRequest request,
        string organisation,
        string period,
        CancellationToken cancellationToken) => await files.ReadAsync(organisation, period, cancellationToken) is { } json
            ? JsonBody.Of(json)
            : Problem.Unknown("files.unknown", new Bilingual(
                $"Không có cơ quan «{organisation}» hoặc kỳ «{period}».", $"There is no organisation '{organisation}' or no period '{period}'."));
}
