using DtPipeline.Answers.Workbooks;
using DtPipeline.Azure.Templates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Workbooks to fill in.</summary>
public sealed class Templates(TemplateMaker templates)
{
    /// <summary>The workbook that an organisation fills in, for example <c>/api/v1/templates/P34-01/2025-Q3</c>.</summary>
    [Function(nameof(MakeTemplate))]
    public async Task<IActionResult> MakeTemplate(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/templates/{organisation}/{period}")] HttpRequest request,
        string organisation,
        string period,
        CancellationToken cancellationToken)
    {
        var (workbook, why) = await templates.MakeAsync(organisation, period, cancellationToken);
        return workbook is null
            ? Problem.Unknown("template.unknown", why!)
            : new FileContentResult(workbook, WorkbookContent.Type) { FileDownloadName = $"{organisation}-{period}.xlsx" };
    }
}
