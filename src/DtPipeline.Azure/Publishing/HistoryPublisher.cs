using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Publishing;

/// <summary>The read models <c>organisations/{organisation}.json</c>: of each organisation what stands of it over all periods.</summary>
public sealed class HistoryPublisher(PublishedBlobs blobs)
{
    public static string NameOf(string organisation) => ReadModels.NameOfOrganisation(organisation);

    /// <summary>Puts what a ledger says of its period into the organisation's history, where that is not what it says already.</summary>
    public async Task<OrganisationHistory> UpdateAsync(Owner owner, LedgerState ledger, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var name = NameOf(owner.Organisation.Code);
        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var before = await blobs.FindAsync(name, cancellationToken);
            var history = (Parse(before) ?? OrganisationHistory.Of(owner.Organisation)).With(owner.Period, ledger, catalogue);
            var content = BinaryData.FromObjectAsJson(history, Json.Options);
            var isSame = before is null ? history.Indicators.Count == 0 : before.Content.ToMemory().Span.SequenceEqual(content.ToMemory().Span);
            if (isSame || await blobs.ReplaceAsync(name, before, content, cancellationToken))
            {
                return history;
            }

            await LedgerStore.BackOffAsync(attempt, cancellationToken);
        }

        throw new InvalidOperationException($"The blob {StorageNames.Published}/{name} was changed by others {LedgerStore.MostAttempts} times in a row; the work is tried again later.");
    }

    /// <returns>Null of whom nothing was ever published.</returns>
    public async Task<OrganisationHistory?> FindAsync(string organisation, CancellationToken cancellationToken) =>
        Parse(await blobs.FindAsync(NameOf(organisation), cancellationToken));

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

    private static OrganisationHistory? Parse(PublishedBlob? blob) => blob?.Content.ToObjectFromJson<OrganisationHistory>(Json.Options);
}
