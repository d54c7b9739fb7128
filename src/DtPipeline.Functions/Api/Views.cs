using DtPipeline.Answers.Views;
using DtPipeline.Azure.Access;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Viewing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>The views of the page: as JSON for the page, and at the page's own address with <c>.csv</c> behind it as text.</summary>
public sealed class Views(ViewRoom room, SignIn signIn, CatalogueStore catalogues, TimeProvider clock)
{
    /// <summary>For example <c>/api/v1/views/compliance?form=PROV-Q&amp;lang=en</c>.</summary>
    [Function(nameof(ShowView))]
    public Task<IActionResult> ShowView(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/views/{*view}")] HttpRequest request, string? view, CancellationToken cancellationToken) =>
        AnswerAsync(request, view ?? string.Empty, SentView.Json, cancellationToken);

    /// <summary>For example <c>/compliance.csv?form=PROV-Q</c>.</summary>
    [Function(nameof(ShowViewAsText))]
    public Task<IActionResult> ShowViewAsText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{view}.csv")] HttpRequest request, string view, CancellationToken cancellationToken) =>
        AnswerAsync(request, view, SentView.Csv, cancellationToken);

    /// <summary>For example <c>/indicators/DG-01.csv</c> and <c>/files/receipt.csv?path=…</c>.</summary>
    [Function(nameof(ShowPartAsText))]
    public Task<IActionResult> ShowPartAsText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{view}/{part}.csv")] HttpRequest request, string view, string part, CancellationToken cancellationToken) =>
        AnswerAsync(request, $"{view}/{part}", SentView.Csv, cancellationToken);

    /// <summary>For example <c>/indicators/DG-01/P34-01.csv</c>.</summary>
    [Function(nameof(ShowObservationsAsText))]
    public Task<IActionResult> ShowObservationsAsText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "indicators/{indicator}/{organisation}.csv")] HttpRequest request,
        string indicator,
        string organisation,
        CancellationToken cancellationToken) => AnswerAsync(request, $"indicators/{indicator}/{organisation}", SentView.Csv, cancellationToken);

    /// <summary>For example <c>/compliance/PROV-Q/2025-Q3/P34-01.csv</c>.</summary>
    [Function(nameof(ShowObligationAsText))]
    public Task<IActionResult> ShowObligationAsText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "compliance/{form}/{period}/{organisation}.csv")] HttpRequest request,
        string form,
        string period,
        string organisation,
        CancellationToken cancellationToken) => AnswerAsync(request, $"compliance/{form}/{period}/{organisation}", SentView.Csv, cancellationToken);

    private async Task<IActionResult> AnswerAsync(HttpRequest request, string view, Func<ViewModel, IActionResult> written, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.IsSomebody || c.MaySeePublished, out var caller) is { } refusal
            ? refusal
            : await room.ShowAsync(view, new ViewQuestion(SentView.LanguageOf(request), clock.GetUtcNow(), await catalogues.GetAsync(cancellationToken), caller, SentView.QueryOf(request)), cancellationToken) is { } model
            ? written(model)
            : Problem.Unknown("view.unknown", new($"Không có trang «{view}», hoặc bạn không được xem.", $"There is no view '{view}', or it is not yours to see."));
}
