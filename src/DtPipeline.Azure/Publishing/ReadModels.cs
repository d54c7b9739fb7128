using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Publishing;

/// <summary>What is published for a page, by the codes that people ask for: one blob read each, with the version that it has. What each says is in <c>docs/schemas</c>.</summary>
public sealed class ReadModels(PublishedBlobs blobs, CatalogueStore catalogues)
{
    public const string Periods = "periods.json";
    public const string Indicators = "indicators.json";
    public const string Compliance = "compliance.json";
    public const string Alerts = "alerts.json";
    public const string Arrivals = "arrivals.json";
    public const string Tasks = "tasks.json";

    public const string IndicatorFolder = "indicators/";
    public const string OrganisationFolder = "organisations/";

    public static string NameOf(Period period) => $"{period}.json";

    public static string NameOfOrganisation(string organisation) => $"{OrganisationFolder}{organisation}.json";

    public static string NameOfIndicator(string indicator) => $"{IndicatorFolder}{indicator}.json";

    public static string NameOfForm(string form) => $"compliance/{form}.json";

    /// <summary>One of those that are about everything: <see cref="Periods"/>, <see cref="Indicators"/>, <see cref="Compliance"/>, <see cref="Alerts"/>, <see cref="Arrivals"/>, <see cref="Tasks"/>.</summary>
    /// <returns>Null where nothing is published yet.</returns>
    public Task<PublishedBlob?> FindAsync(string name, CancellationToken cancellationToken) => blobs.FindAsync(name, cancellationToken);

    /// <summary>A <see cref="Progress.PeriodSummary"/>.</summary>
    /// <returns>Null for what is no period, and where it was never published.</returns>
    public Task<PublishedBlob?> FindPeriodAsync(string period, CancellationToken cancellationToken) =>
        FindOrNullAsync(Period.TryParse(period, out var known) ? NameOf(known) : null, cancellationToken);

    /// <summary>An <see cref="Progress.OrganisationHistory"/>.</summary>
    /// <returns>Null where the catalogue has no such organisation, and where nothing is published of it.</returns>
    public async Task<PublishedBlob?> FindOrganisationAsync(string organisation, CancellationToken cancellationToken) =>
        await FindOrNullAsync((await catalogues.GetAsync(cancellationToken)).FindOrganisation(organisation) is { } known ? NameOfOrganisation(known.Code) : null, cancellationToken);

    /// <summary>An <see cref="Answers.Models.IndicatorModel"/>.</summary>
    /// <returns>As of <see cref="FindOrganisationAsync"/>.</returns>
    public async Task<PublishedBlob?> FindIndicatorAsync(string indicator, CancellationToken cancellationToken) =>
        await FindOrNullAsync((await catalogues.GetAsync(cancellationToken)).FindIndicator(indicator) is { Task: null } known ? NameOfIndicator(known.Code) : null, cancellationToken);

    /// <summary>An <see cref="Answers.Models.FormModel"/>.</summary>
    /// <returns>As of <see cref="FindOrganisationAsync"/>.</returns>
    public async Task<PublishedBlob?> FindFormAsync(string form, CancellationToken cancellationToken) =>
        await FindOrNullAsync((await catalogues.GetAsync(cancellationToken)).Forms.FirstOrDefault(f => f.Code == form) is { } known ? NameOfForm(known.Code) : null, cancellationToken);

    private async Task<PublishedBlob?> FindOrNullAsync(string? name, CancellationToken cancellationToken) => name is null ? null : await blobs.FindAsync(name, cancellationToken);
}
