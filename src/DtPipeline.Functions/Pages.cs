using DtPipeline.Answers.Workbooks;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Templates;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>What is served over HTTP.</summary>
public sealed class Pages(ReadModels models, PastPeriods past, FileHistory files, TemplateMaker templates)
{
    /// <summary>The read model of a period, for example <c>/api/periods/2023-Q2</c>; with <c>?asOf=2023-07-01</c> as it was known at the end of that day, or at a moment.</summary>
    [Function(nameof(ShowPeriod))]
    public async Task<IActionResult> ShowPeriod(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "periods/{period}")] HttpRequest request, string period, CancellationToken cancellationToken) =>
        request.Query["asOf"].FirstOrDefault() is { } asOf
            ? Answer(await past.ReadAsync(period, asOf, cancellationToken))
            : await models.FindPeriodAsync(period, cancellationToken) is { } published
            ? JsonBody.Of(published.Content)
            : new NotFoundObjectResult($"No period '{period}' is published. Kỳ '{period}' chưa có số liệu.");

    /// <summary>What of a period was said otherwise at a later moment than at an earlier one, for example <c>/api/revisions/2023-Q2?from=2023-07-01&amp;to=2023-07-10</c>.</summary>
    [Function(nameof(ShowRevisions))]
    public async Task<IActionResult> ShowRevisions(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "revisions/{period}")] HttpRequest request, string period, CancellationToken cancellationToken) =>
        Answer(await past.CompareAsync(period, request.Query["from"].FirstOrDefault() ?? string.Empty, request.Query["to"].FirstOrDefault() ?? string.Empty, cancellationToken));

    /// <summary>The files that an organisation has sent for a period, for example <c>/api/files/P63-01/2023-Q2</c>.</summary>
    [Function(nameof(ShowFiles))]
    public async Task<IActionResult> ShowFiles(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{organisation}/{period}")] HttpRequest request,
        string organisation,
        string period,
        CancellationToken cancellationToken) => await files.ReadAsync(organisation, period, cancellationToken) is { } json
            ? JsonBody.Of(json)
            : new NotFoundObjectResult($"There is no organisation '{organisation}' or no period '{period}'. Không có cơ quan hoặc kỳ này.");

    /// <summary>The workbook that an organisation fills in, for example <c>/api/templates/P34-01/2025-Q3</c>.</summary>
    [Function(nameof(MakeTemplate))]
    public async Task<IActionResult> MakeTemplate(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "templates/{organisation}/{period}")] HttpRequest request,
        string organisation,
        string period,
        CancellationToken cancellationToken)
    {
        var (workbook, why) = await templates.MakeAsync(organisation, period, cancellationToken);
        return workbook is null
            ? new NotFoundObjectResult($"{why!.Vi} {why.En}")
            : new FileContentResult(workbook, WorkbookContent.Type) { FileDownloadName = $"{organisation}-{period}.xlsx" };
    }

    private static IActionResult Answer((BinaryData? Json, Bilingual? Why) answer) => answer.Json is { } json
        ? JsonBody.Of(json)
        : new BadRequestObjectResult($"{answer.Why!.Vi} {answer.Why.En}");
}
