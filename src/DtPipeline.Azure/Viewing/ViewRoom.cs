using DtPipeline.Answers.Views;

namespace DtPipeline.Azure.Viewing;

/// <summary>
/// The views of the page by their paths. The first view of each tab is made of published blobs alone, without a query of a table; every other of at most five
/// calls of storage, whatever there is.
/// </summary>
public sealed class ViewRoom(OversightViews oversight, FigureViews figures, FilingViews filing)
{
    /// <param name="view">As in <see cref="ViewModel.View"/>; empty for the first.</param>
    /// <returns>Null where there is no such view, or nothing in it that may be seen.</returns>
    public Task<ViewModel?> ShowAsync(string view, ViewQuestion ask, CancellationToken cancellationToken) => view.Split('/') switch
    {
        [""] or ["today"] => ShownAsync(oversight.TodayAsync(ask, cancellationToken)),
        ["compliance"] => ShownAsync(oversight.ComplianceAsync(ask, cancellationToken)),
        ["compliance", var form, var period, var organisation] => oversight.ObligationAsync(form, period, organisation, ask, cancellationToken),
        ["alerts"] => ShownAsync(oversight.AlertsAsync(ask, cancellationToken)),
        ["tasks"] => ShownAsync(oversight.TasksAsync(ask, cancellationToken)),
        ["briefs"] => ShownAsync(oversight.BriefsAsync(ask, cancellationToken)),
        ["indicators"] => ShownAsync(figures.IndicatorsAsync(ask, cancellationToken)),
        ["indicators", var indicator] => figures.IndicatorAsync(indicator, ask, cancellationToken),
        ["indicators", var indicator, var organisation] => figures.ObservationsAsync(indicator, organisation, ask, cancellationToken),
        ["submit"] => ShownAsync(filing.SubmitAsync(ask, cancellationToken)),
        ["files"] => ShownAsync(filing.FilesAsync(ask, cancellationToken)),
        ["files", "receipt"] => filing.ReceiptAsync(ask.Of("path") ?? string.Empty, ask, cancellationToken),
        ["files", .. var path] => filing.ReceiptAsync(string.Join('/', path), ask, cancellationToken),
        _ => Task.FromResult<ViewModel?>(null),
    };

    private static async Task<ViewModel?> ShownAsync(Task<ViewModel> view) => await view;
}
