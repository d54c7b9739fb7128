using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Publishing;

/// <summary>The read models <c>organisations/{organisation}.json</c>: of each organisation what stands of it over all periods.</summary>
public sealed class HistoryPublisher(PublishedBlobs blobs)
{
    // In Azure a listing costs as much as a dozen reads.
    private const int Many = 12;

    public static string NameOf(string organisation) => ReadModels.NameOfOrganisation(organisation);

    /// <summary>Who has no history yet, as far as one listing is less than asking for each; of a few it is not known.</summary>
    public async Task<IReadOnlySet<string>> NewAmongAsync(IReadOnlyCollection<Organisation> organisations, CancellationToken cancellationToken)
    {
        if (organisations.Count < Many)
        {
            return new HashSet<string>();
        }

        var known = (await blobs.NamesAsync(ReadModels.OrganisationFolder, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return organisations.Select(o => o.Code).Where(code => !known.Contains(NameOf(code))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Puts what a ledger says of its period into the organisation's history, where that is not what it says already.</summary>
    /// <param name="isNew">It is known to have none.</param>
    public async Task<OrganisationHistory> UpdateAsync(Owner owner, LedgerState ledger, ReportingCatalogue catalogue, bool isNew, CancellationToken cancellationToken)
    {
        var none = OrganisationHistory.Of(owner.Organisation);
        return await blobs.FoldAsync<OrganisationHistory>(
            NameOf(owner.Organisation.Code),
            before => (before ?? none).With(owner.Period, ledger, catalogue) is var history && before is null && history.Indicators.Count == 0 ? null : history,
            cancellationToken,
            isNew) ?? none;
    }

    /// <returns>Null of whom nothing was ever published.</returns>
    public async Task<OrganisationHistory?> FindAsync(string organisation, CancellationToken cancellationToken) =>
        (await blobs.FindAsync(NameOf(organisation), cancellationToken))?.Read<OrganisationHistory>();

    /// <summary>An organisation's series, for which the histories of what it was before are read.</summary>
    /// <param name="own">Its own history as it stands now.</param>
    public async Task<OrganisationSeries> SeriesOfAsync(Organisation organisation, OrganisationHistory own, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var histories = new Dictionary<string, OrganisationHistory>(StringComparer.Ordinal) { [organisation.Code] = own };
        foreach (var code in OrganisationSeries.CodesOf(organisation, catalogue).Skip(1))
        {
            if (await FindAsync(code, cancellationToken) is { } before)
            {
                histories[code] = before;
            }
        }

        return new OrganisationSeries(organisation, histories, catalogue);
    }
}
