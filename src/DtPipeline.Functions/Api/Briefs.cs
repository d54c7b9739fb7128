using DtPipeline.Azure.Briefing;
using DtPipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>The papers of the conferences, and what each of their figures is made of.</summary>
public sealed class Briefs(BriefShelf shelf)
{
    [Function(nameof(ListBriefs))]
    public async Task<IActionResult> ListBriefs(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/briefs")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.Of(await shelf.ListAsync(cancellationToken));

    /// <summary>A file of a brief, for example <c>/api/v1/briefs/2024-S1/latest/brief.vi.html</c>.</summary>
    [Function(nameof(ShowBrief))]
    public async Task<IActionResult> ShowBrief(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/briefs/{period}/{moment}/{file}")] HttpRequest request,
        string period,
        string moment,
        string file,
        CancellationToken cancellationToken) => await shelf.FindAsync(period, moment, file, cancellationToken) is var (content, type)
            ? new FileContentResult(content.ToArray(), type)
            : Problem.Unknown("brief.unknown", new Bilingual(
                $"Không có bản tóm tắt «{period}/{moment}/{file}»; /api/v1/briefs liệt kê tất cả.", $"There is no brief '{period}/{moment}/{file}'; /api/v1/briefs lists all."));

    /// <summary>What a figure is made of, for example <c>/api/v1/briefs/2024-S1/latest/figures/DG-01~@provinces~2024-06</c>.</summary>
    [Function(nameof(ShowFigure))]
    public async Task<IActionResult> ShowFigure(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/briefs/{period}/{moment}/figures/{id}")] HttpRequest request,
        string period,
        string moment,
        string id,
        CancellationToken cancellationToken) => await shelf.FigureAsync(period, moment, id, cancellationToken) is { } page
            ? JsonBody.Page(page)
            : Problem.Unknown("figure.unknown", new Bilingual(
                $"Bản tóm tắt «{period}/{moment}» không có con số «{id}».", $"The brief '{period}/{moment}' states no figure '{id}'."));
}
