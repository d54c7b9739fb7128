using DtPipeline.Answers.Workbooks;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Templates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>What is served over HTTP.</summary>
public sealed class Pages(PeriodPublisher publisher, FileHistory files, TemplateMaker templates)
{
    /// <summary>The read model of a period, for example <c>/api/periods/2023-Q2</c>.</summary>
    [Function(nameof(ShowPeriod))]
    public async Task<IActionResult> ShowPeriod(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "periods/{period}")] HttpRequest request, string period, CancellationToken cancellationToken) =>
        await publisher.ReadAsync(period, cancellationToken) is { } json
            ? JsonBody.Of(json)
            : new NotFoundObjectResult($"No period '{period}' is published. Kỳ '{period}' chưa có số liệu.");

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
}
